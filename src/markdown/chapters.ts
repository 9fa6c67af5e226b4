import { join } from 'node:path';
import * as v from 'valibot';
import { cachedReader } from './cachedReader.ts';
import { validatedYaml } from './validated.ts';

const chapterSchema = v.strictObject({
  slug: v.pipe(
    v.string(),
    v.regex(/^[a-z0-9-]+$/, 'a slug is lower-case letters, digits and hyphens'),
  ),
  /** '1', '2', … for chapters, 'A', 'B', … for recaps. */
  number: v.pipe(
    v.string(),
    v.regex(/^(\d+|[A-Z])$/, "a chapter number is '1', '2', … or 'A', 'B', …"),
  ),
  zh: v.string(),
  en: v.string(),
});

export type Chapter = v.InferOutput<typeof chapterSchema>;

const read = cachedReader((text, path) => validatedYaml(v.array(chapterSchema), text, path));

/** The chapters in reading order, from `content/chapters.yaml`. */
export function readChapters(root = process.cwd()): Chapter[] {
  return read(join(root, 'content/chapters.yaml'));
}

export const chapters = readChapters();
