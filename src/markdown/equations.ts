import type { Root, RootContent } from 'mdast';
import type { Math } from 'mdast-util-math';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { Language } from '../language.ts';
import { bookIndex } from './bookIndex.ts';
import { failAt } from './failure.ts';
import { equationLabel } from './labels.ts';
import { markup } from './markup.ts';
import { pagePlace } from './pagePlace.ts';
import { symbolLegend } from './symbolLegend.ts';
import { readSymbols } from './symbolTable.ts';

/**
 * A display formula that opens with `$$ #eq-attention` is numbered, can be linked to by its label,
 * and gets a legend of the symbols in it. The number stands beside the formula rather than in it
 * (`\tag`), where it would cover the formula on a narrow screen.
 */
export function equations({ root }: { root: string }) {
  return (tree: Root, file: VFile): void => {
    const place = pagePlace(file.path);
    if (!place) return;
    visit(tree, 'math', (math, index, parent) => {
      const id = labelOf(math, file);
      if (!id || !parent || index === undefined) return undefined;
      const legend = legendOf(math, file, root, place.language);
      const label = bookIndex(root)[place.language].labels.get(id);
      const number = markup('span', { className: ['equation-number'] }, [
        `(${label?.number ?? '?'})`,
      ]);
      const content: RootContent[] = legend ? [math, number, legend] : [math, number];
      parent.children.splice(index, 1, markup('div', { id, className: ['equation'] }, content));
      return [SKIP, index + 1];
    });
  };
}

function legendOf(math: Math, file: VFile, root: string, language: Language) {
  try {
    return symbolLegend(math.value, readSymbols(root), language);
  } catch (error) {
    return failAt(file, math, error instanceof Error ? error.message : String(error));
  }
}

function labelOf(math: Math, file: VFile): string | undefined {
  const id = equationLabel(math.meta);
  if (!id && math.meta)
    failAt(file, math, `"${math.meta}" is no label of an equation; write "$$ #eq-its-name"`);
  if (id && !id.startsWith('eq-'))
    failAt(file, math, `the label of an equation begins with "eq-", not "${id}"`);
  if (id && math.value.includes('\\tag')) {
    failAt(file, math, `"${id}" is numbered by the site; take \\tag out of it`);
  }
  return id;
}
