import type { Element, ElementContent, Root } from 'hast';
import { fromHtmlIsomorphic } from 'hast-util-from-html-isomorphic';
import { toString } from 'hast-util-to-string';
import katex, { type KatexOptions } from 'katex';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { failAt } from './failure.ts';
import { katexOptions } from './katexOptions.ts';
import { box } from './mathNodes.ts';
import { displayMath, smallMath } from './smallMath.ts';

/**
 * Renders the formulas of remark-math: with KaTeX, or as plain HTML where that can show the formula
 * (`smallMath`, `displayMath`). TeX that KaTeX does not understand fails the build.
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
    if (!displayMode) {
      const small = smallMath(tex);
      return small ? [inSentence(small)] : withKatex(tex, { displayMode });
    }
    const plain = displayMath(tex);
    return plain ? [displayed(plain, tex)] : withKatex(tex, { displayMode });
  } catch (error) {
    return failAt(file, at, error instanceof Error ? error.message : String(error));
  }
}

/** Letters up to which a formula stays on one line; a phone has room for twice as many. */
const SHORT = 18;

function inSentence(content: ElementContent[]): ElementContent {
  const formula = box('small-math', content);
  if (toString(formula).length > SHORT) formula.properties.className = ['small-math', 'long-math'];
  return formula;
}

/** Plain HTML for those who see it, MathML for those who do not. */
function displayed(plain: ElementContent[], tex: string): ElementContent {
  const seen = box('small-math', plain);
  Object.assign(seen.properties, { ariaHidden: 'true', dataPagefindIgnore: '' }); // see texOnce
  return box('display-math', [...withKatex(tex, { displayMode: true, output: 'mathml' }), seen]);
}

function withKatex(tex: string, options: KatexOptions): ElementContent[] {
  const html = katex.renderToString(tex, { ...katexOptions, ...options, throwOnError: true });
  return fromHtmlIsomorphic(html, { fragment: true }).children as ElementContent[];
}
