import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { withoutSymbols } from './symbolSyntax.ts';

/**
 * KaTeX says each formula three times (MathML, TeX, HTML). The search index is to have it once, as
 * TeX, written as a reader would: without our symbol names.
 */
export function texOnce() {
  return (tree: Root): void => {
    visit(tree, 'element', (element) => {
      if (classes(element).includes('katex-html')) {
        element.properties['dataPagefindIgnore'] = '';
        return SKIP;
      }
      if (element.tagName === 'semantics') indexOnlyTex(element);
      return undefined;
    });
  };
}

function indexOnlyTex(semantics: Element): void {
  for (const child of semantics.children) {
    if (child.type !== 'element') continue;
    if (child.tagName === 'annotation') {
      child.children = [{ type: 'text', value: withoutSymbols(toString(child)) }];
    } else {
      child.properties['dataPagefindIgnore'] = '';
    }
  }
}

function classes(element: Element): (string | number)[] {
  const { className } = element.properties;
  return Array.isArray(className) ? className : [];
}
