import type { ElementContent } from 'hast';
import { box, element, text } from './mathNodes.ts';

/*
 * The parts of a formula that are more than letters with scripts, as HTML that
 * `src/components/math.css` lays out with KaTeX's fonts.
 */

/** One thing over another with a line between. */
export function fraction(numerator: ElementContent[], denominator: ElementContent[]) {
  return box('frac', [element('span', numerator), element('span', denominator)]);
}

/** A superscript straight above a subscript. */
export function scripts(sub: ElementContent[], sup: ElementContent[]) {
  return box('scripts', [element('span', sup), element('span', sub)]);
}

export function isLargeOperator(sign: string): boolean {
  return /^[∑∏∫⨁]$/.test(sign);
}

/** A sum or product sign, with what stands below and above it; the place above is there in any case. */
export function largeOperator(
  sign: string,
  below: ElementContent[] = [],
  above: ElementContent[] = [],
) {
  return box(
    'operator',
    [above, [text(sign)], below].map((part) => element('span', part)),
  );
}

/** The sizes of \big and \Big, as KaTeX's MathML gives them. */
const SIZES: Record<string, string> = { '1.2em': 'big', '1.8em': 'bigger' };

/** A bracket in one of TeX's sizes, or nothing if there is no such size. */
export function sized(sign: string, size: string) {
  const className = SIZES[size];
  return className ? box(className, [text(sign)]) : undefined;
}

/** Lines one below another: centred, or, of two cells each, aligned where the cells meet. */
export function lines(cells: ElementContent[][][]) {
  const isAligned = cells.some((line) => line.length > 1);
  return box(
    isAligned ? 'aligned' : 'lines',
    cells.flatMap((line) => line.map((cell) => element('span', cell))),
  );
}
