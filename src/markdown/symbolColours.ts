import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import { notationClass, readSymbols } from './symbolTable.ts';

/** Gives each symbol in a rendered formula the class of its notation colour. */
export function symbolColours({ root }: { root: string }) {
  return (tree: Root): void => {
    const symbols = readSymbols(root);
    visit(tree, 'element', (element) => {
      const id = element.properties['dataSym'];
      const { className } = element.properties;
      if (typeof id !== 'string' || !Array.isArray(className) || !className.includes('enclosing'))
        return;
      // KaTeX's own class has no style, so ours can take its place.
      element.properties.className = notationClass(symbols.get(id));
    });
  };
}
