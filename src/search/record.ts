import type { Term } from '../markdown/glossary.ts';
import { spaceCharacters } from './characters.ts';
import type { PageSection } from './sections.ts';

/** Stands around the names of terms in the index; the dialog never shows what is between two. */
export const NAMES_MARK = '⁂';

/** Between the names of terms in a record's metadata. */
export const NAMES_SEPARATOR = '|';

/** How much more a match among a section's term names counts than one in its text. */
const NAMES_WEIGHT = 9;
const LEAD_LENGTH = 140;

/**
 * One section as the small page that Pagefind indexes: its title, the names and aliases in both
 * languages of the terms it explains, and its text.
 */
export function sectionRecord(
  languageTag: string,
  pageTitle: string,
  section: PageSection,
  terms: Term[],
): string {
  const names = terms.flatMap((term) => [term.zh, term.en, ...term.aliases.zh, ...term.aliases.en]);
  const namesBlock = `${NAMES_MARK} ${names.map(spaceCharacters).join(' ; ')} ${NAMES_MARK}`;
  const lead = section.text.slice(0, LEAD_LENGTH);
  return [
    `<html lang="${languageTag}"><body>`,
    `<p data-pagefind-meta="title" data-pagefind-weight="7">${escape(spaceCharacters(section.title))}</p>`,
    `<i data-pagefind-meta="page:${escape(pageTitle)}"></i>`,
    `<i data-pagefind-meta="lead:${escape(lead)}"></i>`,
    `<i data-pagefind-meta="names:${escape(names.join(NAMES_SEPARATOR))}"></i>`,
    names.length ? `<p data-pagefind-weight="${NAMES_WEIGHT}">${escape(namesBlock)}</p>` : '',
    `<p>${escape(spaceCharacters(section.text))}</p>`,
    '</body></html>',
  ].join('');
}

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
