import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { parse } from 'yaml';
import { normaliseBase, withBase } from './basePath.ts';
import { readBuiltPages, type BuiltPage } from './builtPages.ts';
import { elementsOf } from './html.ts';

/** From an address that was published to the one that replaces it, both without the base path. */
export type Redirects = Readonly<Record<string, string>>;

/** Where the redirects are kept, from the project's root. */
export const REDIRECTS_FILE = 'content/redirects.yaml';

const ADDRESS = /^\/(?:[^#?]*\/)?(?:#[^#]+)?$/;

/**
 * Astro integration: keeps published addresses alive on any static host. A page that is gone
 * becomes a stub; a section that is gone becomes an entry in a small script on its page. Both keep
 * the query, which holds the state of demos.
 */
export function redirects(): AstroIntegration {
  let base = '/';
  let root: URL;
  return {
    name: 'redirects',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = normaliseBase(config.base);
        root = config.root;
      },
      'astro:build:done': async ({ dir, logger }) => {
        const entries = readRedirects(fileURLToPath(root));
        const pages = await readBuiltPages(fileURLToPath(dir));
        checkRedirects(entries, pages);
        for (const { file, html } of redirectedPages(entries, pages, base)) {
          const target = path.join(fileURLToPath(dir), file);
          await mkdir(path.dirname(target), { recursive: true });
          await writeFile(target, html);
        }
        logger.info(`${Object.keys(entries).length} redirects`);
      },
    },
  };
}

/** Reads `content/redirects.yaml`; a missing or empty file has no redirects. */
export function readRedirects(root: string): Redirects {
  const file = path.join(root, REDIRECTS_FILE);
  return existsSync(file) ? parseRedirects(readFileSync(file, 'utf8')) : {};
}

/** Parses the YAML of redirects, `/zh/old/#section: /zh/new/#section`; throws on anything else. */
export function parseRedirects(yaml: string): Redirects {
  const entries: unknown = parse(yaml) ?? {};
  if (typeof entries !== 'object' || entries === null || Array.isArray(entries)) {
    throw new Error(`${REDIRECTS_FILE}: expected a mapping of addresses to addresses.`);
  }
  for (const address of Object.entries(entries as Record<string, unknown>).flat()) {
    if (typeof address === 'string' && ADDRESS.test(address)) continue;
    throw new Error(
      `${REDIRECTS_FILE}: expected an address like /zh/vit/ or /zh/vit/#patching, got ` +
        JSON.stringify(address),
    );
  }
  return entries as Redirects;
}

/** Throws if a redirect hides something that exists, or leads to something that does not. */
export function checkRedirects(entries: Redirects, pages: readonly BuiltPage[]): void {
  const addresses = new Set(pages.flatMap(addressesOf));
  for (const [from, to] of Object.entries(entries)) {
    if (addresses.has(from)) {
      throw new Error(`${REDIRECTS_FILE}: ${from} exists; remove its redirect.`);
    }
    if (!addresses.has(to)) {
      throw new Error(`${REDIRECTS_FILE}: ${from} leads to ${to}, which does not exist.`);
    }
  }
}

function addressesOf({ route, html }: BuiltPage): string[] {
  const ids = elementsOf(html).flatMap(({ attributes }) => attributes.id ?? []);
  return [route, ...ids.map((id) => `${route}#${id}`)];
}

/** The files to write: a stub for each page that is gone, a script in each page that lost sections. */
export function redirectedPages(
  entries: Redirects,
  pages: readonly BuiltPage[],
  base: string,
): { file: string; html: string }[] {
  const routes = new Set(Object.keys(entries).map((from) => from.split('#')[0] ?? from));
  return [...routes].map((route) => {
    const script = redirectScript(entries, route, base);
    const page = pages.find((candidate) => candidate.route === route);
    const target = entries[route];
    const file = `${route.slice(1)}index.html`;
    if (page) return { file, html: page.html.replace('</head>', () => `${script}</head>`) };
    if (target) return { file, html: stub(withBase(base, target), script) };
    throw new Error(`${REDIRECTS_FILE}: ${route} does not exist; give the page a redirect too.`);
  });
}

/** The script that sends a reader on: by hash, or, on the stub of a page, to the page's successor. */
function redirectScript(entries: Redirects, route: string, base: string): string {
  const sections = Object.entries(entries)
    .filter(([from]) => from.startsWith(`${route}#`))
    .map(([from, to]) => [from.slice(route.length), withBase(base, to)]);
  const map = JSON.stringify(Object.fromEntries(sections)).replaceAll('<', '\\u003c');
  const page = entries[route] === undefined ? null : withBase(base, entries[route]);
  return (
    `<script>(()=>{const sections=${map},page=${JSON.stringify(page)};` +
    'const go=()=>{const to=sections[location.hash]??page;if(!to)return;' +
    'const url=new URL(to,location.href);url.search||=location.search;url.hash||=location.hash;' +
    "location.replace(url)};addEventListener('hashchange',go);go()})()</script>"
  );
}

const stub = (target: string, script: string): string =>
  '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>→</title>' +
  `<meta name="robots" content="noindex"><link rel="canonical" href="${target}">${script}` +
  `<noscript><meta http-equiv="refresh" content="0;url=${target}"></noscript></head>` +
  `<body><a href="${target}">${target}</a></body></html>\n`;
