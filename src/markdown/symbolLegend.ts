import type { ElementContent } from 'hast';
import type { PhrasingContent } from 'mdast';
import type { Language } from '../language.ts';
import { markup, htmlMarkup } from './markup.ts';
import { smallMath } from './smallMath.ts';
import { symbolUses, withoutSymbols } from './symbolSyntax.ts';
import { notationClass, type SymbolEntry } from './symbolTable.ts';

const LEGEND_NAME: Record<Language, string> = { zh: '式中的符号', en: 'Symbols in the equation' };

/**
 * The list under a numbered equation: each symbol, its name and its shape. `data-sym` ties a chip
 * to the same symbol elsewhere on the page.
 */
export function symbolLegend(
  formula: string,
  symbols: Map<string, SymbolEntry>,
  language: Language,
): PhrasingContent | undefined {
  const firstUses = new Map<string, string>();
  for (const { id, tex } of symbolUses(formula)) {
    if (!firstUses.has(id)) firstUses.set(id, withoutSymbols(tex));
  }
  if (firstUses.size === 0) return undefined;
  const chips = [...firstUses].map(([id, tex]) => {
    const entry = symbols.get(id)!;
    return markup('li', {}, [chip(id, entry.tex ?? tex, entry, language)]);
  });
  return markup('ul', { className: ['symbol-legend'], ariaLabel: LEGEND_NAME[language] }, chips);
}

function chip(id: string, tex: string, entry: SymbolEntry, language: Language): PhrasingContent {
  const className = notationClass(entry);
  const shape = entry.shape ? [' ', htmlMarkup('small', {}, legendMath(entry.shape))] : [];
  return markup('span', { dataSym: id, ...(className && { className }) }, [
    htmlMarkup('b', {}, legendMath(tex)),
    ` ${entry[language]}`,
    ...shape,
  ]);
}

function legendMath(tex: string): ElementContent[] {
  const html = smallMath(tex);
  if (!html) throw new Error(`"${tex}" is too much for a legend; give the symbol a simpler "tex"`);
  return html;
}
