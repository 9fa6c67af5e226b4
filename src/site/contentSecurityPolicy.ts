import { createHash } from 'node:crypto';
import { appendFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { normaliseBase } from './basePath.ts';
import { readBuiltPages } from './builtPages.ts';
import { elementsOf } from './html.ts';

/** Directives that are the same on every page. `blob:` shows images that a reader dropped in. */
const COMMON = [
  "style-src-attr 'unsafe-inline'", // KaTeX sets sizes in style attributes
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
];

const YEAR = 365 * 24 * 60 * 60;

/**
 * Astro integration: gives each built page a Content-Security-Policy `<meta>` that allows the
 * site's own files and, by hash, the page's own inline scripts and styles; and writes `_headers`
 * for hosts that read it. It must be the last integration that changes HTML.
 */
export function contentSecurityPolicy(): AstroIntegration {
  let base = '/';
  return {
    name: 'content-security-policy',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = normaliseBase(config.base);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const directory = fileURLToPath(dir);
        const pages = await readBuiltPages(directory);
        await Promise.all(pages.map(({ file, html }) => writeFile(file, insertPolicy(html))));
        const routes = pages.map(({ route }) => route);
        await appendFile(new URL('_headers', dir), headersFile(routes, base));
        logger.info(`policy written into ${pages.length} pages`);
      },
    },
  };
}

/** The policy for one page: the site's own files, and its inline scripts and styles by hash. */
export function policyFor(html: string): string {
  const inline = elementsOf(html).filter(({ attributes }) => attributes.src === undefined);
  const scripts = inline.filter(({ name, attributes }) => name === 'script' && runs(attributes));
  const styles = inline.filter(({ name }) => name === 'style');
  return [
    "default-src 'self'",
    `script-src ${sources(["'self'", "'wasm-unsafe-eval'"], scripts)}`,
    `style-src-elem ${sources(["'self'"], styles)}`,
    ...COMMON,
  ].join('; ');
}

/**
 * Inserts the page's policy before the first thing it governs. A leading `<meta charset>` stays
 * ahead of it, because browsers look for that in the first 1024 bytes only.
 */
export function insertPolicy(html: string): string {
  const elements = elementsOf(html);
  const isHead = ({ ancestors }: { ancestors: readonly string[] }) => ancestors.includes('head');
  const [first] = elements.filter((element) => isHead(element));
  const anchor =
    first?.attributes.charset === undefined
      ? elements.find(({ name }) => name === 'head')?.startTagEnd
      : first.startTagEnd;
  if (anchor === undefined) throw new Error('A page without <head> cannot carry its policy.');
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policyFor(html)}">`;
  return html.slice(0, anchor) + meta + html.slice(anchor);
}

/**
 * The `_headers` file: the directives that need no hash, with `frame-ancestors` (which a `<meta>`
 * cannot carry), and long caching for files whose name is their hash. Each part of the site has its
 * own rule, since hosts combine all rules that match: a rule for `/*` would forbid the embeds.
 */
export function headersFile(routes: readonly string[], base: string): string {
  const parts = new Set(routes.map((route) => route.replace(/^(\/[^/]+\/).*$/, '$1*')));
  const rules = [...parts].sort().map((part) => {
    const ancestors = part === '/embed/*' ? '*' : "'self'";
    return rule(base, part, {
      'Content-Security-Policy': [...COMMON, `frame-ancestors ${ancestors}`].join('; '),
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
    });
  });
  const cached = rule(base, '/_astro/*', {
    'Cache-Control': `public, max-age=${YEAR}, immutable`,
  });
  return [...rules, cached].join('');
}

function rule(base: string, part: string, headers: Record<string, string>): string {
  const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`);
  return `${base}${part.slice(1)}\n${lines.join('')}`;
}

/** Data blocks such as `application/ld+json` are not run, and need no hash. */
function runs(attributes: Readonly<Record<string, string>>): boolean {
  const type = attributes.type ?? '';
  return ['', 'module', 'text/javascript', 'importmap', 'speculationrules'].includes(type);
}

function sources(always: readonly string[], inline: readonly { text: string }[]): string {
  const hashes = inline.map(({ text }) => {
    const digest = createHash('sha256').update(text).digest('base64');
    return `'sha256-${digest}'`;
  });
  return [...new Set([...always, ...hashes])].join(' ');
}
