import type { Term } from '../markdown/glossary.ts';
import type { Language } from '../language.ts';

/** What the popover of a term shows, by the term's id. */
export type TermDefinitions = Record<
  string,
  { name: string; otherName: string; definition: string }
>;

/** The glossary in one language, as the pages fetch it. */
export function termDefinitions(terms: readonly Term[], language: Language): TermDefinitions {
  const other = language === 'zh' ? 'en' : 'zh';
  return Object.fromEntries(
    terms.map((term) => [
      term.id,
      { name: term[language], otherName: term[other], definition: term.definition[language] },
    ]),
  );
}
