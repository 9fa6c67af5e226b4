/**
 * Checks every internal link of the built site, on all pages: starlight-links-validator reads the
 * chapters' Markdown only, not what components, embeds and the landing page write.
 */
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { normaliseBase } from '../src/site/basePath.ts';
import { readBuiltPages, type BuiltPage } from '../src/site/builtPages.ts';
import { elementsOf, type HtmlElement } from '../src/site/html.ts';

/** A link that leads nowhere. */
export interface BrokenLink {
  page: string;
  link: string;
  reason: string;
}

/** The site that is checked. */
export interface LinkedSite {
  pages: readonly BuiltPage[];
  base: string;
  /** Whether the build has a file at this path, from its root. */
  hasFile: (name: string) => boolean;
}

const LINKS: Readonly<Record<string, string>> = {
  a: 'href',
  area: 'href',
  audio: 'src',
  iframe: 'src',
  image: 'href',
  img: 'src',
  link: 'href',
  script: 'src',
  source: 'src',
  use: 'href',
  video: 'src',
};

/** Stands for wherever the site is deployed. */
const ORIGIN = 'http://site.invalid';

/** All internal links of the site whose page, file or anchor does not exist. */
export function brokenLinks({ pages, base, hasFile }: LinkedSite): BrokenLink[] {
  const parsed = pages.map(({ route, html }) => ({ route, elements: elementsOf(html) }));
  const anchors = new Map(parsed.map(({ route, elements }) => [route, anchorsOf(elements)]));
  return parsed.flatMap(({ route, elements }) =>
    linksOf(elements).flatMap((link) => {
      const reason = reasonBroken(new URL(link, ORIGIN + base + route.slice(1)));
      return reason === undefined ? [] : [{ page: route, link, reason }];
    }),
  );

  function reasonBroken(url: URL): string | undefined {
    if (url.origin !== ORIGIN) return undefined;
    if (!url.pathname.startsWith(base)) return `outside the base path ${base}`;
    const route = `/${decodeURIComponent(url.pathname.slice(base.length))}`;
    const ids = anchors.get(route);
    if (!ids) return hasFile(route.slice(1)) ? undefined : 'no such page or file';
    const id = decodeURIComponent(url.hash.slice(1));
    return id === '' || ids.has(id) ? undefined : `no #${id} on ${route}`;
  }
}

const anchorsOf = (elements: readonly HtmlElement[]): Set<string> =>
  new Set(elements.flatMap(({ attributes: { id, name } }) => [id ?? '', name ?? '']));

function linksOf(elements: readonly HtmlElement[]): string[] {
  return elements.flatMap(({ name, attributes }) => {
    const single = attributes[LINKS[name] ?? ''];
    const several = attributes.srcset?.split(',').map((part) => part.trim().split(/\s+/)[0] ?? '');
    return [...(single === undefined ? [] : [single]), ...(several ?? [])];
  });
}

if (import.meta.main) {
  const directory = 'dist';
  const pages = await readBuiltPages(directory);
  const hasFile = (name: string) => {
    const file = path.join(directory, name);
    return existsSync(file) && statSync(file).isFile();
  };
  const broken = brokenLinks({ pages, base: normaliseBase(process.env.BASE_PATH), hasFile });
  for (const { page, link, reason } of broken) console.error(`${page}: ${link} (${reason})`);
  console.log(`${pages.length} pages checked, ${broken.length} broken links.`);
  if (broken.length > 0) process.exitCode = 1;
}
