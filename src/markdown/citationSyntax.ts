/** One work in a citation: `[see @key, Section 3]` has prefix “see”, locator “Section 3”. */
export interface CitedWork {
  key: string;
  prefix: string;
  locator: string;
}

/** A citation in a text: `[@a; @b]` in parentheses, or `@a` as part of the sentence. */
export interface Citation {
  start: number;
  end: number;
  narrative: boolean;
  works: CitedWork[];
}

// A key is lower-case ASCII, so that Chinese may follow it without a space.
const KEY = '@([a-z][a-z0-9_-]*)';
const CITATION = new RegExp(`\\[([^[\\]]*${KEY}[^[\\]]*)\\]|(?<![A-Za-z0-9._/@])${KEY}`, 'g');
const WORK = new RegExp(`^([^@]*)${KEY}(?:[,，]\\s*([^@]*))?$`);

/** All citations in a piece of prose. */
export function findCitations(text: string): Citation[] {
  return [...text.matchAll(CITATION)].map((match) => {
    const [whole, group, , narrativeKey] = match;
    const start = match.index;
    const works = narrativeKey
      ? [{ key: narrativeKey, prefix: '', locator: '' }]
      : group!.split(/[;；]/).map(parseWork);
    return { start, end: start + whole.length, narrative: narrativeKey !== undefined, works };
  });
}

/** A part that is no citation is taken as a key, which then is not found and is reported as written. */
function parseWork(part: string): CitedWork {
  const match = WORK.exec(part.trim());
  if (!match) return { key: part.trim(), prefix: '', locator: '' };
  return { key: match[2]!, prefix: match[1]!.trim(), locator: (match[3] ?? '').trim() };
}
