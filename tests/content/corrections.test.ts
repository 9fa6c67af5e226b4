import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readBibliography } from '../../src/markdown/bibliography.ts';
import { chapters } from '../../src/markdown/chapters.ts';
import { parseCorrections } from '../../src/markdown/corrections.ts';

const entry = `
- id: an-id
  chapter: vit
  statement: { zh: 原文 }
  correction: { zh: 更正, en: corrected }
  reason: { zh: 理由, en: reason }
  sources: [he2016resnet]
`;

describe('corrections.yaml', () => {
  const corrections = parseCorrections(readFileSync('content/corrections.yaml', 'utf8'));
  const works = readBibliography(process.cwd());

  it.each(corrections)('$id belongs to a chapter and cites known works', ({ chapter, sources }) => {
    expect(chapters.map(({ slug }) => slug)).toContain(chapter);
    expect(sources.filter((key) => !works.has(key))).toEqual([]);
  });
});

describe('parseCorrections', () => {
  it('reads an entry', () => {
    expect(parseCorrections(entry)).toHaveLength(1);
  });

  it('names the file, the entry and the rule', () => {
    const broken = entry.replace('reason: { zh: 理由, en: reason }', 'reason: { zh: 理由 }');
    expect(() => parseCorrections(broken)).toThrow(
      /corrections\.yaml is not valid:\n {2}0\.reason\.en/,
    );
  });

  it('refuses one id twice', () => {
    expect(() => parseCorrections(entry + entry)).toThrow('two corrections have the same id');
  });
});
