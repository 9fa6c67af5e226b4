import { joinCharacters, toQuery } from './characters.ts';
import { NAMES_MARK, NAMES_SEPARATOR } from './record.ts';

/** A section that matches, ready to be shown. */
export interface Found {
  url: string;
  title: string;
  page: string;
  /** HTML with the matches in `<mark>`; made by Pagefind from our own text. */
  excerpt: string;
}

/** The part of Pagefind's browser API that is used here. */
export interface Pagefind {
  init: () => Promise<void>;
  search: (query: string) => Promise<{ results: PagefindResult[] }>;
}
interface PagefindResult {
  id: string;
  score: number;
  data: () => Promise<{
    url: string;
    excerpt: string;
    content: string;
    meta: Record<string, string>;
  }>;
}

type Data = Awaited<ReturnType<PagefindResult['data']>>;

/** So many of the best are looked at, and so many shown. */
const CANDIDATES = 24;
const MOST = 12;

/**
 * The sections that match what the reader typed, best first: those that explain a term of just that
 * name, then those that have it in their title or a term's name, then by Pagefind's score.
 */
export async function findSections(pagefind: Pagefind, typed: string): Promise<Found[]> {
  const { strict, loose } = toQuery(typed);
  if (!strict) return [];
  const [matching, ranked] = await Promise.all([pagefind.search(strict), pagefind.search(loose)]);
  const allowed = new Set(matching.results.map(({ id }) => id));
  const best = ranked.results.filter(({ id }) => allowed.has(id)).slice(0, CANDIDATES);
  const data = await Promise.all(best.map((result) => result.data()));
  return data
    .filter(({ content }) => containsWords(content, typed))
    .map((section) => ({ section, closeness: closeness(section.meta, typed) }))
    .sort((a, b) => b.closeness - a.closeness) // stable: equals stay in Pagefind's order
    .slice(0, MOST)
    .map(({ section }) => toFound(section));
}

/** Endings that a stemmer may have taken off are this long. */
const ENDING = 2;

/**
 * Whether the words typed (Chinese aside) are in a text. Pagefind also returns words that a longer
 * query begins with: “zzzz” finds “z”.
 */
function containsWords(content: string, typed: string): boolean {
  const text = content.toLowerCase();
  const words =
    typed
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];
  return words
    .flatMap((word) => word.split(/\p{Script=Han}+/u))
    .every((word) => text.includes(word.slice(0, Math.max(3, word.length - ENDING))));
}

/** 2 if the section is about just what was typed, 1 if its title or a name contains it, else 0. */
function closeness(meta: Record<string, string>, typed: string): number {
  const query = plain(typed);
  const names = meta.names ? meta.names.split(NAMES_SEPARATOR).map(plain) : [];
  if (names.includes(query)) return 2;
  return [plain(meta.title), ...names].some((name) => name.includes(query)) ? 1 : 0;
}

/** A name without the differences that do not count: case, width, spaces, hyphens. */
const plain = (name: string) => name.normalize('NFKC').toLowerCase().replace(/[\s-]/g, '');

function toFound({ url, excerpt, meta }: Data): Found {
  const shown = joinCharacters(withoutNames(excerpt));
  return {
    url,
    title: joinCharacters(meta.title),
    page: meta.page,
    excerpt: shown.includes('<mark>') ? shown : joinCharacters(meta.lead),
  };
}

/** An excerpt may begin or end inside the block of names; none of it is for the reader. */
function withoutNames(excerpt: string): string {
  const parts = excerpt.split(NAMES_MARK);
  if (parts.length === 3) return parts[0] + parts[2];
  if (parts.length === 2) return parts[0].includes(' ; ') ? parts[1] : parts[0];
  return parts[0].includes(' ; ') ? '' : excerpt;
}
