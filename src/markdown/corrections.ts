import * as v from 'valibot';
import { validatedYaml } from './validated.ts';

const text = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'));
const bothLanguages = v.strictObject({ zh: text, en: text });

const correctionSchema = v.strictObject({
  id: v.pipe(
    v.string(),
    v.regex(/^[a-z][a-z0-9-]*$/, 'an id is lower-case letters, digits and hyphens'),
  ),
  /** The chapter's slug. */
  chapter: text,
  /** What the lecture notes said; they are in Chinese. */
  statement: v.strictObject({ zh: text, en: v.optional(text) }),
  correction: bothLanguages,
  reason: bothLanguages,
  /** Keys of `content/references.bib`. */
  sources: v.array(text),
});

const correctionsSchema = v.pipe(
  v.array(correctionSchema),
  v.check(
    (corrections) => new Set(corrections.map(({ id }) => id)).size === corrections.length,
    'two corrections have the same id',
  ),
);

export type Correction = v.InferOutput<typeof correctionSchema>;

/** The corrections in the text of a `corrections.yaml`; an error names the entry and the rule it breaks. */
export function parseCorrections(yaml: string, path = 'content/corrections.yaml'): Correction[] {
  return validatedYaml(correctionsSchema, yaml, path);
}
