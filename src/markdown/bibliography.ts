import { join } from 'node:path';
import { Cite } from 'rehype-citation';
import { cachedReader } from './cachedReader.ts';

/** A work of `content/references.bib`, as far as the site prints it. */
export interface Work {
  key: string;
  /** Each with the particle before the family name (“van den Oord”); a team has no given name. */
  authors: { family: string; given: string }[];
  /** The list in the file ends in “and others”. */
  hasMoreAuthors: boolean;
  year: string;
  title: string;
  /** Conference, journal or publisher; empty for a preprint. */
  venue: string;
  links: { text: string; url: string }[];
}

interface CslItem {
  id: string;
  author?: { family?: string; given?: string; 'non-dropping-particle'?: string }[];
  issued?: { 'date-parts'?: number[][] };
  title?: string;
  'container-title'?: string;
  publisher?: string;
  URL?: string;
  DOI?: string;
}

const read = cachedReader((text) => {
  const eprints = arxivNumbers(text);
  const items = new Cite(text, { generateGraph: false }).data as CslItem[];
  return new Map(items.map((item) => [item.id, work(item, eprints.get(item.id))]));
});

/** The works of `content/references.bib` by key. */
export function readBibliography(root: string): Map<string, Work> {
  return read(join(root, 'content/references.bib'));
}

/** citation-js drops `eprint`, so the arXiv number of each entry is read here. */
function arxivNumbers(bibtex: string): Map<string, string> {
  const entries = bibtex.split(/^@/m).map((entry) => ({
    key: /^\w+\{([^,\s]+)/.exec(entry)?.[1],
    eprint: /\beprint\s*=\s*[{"]([^}"]+)/.exec(entry)?.[1],
  }));
  return new Map(
    entries.flatMap(({ key, eprint }) => (key && eprint ? [[key, eprint] as const] : [])),
  );
}

function work(item: CslItem, arxiv: string | undefined): Work {
  const names = item.author ?? [];
  const authors = names.filter(({ family }) => family !== 'others');
  const container = item['container-title'] ?? item.publisher ?? '';
  const url = item.URL ?? /https?:\/\/\S+/.exec(container)?.[0];
  return {
    key: item.id,
    authors: authors.map((name) => ({
      family: [name['non-dropping-particle'], name.family].filter(Boolean).join(' '),
      given: name.given ?? '',
    })),
    hasMoreAuthors: authors.length < names.length,
    year: String(item.issued?.['date-parts']?.[0]?.[0] ?? ''),
    title: item.title ?? '',
    venue: container.replace(/^arXiv preprint.*/, '').replace(/[,\s]*https?:\/\/\S+/, ''),
    links: [
      ...(arxiv ? [{ text: `arXiv:${arxiv}`, url: `https://arxiv.org/abs/${arxiv}` }] : []),
      ...(item.DOI ? [{ text: `doi:${item.DOI}`, url: `https://doi.org/${item.DOI}` }] : []),
      ...(url ? [{ text: new URL(url).hostname.replace(/^www\./, ''), url }] : []),
    ],
  };
}
