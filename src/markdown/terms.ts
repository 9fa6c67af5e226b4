import type { Root } from 'mdast';
import type {} from 'mdast-util-mdx-jsx';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { failAt } from './failure.ts';
import { readGlossary } from './glossary.ts';
import { literalAttribute } from './labels.ts';
import { suggestion } from './suggestion.ts';

/** Fails on `<Term id="…">` with an id that is not in `content/glossary.yaml`. */
export function terms({ root }: { root: string }) {
  return (tree: Root, file: VFile): void => {
    const ids = readGlossary(root).map(({ id }) => id);
    visit(tree, ['mdxJsxFlowElement', 'mdxJsxTextElement'], (node) => {
      if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
      if (node.name !== 'Term') return;
      const id = literalAttribute(node, 'id') ?? '';
      if (ids.includes(id)) return;
      failAt(file, node, `"${id}" is not a term of content/glossary.yaml.${suggestion(id, ids)}`);
    });
  };
}
