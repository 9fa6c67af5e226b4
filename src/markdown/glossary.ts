import { join } from 'node:path';
import * as v from 'valibot';
import { LANGUAGES } from '../language.ts';
import type { BookIndex } from './bookIndex.ts';
import { cachedReader } from './cachedReader.ts';
import { validatedYaml } from './validated.ts';

const text = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'));
const eachLanguage = <Schema extends v.GenericSchema>(schema: Schema) =>
  v.strictObject({ zh: schema, en: schema });

const termSchema = v.strictObject({
  id: v.pipe(
    v.string(),
    v.regex(/^[a-z][a-z0-9-]*$/, 'a term id is lower-case letters, digits and hyphens'),
  ),
  ...eachLanguage(text).entries,
  /** Other names a reader may search for, abbreviations included. */
  aliases: eachLanguage(v.array(text)),
  definition: eachLanguage(text),
  /** The section that explains it: `vit#attention`. */
  section: v.pipe(
    v.string(),
    v.regex(/^[a-z0-9-]+#[a-z0-9-]+$/, 'a section is written "page#section-id"'),
  ),
});

const glossarySchema = v.pipe(
  v.array(termSchema),
  v.check(
    (terms) => new Set(terms.map(({ id }) => id)).size === terms.length,
    'two terms have the same id',
  ),
);

export type Term = v.InferOutput<typeof termSchema>;

/** The terms in the text of a `glossary.yaml`; an error names the entry and the rule it breaks. */
export function parseGlossary(yaml: string, path = 'content/glossary.yaml'): Term[] {
  return validatedYaml(glossarySchema, yaml, path);
}

const read = cachedReader(parseGlossary);

/** The terms of `content/glossary.yaml`. */
export function readGlossary(root: string): Term[] {
  return read(join(root, 'content/glossary.yaml'));
}

/** Terms whose section is not in the book, or not in both languages. Empty when all is well. */
export function glossaryProblems(terms: Term[], index: BookIndex): string[] {
  return terms.flatMap(({ id, section }) => {
    const [slug = '', sectionId = ''] = section.split('#');
    return LANGUAGES.filter((language) => {
      const sections = index[language].pages.get(slug)?.sections ?? [];
      return !sections.some((known) => known.id === sectionId);
    }).map((language) => `the term "${id}" points to ${section}, which ${language} does not have`);
  });
}
