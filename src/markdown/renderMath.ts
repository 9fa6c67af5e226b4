import type { Element, ElementContent, Root } from 'hast';
import { fromHtmlIsomorphic } from 'hast-util-from-html-isomorphic';
import { toString } from 'hast-util-to-string';
import katex from 'katex';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { failAt } from './failure.ts';
import { katexOptions } from './katexOptions.ts';
import { smallMath } from './smallMath.ts';

/**
 * Renders the formulas of remark-math: with KaTeX, or as letters with sub- and superscripts where a
 * formula in a sentence needs no more (`smallMath`). TeX that KaTeX does not understand fails the build.
 *
 * Not `rehype-katex`: it brings an older KaTeX, whose class names the stylesheet of ours does not
 * know, and turns errors into warnings.
 */
export function renderMath() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'element', (element, index, parent) => {
      const formula = formulaIn(element);
      if (!formula || !parent || index === undefined) return undefined;
      const nodes = render(formula.tex, formula.isDisplay, element, file);
      parent.children.splice(index, 1, ...nodes);
      return [SKIP, index + nodes.length];
    });
  };
}

/** The formula in `<code class="math-inline">` or `<pre><code class="math-display">`. */
function formulaIn(element: Element): { tex: string; isDisplay: boolean } | undefined {
  const [child] = element.children;
  if (element.tagName === 'pre' && child?.type === 'element' && hasClass(child, 'math-display')) {
    return { tex: toString(child), isDisplay: true };
  }
  if (hasClass(element, 'math-inline')) return { tex: toString(element), isDisplay: false };
  return undefined;
}

function hasClass({ properties }: Element, name: string): boolean {
  return Array.isArray(properties.className) && properties.className.includes(name);
}

function render(tex: string, displayMode: boolean, at: Element, file: VFile): ElementContent[] {
  try {
    const small = displayMode ? undefined : smallMath(tex);
    if (small) return [span('small-math', small)];
    const html = katex.renderToString(tex, { ...katexOptions, displayMode, throwOnError: true });
    return fromHtmlIsomorphic(html, { fragment: true }).children as ElementContent[];
  } catch (error) {
    return failAt(file, at, error instanceof Error ? error.message : String(error));
  }
}

function span(className: string, children: ElementContent[]): ElementContent {
  return { type: 'element', tagName: 'span', properties: { className: [className] }, children };
}
