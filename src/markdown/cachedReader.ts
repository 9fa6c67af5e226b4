import { readFileSync, statSync } from 'node:fs';

/** A reader that parses a file once and again only after the file has changed (`astro dev` edits). */
export function cachedReader<Parsed>(parse: (text: string, path: string) => Parsed) {
  const cache = new Map<string, { stamp: string; parsed: Parsed }>();
  return (path: string): Parsed => {
    const stamp = fileStamp(path);
    const cached = cache.get(path);
    if (cached?.stamp === stamp) return cached.parsed;
    const parsed = parse(readFileSync(path, 'utf8'), path);
    cache.set(path, { stamp, parsed });
    return parsed;
  };
}

/** Changes whenever the file does. */
export function fileStamp(path: string): string {
  const { mtimeMs, size } = statSync(path);
  return `${mtimeMs}:${size}`;
}
