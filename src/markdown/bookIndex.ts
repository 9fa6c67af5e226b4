import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { LANGUAGES, type Language } from '../language.ts';
import { fileStamp } from './cachedReader.ts';
import { readChapters } from './chapters.ts';
import { placeName } from './failure.ts';
import { labelText, type LabelKind } from './labels.ts';
import { readPage, type PageContents, type Section } from './pageContents.ts';

/** A numbered thing of the book: an equation, a figure, a demo or an exercise. */
export interface NumberedLabel {
  id: string;
  kind: LabelKind;
  /** “1.3”, or “3” on a page that is no chapter. */
  number: string;
  /** “式 (1.3)” or “Eq. (1.3)”. */
  text: string;
  page: PageContents;
  line: number;
}

export interface SectionPlace extends Section {
  page: PageContents;
}

/** Everything in one language that can be referred to. */
export interface LanguageIndex {
  pages: Map<string, PageContents>;
  labels: Map<string, NumberedLabel>;
  /** Several pages may have a section of the same id, such as `references`. */
  sections: Map<string, SectionPlace[]>;
}

export type BookIndex = Record<Language, LanguageIndex>;

const cache = new Map<string, { stamp: string; index: BookIndex }>();

/** The index of the whole book, built again only after a page or the list of chapters has changed. */
export function bookIndex(root = process.cwd()): BookIndex {
  const files = LANGUAGES.map((language) => pageFiles(root, language));
  const inputs = [join(root, 'content/chapters.yaml'), ...files.flat()];
  const stamp = inputs.map((path) => `${path}@${fileStamp(path)}`).join('\n');
  const cached = cache.get(root);
  if (cached?.stamp === stamp) return cached.index;
  const [zh, en] = files.map((paths) => indexOf(paths.map(readPage), root));
  const index: BookIndex = { zh: zh!, en: en! };
  cache.set(root, { stamp, index });
  return index;
}

function pageFiles(root: string, language: Language): string[] {
  const folder = join(root, 'content/docs', language);
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.mdx'))
    .sort()
    .map((name) => join(folder, name));
}

function indexOf(pages: PageContents[], root: string): LanguageIndex {
  const index: LanguageIndex = { pages: new Map(), labels: new Map(), sections: new Map() };
  const numbers = new Map(readChapters(root).map(({ slug, number }) => [slug, number]));
  for (const page of pages) {
    index.pages.set(page.slug, page);
    addLabels(index, page, numbers.get(page.slug));
    addSections(index, page);
  }
  return index;
}

function addLabels(index: LanguageIndex, page: PageContents, chapter: string | undefined): void {
  const counts = new Map<LabelKind, number>();
  for (const { id, kind, line } of page.labels) {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    const number = chapter === undefined ? `${count}` : `${chapter}.${count}`;
    const earlier = index.labels.get(id);
    if (earlier) throw duplicate('label', id, earlier, { page, line });
    index.labels.set(id, {
      id,
      kind,
      number,
      text: labelText(page.language, kind, number),
      page,
      line,
    });
  }
}

function addSections(index: LanguageIndex, page: PageContents): void {
  for (const section of page.sections) {
    const places = index.sections.get(section.id) ?? [];
    const earlier = places.find((place) => place.page === page);
    if (earlier) throw duplicate('section id', section.id, earlier, { page, line: section.line });
    index.sections.set(section.id, [...places, { ...section, page }]);
  }
}

function duplicate(
  what: string,
  id: string,
  ...places: { page: PageContents; line: number }[]
): Error {
  const names = places.map(({ page, line }) => placeName(page.path, line)).join(' and ');
  return new Error(`the ${what} "${id}" is given twice: ${names}`);
}
