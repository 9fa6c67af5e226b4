import { utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bookIndex } from '../../src/markdown/bookIndex.ts';
import { readChapters } from '../../src/markdown/chapters.ts';
import { glossaryProblems, parseGlossary } from '../../src/markdown/glossary.ts';
import { parityProblems } from '../../src/markdown/parity.ts';
import { readSymbols } from '../../src/markdown/symbolTable.ts';
import { book, failure } from './book.ts';

const PAGE =
  '---\ntitle: t\n---\n\n## 一 [#one]\n\n$$ #eq-a\na\n$$\n\n<Figure id="fig-a">x</Figure>\n';

describe('the index of the book', () => {
  it('sees a page that has changed', () => {
    const root = book({ 'zh/vit': PAGE });
    expect([...bookIndex(root).zh.labels.keys()]).toEqual(['eq-a', 'fig-a']);
    const path = join(root, 'content/docs/zh/vit.mdx');
    writeFileSync(path, PAGE.replace('eq-a', 'eq-b'));
    utimesSync(path, new Date(), new Date(Date.now() + 5000));
    expect([...bookIndex(root).zh.labels.keys()]).toEqual(['eq-b', 'fig-a']);
  });

  it('is built once while nothing changes', () => {
    const root = book({ 'zh/vit': PAGE });
    expect(bookIndex(root)).toBe(bookIndex(root));
  });

  it('names both places of a label or section that is given twice', () => {
    const pages = { 'zh/vit': PAGE, 'zh/recap': '$$ #eq-a\na\n$$' };
    expect(() => bookIndex(book(pages))).toThrow(
      /the label "eq-a" is given twice: .*zh\/recap\.mdx:1 and .*zh\/vit\.mdx:7/,
    );
    expect(() => bookIndex(book({ 'zh/vit': '## a [#one]\n\n### b [#one]' }))).toThrow(
      /the section id "one" is given twice: .*vit\.mdx:1 and .*vit\.mdx:3/,
    );
  });

  it('says which page cannot be parsed', () => {
    expect(() => bookIndex(book({ 'en/vit': PAGE.replace('</Figure>', '') }))).toThrow(
      /en\/vit\.mdx:11: /,
    );
  });
});

describe('parity', () => {
  const problems = (zh: string, en: string) =>
    parityProblems(bookIndex(book({ 'zh/vit': zh, 'en/vit': en })));

  it('has no complaint about pages that are the same', () => {
    expect(problems(PAGE, PAGE)).toEqual([]);
  });

  it('misses a page', () => {
    expect(parityProblems(bookIndex(book({ 'zh/vit': PAGE })))).toEqual([
      'the page "vit" is missing in en',
    ]);
  });

  it.each([
    ['sections', '## 一 [#one]', '## One [#two]', 'vit: sections only in zh: h2 #one'],
    ['depths', '## 一 [#one]', '### One [#one]', 'vit: sections only in en: h3 #one'],
    ['equations', '$$ #eq-a\na\n$$', '', 'vit: equations only in zh: eq-a'],
    ['figures', '', '<Figure id="fig-a">x</Figure>', 'vit: figures only in en: fig-a'],
    ['demos', '<Demo id="a" />', '', 'vit: demos only in zh: demo-a'],
    [
      'exercises',
      '<Exercise id="exercise-a">x</Exercise>',
      '',
      'vit: exercises only in zh: exercise-a',
    ],
    ['citations', '[@li2023a]', '[@li2023b]', 'vit: citations only in en: li2023b'],
    ['terms', '<Term id="attention" />', '', 'vit: terms only in zh: attention'],
    [
      'order',
      '## 一 [#a]\n\n## 二 [#b]',
      '## 2 [#b]\n\n## 1 [#a]',
      'vit: sections in another order: zh h2 #a, h2 #b; en h2 #b, h2 #a',
    ],
  ])('compares %s', (_name, zh, en, problem) => {
    expect(problems(zh, en)).toContain(problem);
  });
});

describe('the data files', () => {
  const term = `- id: attention
  zh: 注意力
  en: attention
  aliases: { zh: [], en: [MHA] }
  definition: { zh: 甲, en: a }
  section: vit#attention
`;

  it('glossary: a good entry passes', () => {
    expect(parseGlossary(term)).toHaveLength(1);
  });

  it.each([
    [
      'a missing translation',
      term.replace('definition: { zh: 甲, en: a }', 'definition: { zh: 甲 }'),
      '0.definition.en',
    ],
    ['an empty text', term.replace('en: attention', "en: ''"), '0.en: must not be empty'],
    [
      'a malformed section',
      term.replace('vit#attention', 'attention'),
      'a section is written "page#section-id"',
    ],
    ['an unknown field', `${term}  note: x\n`, '0.note'],
    ['an id that is given twice', term + term, 'two terms have the same id'],
  ])('glossary: %s is reported', (_name, yaml, message) => {
    expect(() => parseGlossary(yaml)).toThrow('content/glossary.yaml is not valid');
    expect(() => parseGlossary(yaml)).toThrow(message);
  });

  it('glossary: a section that is not in the book is reported', () => {
    const index = bookIndex(book({ 'zh/vit': '## 注意力 [#attention]' }));
    expect(glossaryProblems(parseGlossary(term), index)).toEqual([
      'the term "attention" points to vit#attention, which en does not have',
    ]);
  });

  it('terms: an unknown one is reported with file and line', async () => {
    const message = await failure('文字\n\n<Term id="atention">注意力</Term>');
    expect(message).toMatch(
      /vit\.mdx:3: "atention" is not a term of content\/glossary\.yaml\. Did you mean "attention"\?/,
    );
  });

  it('symbols and chapters: what is not valid is reported', () => {
    const root = book(
      {},
      { 'content/symbols.yaml': 'Queries: { zh: 查询 }', 'content/chapters.yaml': '- { slug: A }' },
    );
    expect(() => readSymbols(root)).toThrow(/symbols\.yaml is not valid:[^]*Queries/);
    expect(() => readChapters(root)).toThrow(/chapters\.yaml is not valid:[^]*0\.slug/);
  });
});
