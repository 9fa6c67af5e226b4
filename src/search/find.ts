import { joinCharacters, toQuery } from './characters.ts';
import { NAMES_MARK } from './record.ts';

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
  data: () => Promise<{ url: string; excerpt: string; meta: Record<string, string> }>;
}

const MOST = 12;

/** The sections that match what the reader typed, best first. */
export async function findSections(pagefind: Pagefind, typed: string): Promise<Found[]> {
  const { strict, loose } = toQuery(typed);
  if (!strict) return [];
  const [matching, ranked] = await Promise.all([pagefind.search(strict), pagefind.search(loose)]);
  const allowed = new Set(matching.results.map(({ id }) => id));
  const best = ranked.results.filter(({ id }) => allowed.has(id)).slice(0, MOST);
  return Promise.all(best.map(async (result) => toFound(await result.data())));
}

function toFound({ url, excerpt, meta }: Awaited<ReturnType<PagefindResult['data']>>): Found {
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
