import { describe, expect, it } from 'vitest';
import { readBibliography } from '../../src/markdown/bibliography.ts';
import { bookIndex } from '../../src/markdown/bookIndex.ts';
import { glossaryProblems, readGlossary } from '../../src/markdown/glossary.ts';
import { parityProblems } from '../../src/markdown/parity.ts';
import { smallMath } from '../../src/markdown/smallMath.ts';
import { readSymbols } from '../../src/markdown/symbolTable.ts';

const root = process.cwd();

describe('the book', () => {
  it('is the same in both languages', () => {
    expect(parityProblems(bookIndex(root))).toEqual([]);
  });

  it('has the sections that the glossary points to', () => {
    expect(glossaryProblems(readGlossary(root), bookIndex(root))).toEqual([]);
  });

  it('can show every symbol in a legend', () => {
    for (const { tex, shape } of readSymbols(root).values()) {
      for (const part of [tex, shape]) {
        if (part) expect(smallMath(part), part).toBeDefined();
      }
    }
  });

  it('knows authors, year and title of every work', () => {
    for (const work of readBibliography(root).values()) {
      expect(work.authors.length, work.key).toBeGreaterThan(0);
      expect(work.year, work.key).toMatch(/^\d{4}$/);
      expect(work.title, work.key).not.toBe('');
    }
  });
});
