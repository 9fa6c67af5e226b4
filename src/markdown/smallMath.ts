import type { Element, ElementContent } from 'hast';
import { fromHtmlIsomorphic } from 'hast-util-from-html-isomorphic';
import { toString } from 'hast-util-to-string';
import katex, { type KatexOptions } from 'katex';
import { forbidden, katexOptions } from './katexOptions.ts';
import { fraction, isLargeOperator, largeOperator, lines, scripts, sized } from './largeMath.ts';
import { box, element, text } from './mathNodes.ts';

/** Relations and operations; where two things stand beside them they are set with space around. */
const BINARY = /^[×⋅+−±=≠≈<>≤≥≪≫∈∉⊂→↦∼∘∣]$/;
const ACCENTS: Record<string, string> = {
  '^': '\u0302',
  '~': '\u0303',
  ˉ: '\u0304',
  '→': '\u20d7',
};
const BLACKBOARD: Record<string, string> = { R: 'ℝ', N: 'ℕ', Z: 'ℤ', E: '𝔼' };
/** Stands, unseen, between a function's name and its argument. */
const APPLICATION = '\u2061';
const THIN_SPACE = '\u2009';
const THIN_SPACE_UNBROKEN = '\u202f';
const FOURTH_SPACE = '\u2005';
const WIDE_SPACE = '\u2003';

/** KaTeX's MathML has no place for `data-sym`; the address of a link carries the id through. */
const SYMBOL = 'sym:';
const OPTIONS: KatexOptions = {
  ...katexOptions,
  output: 'mathml',
  throwOnError: true,
  macros: { '\\sym': `\\href{${SYMBOL}#1}{#2}` },
  trust: (context) =>
    (context.command === '\\href' && context.url.startsWith(SYMBOL)) || forbidden(context.command),
};

/** A formula has something that letters with sub- and superscripts cannot show. */
class TooLarge extends Error {}

/**
 * Where something stands: in a sentence, in a sub- or superscript, in a formula on a line of its
 * own, which has room for fractions and sums, or in a fraction of such a formula.
 */
type Place = 'sentence' | 'script' | 'display' | 'fraction';

/**
 * TeX as letters with `<sub>` and `<sup>`, or nothing where that cannot show it (a fraction,
 * a sum). It is a tenth of the HTML that KaTeX's own layout needs, which counts on a page with a
 * hundred symbols in its sentences. `<i>` is a variable, `<u>` a calligraphic letter; the stylesheet
 * gives them KaTeX's fonts. TeX that KaTeX does not understand is an error.
 */
export function smallMath(tex: string): ElementContent[] | undefined {
  return plainHtml(tex, 'sentence');
}

/**
 * The same for a formula on a line of its own, with fractions, sums over their limits, brackets of
 * a given size and several lines; or nothing where only KaTeX can show it.
 */
export function displayMath(tex: string): ElementContent[] | undefined {
  return plainHtml(tex, 'display');
}

function plainHtml(tex: string, place: Place): ElementContent[] | undefined {
  const html = katex.renderToString(tex, { ...OPTIONS, displayMode: place === 'display' });
  const body = /<semantics>(.*?)<annotation/s.exec(html)![1]!;
  // As MathML, where `<mspace/>` has an end, unlike in HTML.
  const [math] = fromHtmlIsomorphic(`<math>${body}</math>`, { fragment: true }).children;
  const nodes = (math as Element).children;
  try {
    return row(nodes, place);
  } catch (error) {
    if (error instanceof TooLarge) return undefined;
    throw error;
  }
}

function row(nodes: ElementContent[], place: Place): ElementContent[] {
  const elements = nodes.filter((node) => node.type === 'element');
  return elements.flatMap((node, i) => {
    if (node.tagName !== 'mo') return toHtml(node, place);
    const previous = elements[i - 1];
    if (toString(node) === APPLICATION) return [text(isOpening(elements[i + 1]) ? '' : THIN_SPACE)];
    const isBetween = previous !== undefined && !/^[(,]|[×⋅+−=<>≤≥∈]$/.test(toString(previous));
    return operator(node, isBetween, place);
  });
}

function isOpening(node: Element | undefined): boolean {
  return node !== undefined && /^[([{|]/.test(toString(node));
}

function operator(node: Element, isBetween: boolean, place: Place): ElementContent[] {
  const sign = toString(node);
  const isLarge = isLargeOperator(sign);
  const spaces = isBetween && BINARY.test(sign);
  if (place === 'display' || place === 'fraction') {
    const { minsize, stretchy } = node.properties;
    if (typeof minsize === 'string') return [sized(sign, minsize) ?? tooLarge()];
    if (stretchy === 'true' || (node.properties['fence'] === 'true' && stretchy !== 'false'))
      return tooLarge();
    if (isLarge) return [largeSign(sign, place)];
    // No line breaks here, and there is room for the spaces of TeX.
    return [text(spaces ? FOURTH_SPACE + sign + FOURTH_SPACE : spaced(sign, place))];
  }
  if (isLarge) return tooLarge();
  // A line may break after the sign, not before it.
  const isSpaced = spaces && place === 'sentence';
  return [text(isSpaced ? THIN_SPACE_UNBROKEN + sign + THIN_SPACE : spaced(sign, place))];
}

const largeSign = (sign: string, place: Place) =>
  place === 'fraction' ? box('big', [text(sign)]) : largeOperator(sign);

/** A space of so many em, as near as Unicode has one. */
function space(width: number): string {
  if (width >= 1) return WIDE_SPACE.repeat(Math.round(width));
  return width > 0 ? THIN_SPACE : '';
}

function spaced(sign: string, place: Place): string {
  if (place === 'script') return sign;
  if (sign === '⋯') return THIN_SPACE + sign + THIN_SPACE;
  return sign === ',' ? sign + THIN_SPACE : sign;
}

function tooLarge(): never {
  throw new TooLarge();
}

function toHtml(node: Element, place: Place): ElementContent[] {
  const content = contentOf(node, place);
  const { href } = node.properties;
  if (typeof href !== 'string') return content;
  // A symbol, in the shape of KaTeX's own element for it, so that `symbolColours` sees both.
  const properties = { className: ['enclosing'], dataSym: href.slice(SYMBOL.length) };
  return [{ type: 'element', tagName: 'span', properties, children: content }];
}

function contentOf(node: Element, place: Place): ElementContent[] {
  const children = node.children.filter((child) => child.type === 'element');
  const part = (i: number, where: Place) => row([children[i]!], where);
  const sub = () => element('sub', part(1, 'script'));
  switch (node.tagName) {
    case 'mrow':
    case 'mstyle':
    case 'mpadded':
      return row(children, place);
    case 'mi':
      return letter(node);
    case 'mn':
    case 'mtext':
      return [text(toString(node))];
    case 'mspace':
      return [text(space(parseFloat(String(node.properties['width']))))];
    case 'msub':
      return [...part(0, place), sub()];
    case 'msup':
      return [...part(0, place), element('sup', part(1, 'script'))];
    case 'msubsup':
      return [...part(0, place), scripts(part(1, 'script'), part(2, 'script'))];
    case 'msqrt':
      return [text('√'), element('span', row(children, place), { className: ['root'] })];
    case 'mover':
      return accented(children);
  }
  const isLine = place === 'display' || place === 'fraction';
  return isLine ? largeContentOf(node.tagName, children, place) : tooLarge();
}

/** What only a formula on a line of its own may have. */
function largeContentOf(tagName: string, children: Element[], place: Place): ElementContent[] {
  const part = (i: number, where: Place) => row([children[i]!], where);
  if (tagName === 'mtable') return [lines(children.map(cellsOf))];
  if (tagName === 'mfrac' && place === 'display')
    return [fraction(part(0, 'fraction'), part(1, 'fraction'))];
  const sign = toString(children[0]!);
  if (!/^munder(over)?$/.test(tagName) || !isLargeOperator(sign)) return tooLarge();
  const limits = children.slice(1).map((_, i) => part(i + 1, 'script'));
  if (place === 'display') return [largeOperator(sign, ...limits)];
  const [below, above] = limits;
  return [largeSign(sign, place), above ? scripts(below, above) : element('sub', below)];
}

function cellsOf(line: Element): ElementContent[][] {
  const cells = line.children.filter((child) => child.type === 'element');
  return cells.map((cell) => row(cell.children as ElementContent[], 'display'));
}

function letter(node: Element): ElementContent[] {
  const name = toString(node);
  const variant = node.properties['mathvariant'] ?? node.properties['mathVariant'];
  if (variant === 'double-struck') return [text(BLACKBOARD[name] ?? name)];
  if (variant === 'script') return [element('u', [text(name)])];
  if (variant === 'bold') return [element('strong', [text(name)])];
  const isVariable = variant === undefined && [...name].length === 1;
  return [isVariable ? element('i', [text(name)]) : text(name)];
}

function accented([base, accent]: Element[]): ElementContent[] {
  const mark = ACCENTS[toString(accent!)];
  if (!mark || base!.tagName !== 'mi') throw new TooLarge();
  return [element('i', [text(toString(base!) + mark)])];
}
