import { createHash } from 'node:crypto';
import { withBase } from './basePath.ts';

const LINK = /<link rel="stylesheet" href="([^"]+\.css)">/g;

export interface StyleFile {
  /** From the root of the build. */
  path: string;
  content: string;
}

/**
 * A page with one stylesheet in place of the several that the build has split its rules into: each
 * is a request that the first paint waits for, and they are small. `read` gives the text of a file
 * of the build. Pages that are built of the same parts share the file.
 */
export function withOneStylesheet(
  html: string,
  base: string,
  read: (path: string) => string,
): { html: string; file?: StyleFile } {
  const links = [...html.matchAll(LINK)];
  if (links.length < 2) return { html };
  const content = links.map(([, href]) => read(href.slice(base.length))).join('\n');
  const path = `_astro/page.${createHash('sha256').update(content).digest('hex').slice(0, 8)}.css`;
  const [first] = links;
  const one = `<link rel="stylesheet" href="${withBase(base, path)}">`;
  const shortened = html.replace(LINK, (_link, _href, offset) =>
    offset === first.index ? one : '',
  );
  return { html: shortened, file: { path, content } };
}
