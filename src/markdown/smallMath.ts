import type { Element, ElementContent } from 'hast';
import { fromHtmlIsomorphic } from 'hast-util-from-html-isomorphic';
import { toString } from 'hast-util-to-string';
import katex from 'katex';
import { katexOptions } from './katexOptions.ts';

/** Operators that stand between two things, and their spaces. */
const BINARY = /^[×+−=<>∈⋅]$/;
const ACCENTS: Record<string, string> = {
  '^': '\u0302',
  '~': '\u0303',
  ˉ: '\u0304',
  '→': '\u20d7',
};

/**
 * TeX as letters with `<sub>` and `<sup>`, for a symbol or a shape: in a legend, KaTeX's own layout
 * would need many times the HTML. `<i>` is a variable, `<u>` a calligraphic letter; the stylesheet
 * gives both KaTeX's fonts. Fractions, roots and the like have no such form and are an error.
 */
export function smallMath(tex: string): ElementContent[] {
  const html = katex.renderToString(tex, { ...katexOptions, output: 'mathml', throwOnError: true });
  const body = /<semantics>(.*?)<annotation/s.exec(html)![1]!;
  const nodes = fromHtmlIsomorphic(body, { fragment: true }).children as ElementContent[];
  return nodes.flatMap((node) => toHtml(node, tex));
}

function toHtml(node: ElementContent, tex: string): ElementContent[] {
  if (node.type !== 'element') return [];
  const parts = node.children.map((child) => toHtml(child, tex));
  switch (node.tagName) {
    case 'mrow':
    case 'mstyle':
    case 'mpadded':
      return parts.flat();
    case 'mi':
      return letter(node);
    case 'mn':
    case 'mtext':
      return [text(toString(node))];
    case 'mo':
      return [text(toString(node).replace(BINARY, '\u2009$&\u2009'))];
    case 'mspace':
      return [text('\u2009')];
    case 'msub':
      return [...parts[0]!, element('sub', parts[1]!)];
    case 'msup':
      return [...parts[0]!, element('sup', parts[1]!)];
    case 'msubsup':
      return [...parts[0]!, element('sub', parts[1]!), element('sup', parts[2]!)];
    case 'mover':
      return accented(node, tex);
    default:
      throw new Error(
        `"${tex}" is too much for a legend (${node.tagName}); give the symbol a simpler "tex"`,
      );
  }
}

function letter(node: Element): ElementContent[] {
  const content = [text(toString(node))];
  const variant = node.properties['mathvariant'] ?? node.properties['mathVariant'];
  if (variant === 'normal') return content;
  if (variant === 'script') return [element('u', content)];
  if (variant === 'bold') return [element('strong', content)];
  return [element('i', content)];
}

function accented(node: Element, tex: string): ElementContent[] {
  const [base, accent] = node.children.filter((child) => child.type === 'element');
  const mark = ACCENTS[toString(accent!)];
  if (!mark) throw new Error(`"${tex}" has an accent that a legend does not know`);
  return [element('i', [text(toString(base!) + mark)])];
}

function element(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children };
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}
