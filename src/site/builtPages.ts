import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import path from 'node:path';

/** A page of the build. */
export interface BuiltPage {
  /** Its file, absolute. */
  file: string;
  /** Its address without the base path: `/zh/vit/`, `/404.html`. */
  route: string;
  html: string;
}

/** Reads every HTML page under the build's directory, sorted by route; throws if there is none. */
export async function readBuiltPages(directory: string): Promise<BuiltPage[]> {
  const pages: BuiltPage[] = [];
  for await (const name of glob('**/*.html', { cwd: directory })) {
    const file = path.join(directory, name);
    pages.push({ file, route: routeOfFile(name), html: readFileSync(file, 'utf8') });
  }
  if (pages.length === 0) throw new Error(`There is no built page in ${directory}.`);
  return pages.sort((a, b) => (a.route < b.route ? -1 : 1));
}

/** The route of a file of the build: `zh/vit/index.html` is `/zh/vit/`. */
export function routeOfFile(name: string): string {
  return `/${name.split(path.sep).join('/')}`.replace(/\/index\.html$/, '/');
}
