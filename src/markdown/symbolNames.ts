import type { Root } from 'mdast';
import type {} from 'mdast-util-math';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { failAt } from './failure.ts';
import { suggestion } from './suggestion.ts';
import { symbolUses } from './symbolSyntax.ts';
import { readSymbols } from './symbolTable.ts';

/** Fails on `\sym{id}{…}` with an id that is not in `content/symbols.yaml`. */
export function symbolNames({ root }: { root: string }) {
  return (tree: Root, file: VFile): void => {
    const symbols = readSymbols(root);
    visit(tree, ['math', 'inlineMath'], (node) => {
      if (node.type !== 'math' && node.type !== 'inlineMath') return;
      const unknown = symbolUses(node.value).find(({ id }) => !symbols.has(id));
      if (!unknown) return;
      failAt(
        file,
        node,
        `"${unknown.id}" is not a symbol of content/symbols.yaml.${suggestion(unknown.id, symbols.keys())}`,
      );
    });
  };
}
