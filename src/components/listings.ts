/** The real files that the notes show: content/code/*.py and src/kernels/*.ts, by their path. */
const files: Record<string, string> = {
  ...import.meta.glob<string>('/content/code/*.py', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
  ...import.meta.glob<string>('/src/kernels/*.ts', {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
};

export interface Listing {
  /** From the project's root: `src/kernels/attention.ts`. */
  path: string;
  /** Its page is /code/<name>/. */
  name: string;
  language: 'python' | 'ts';
  source: string;
}

/** Every file that has a page under /code/. */
export const listings: readonly Listing[] = Object.entries(files).map(([path, source]) => ({
  path: path.slice(1),
  name: path.split('/').at(-1)!,
  language: path.endsWith('.py') ? 'python' : 'ts',
  source,
}));

/** @throws Error if there is no such file */
export function listingNamed(name: string): Listing {
  const found = listings.find((listing) => listing.name === name);
  if (!found)
    throw new Error(
      `<CodePair>: there is no ${name}; there are ${listings.map((one) => one.name).join(', ')}`,
    );
  return found;
}
