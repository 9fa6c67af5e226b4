import type { Element, ElementContent } from 'hast';
import { fromHtmlIsomorphic } from 'hast-util-from-html-isomorphic';
import { toString } from 'hast-util-to-string';
import katex, { type KatexOptions } from 'katex';
import { forbidden, katexOptions } from './katexOptions.ts';

/** Relations and operations; where two things stand beside them they are set with space around. */
const BINARY = /^[×⋅+−±=≠≈<>≤≥≪≫∈∉⊂→↦∼∘]$/;
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
 * TeX as letters with `<sub>` and `<sup>`, or nothing where that cannot show it (a fraction,
 * a sum). It is a tenth of the HTML that KaTeX's own layout needs, which counts on a page with a
 * hundred symbols in its sentences. `<i>` is a variable, `<u>` a calligraphic letter; the stylesheet
 * gives them KaTeX's fonts. TeX that KaTeX does not understand is an error.
 */
export function smallMath(tex: string): ElementContent[] | undefined {
  const html = katex.renderToString(tex, OPTIONS);
  const body = /<semantics>(.*?)<annotation/s.exec(html)![1]!;
  const nodes = fromHtmlIsomorphic(body, { fragment: true }).children as ElementContent[];
  try {
    return row(nodes, false);
  } catch (error) {
    if (error instanceof TooLarge) return undefined;
    throw error;
  }
}

function row(nodes: ElementContent[], isScript: boolean): ElementContent[] {
  const elements = nodes.filter((node) => node.type === 'element');
  return elements.flatMap((node, i) => {
    if (node.tagName !== 'mo') return toHtml(node, isScript);
    const previous = elements[i - 1];
    if (toString(node) === APPLICATION) return [text(isOpening(elements[i + 1]) ? '' : THIN_SPACE)];
    const isBetween = previous !== undefined && !/^[(,]|[×⋅+−=<>≤≥∈]$/.test(toString(previous));
    return [text(operator(toString(node), isBetween && !isScript))];
  });
}

function isOpening(node: Element | undefined): boolean {
  return node !== undefined && /^[([{|]/.test(toString(node));
}

function operator(sign: string, isBetween: boolean): string {
  if (/^[∑∏∫⨁]$/.test(sign)) throw new TooLarge();
  if (sign === ',') return `,${THIN_SPACE}`;
  // A line may break after the sign, not before it.
  return isBetween && BINARY.test(sign) ? THIN_SPACE_UNBROKEN + sign + THIN_SPACE : sign;
}

function toHtml(node: Element, isScript: boolean): ElementContent[] {
  const content = contentOf(node, isScript);
  const { href } = node.properties;
  if (typeof href !== 'string') return content;
  // A symbol, in the shape of KaTeX's own element for it, so that `symbolColours` sees both.
  const properties = { className: ['enclosing'], dataSym: href.slice(SYMBOL.length) };
  return [{ type: 'element', tagName: 'span', properties, children: content }];
}

function contentOf(node: Element, isScript: boolean): ElementContent[] {
  const children = node.children.filter((child) => child.type === 'element');
  const part = (i: number, isInScript: boolean) => row([children[i]!], isInScript);
  switch (node.tagName) {
    case 'mrow':
    case 'mstyle':
    case 'mpadded':
      return row(children, isScript);
    case 'mi':
      return letter(node);
    case 'mn':
    case 'mtext':
      return [text(toString(node))];
    case 'mspace':
      return [text(THIN_SPACE)];
    case 'msub':
      return [...part(0, isScript), element('sub', part(1, true))];
    case 'msup':
      return [...part(0, isScript), element('sup', part(1, true))];
    case 'msubsup':
      return [...part(0, isScript), element('sub', part(1, true)), element('sup', part(2, true))];
    case 'mover':
      return accented(children);
    case 'msqrt':
      return [text('√'), element('span', row(children, isScript), { className: ['root'] })];
    default:
      throw new TooLarge();
  }
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

function element(
  tagName: string,
  children: ElementContent[],
  properties: Element['properties'] = {},
): Element {
  return { type: 'element', tagName, properties, children };
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}
