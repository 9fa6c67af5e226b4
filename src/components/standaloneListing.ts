import { listingNamed, listings } from './listings.ts';

/**
 * A Python listing with the listings that it imports before it, as one file: what a reader can take home.
 * Imports between the listings are left out, for everything then stands in one file.
 */
export function standaloneListing(name: string): string {
  const sources = withImported(name).map((file) => listingNamed(file).source);
  const [, docstring = ''] = /^("""[^]*?"""\n)/.exec(sources.at(-1)!) ?? [];
  const code = sources.map((source) => source.replace(docstring, '').replace(IMPORT, '').trim());
  return `${docstring}\n${packageImports(sources)}\n\n\n${code.join('\n\n\n')}\n`;
}

/** An import at the beginning of a line; those inside a function or block stay. */
const IMPORT = /^(?:import|from) .+\n/gm;

const isListing = (module: string): boolean =>
  listings.some((listing) => listing.name === `${module}.py`);

/** The module of `from module import …`, or else nothing. */
const moduleOf = (line: string): string => /^from (\w+) /.exec(line)?.[1] ?? '';

const importLines = (source: string): string[] => source.match(IMPORT) ?? [];

/** The listing and all that it imports, directly or not, each after what it needs itself. */
function withImported(name: string, found: string[] = []): string[] {
  if (found.includes(name)) return found;
  for (const module of importLines(listingNamed(name).source).map(moduleOf)) {
    if (isListing(module)) withImported(`${module}.py`, found);
  }
  found.push(name);
  return found;
}

/** Each import of a package once, in the order of the alphabet. */
const packageImports = (sources: readonly string[]): string =>
  [...new Set(sources.flatMap(importLines).map((line) => line.trim()))]
    .filter((line) => !isListing(moduleOf(line)))
    .sort()
    .join('\n');
