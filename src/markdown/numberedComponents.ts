import type { Root } from 'mdast';
import type {} from 'mdast-util-mdx-jsx';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { bookIndex } from './bookIndex.ts';
import { failAt } from './failure.ts';
import { componentLabel } from './labels.ts';
import { pagePlace } from './pagePlace.ts';

/**
 * Hands `<Figure>`, `<Demo>` and `<Exercise>` the number they have in the book, as an attribute
 * `label` (“图 1.2”, “Demo 1.1”). Fails where one has no id.
 */
export function numberedComponents({ root }: { root: string }) {
  return (tree: Root, file: VFile): void => {
    const place = pagePlace(file.path);
    if (!place) return;
    visit(tree, ['mdxJsxFlowElement', 'mdxJsxTextElement'], (node) => {
      if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
      const component = componentLabel(node);
      if (!component) return;
      if (!component.id) failAt(file, node, `<${node.name}> needs an id, as a plain string`);
      const label = bookIndex(root)[place.language].labels.get(component.id);
      if (!label) return;
      node.attributes.push({ type: 'mdxJsxAttribute', name: 'label', value: label.text });
    });
  };
}
