import type { Root } from 'mdast';
import type {} from 'mdast-util-mdx-jsx';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { bookIndex } from './bookIndex.ts';
import { failAt } from './failure.ts';
import { componentLabel, type ComponentLabel } from './labels.ts';
import { pagePlace } from './pagePlace.ts';

/**
 * Hands `<Figure>`, `<Demo>` and `<Exercise>` the number they have in the book, as an attribute
 * `label` (“图 1.2”, “Demo 1.1”). Fails where one has no id that can be referred to.
 */
export function numberedComponents({ root }: { root: string }) {
  return (tree: Root, file: VFile): void => {
    const place = pagePlace(file.path);
    if (!place) return;
    visit(tree, ['mdxJsxFlowElement', 'mdxJsxTextElement'], (node) => {
      if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
      const component = componentLabel(node);
      if (!component) return;
      if (!component.id) failAt(file, node, idProblem(node.name, component));
      const label = bookIndex(root)[place.language].labels.get(component.id);
      if (!label) return;
      node.attributes.push({ type: 'mdxJsxAttribute', name: 'label', value: label.text });
    });
  };
}

function idProblem(name: string | null, { kind, prefix }: ComponentLabel): string {
  const example = kind === 'demo' ? 'its-name' : `${prefix}its-name`;
  return `<${name}> needs an id, as a plain string: <${name} id="${example}">`;
}
