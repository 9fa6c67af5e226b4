import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const LISTINGS = new URL('../../content/code/', import.meta.url);
const GOLDEN = new URL('../golden/', import.meta.url);

/** The SHA-256 of each listing as scripts/golden.py ran it, per golden file. */
const recorded = readdirSync(GOLDEN).flatMap((file) => {
  const { listings } = JSON.parse(readFileSync(new URL(file, GOLDEN), 'utf8'));
  return Object.entries<string>(listings).map(([listing, hash]) => ({ file, listing, hash }));
});

describe('the PyTorch listings are the code that wrote the golden files', () => {
  it.each(recorded)('$file was made by the present $listing', ({ listing, hash }) => {
    const source = readFileSync(new URL(listing, LISTINGS));
    const present = createHash('sha256').update(source).digest('hex');
    expect(present, 'run: /usr/bin/python3 scripts/golden.py').toBe(hash);
  });

  it('each listing is executed', () => {
    const listings = readdirSync(LISTINGS).filter((name) => name.endsWith('.py'));
    expect(new Set(recorded.map(({ listing }) => listing))).toEqual(new Set(listings));
  });
});
