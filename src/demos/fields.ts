import * as v from 'valibot';

/**
 * The kinds of field a demo's state is made of.
 *
 * Each accepts what a URL can hold (strings) as well as its own type, and falls back to its default
 * on anything else, so that one bad value never costs the others or the page.
 */

/** What a field may hold; tests draw random states from it. */
export type FieldDomain =
  | { kind: 'integer' | 'number'; minimum: number; maximum: number }
  | { kind: 'choice'; options: readonly (string | number)[] }
  | { kind: 'flag' }
  /** The text of a random scene for each whole number */
  | { kind: 'scene'; scene: (index: number) => string };

const domain = <Input>(metadata: FieldDomain) =>
  v.metadata<Input, { domain: FieldDomain }>({ domain: metadata });

/** A number, or a URL's text for one; not the empty text, which `Number` would take for 0. */
const numeric = v.union([
  v.number(),
  v.pipe(v.string(), v.trim(), v.nonEmpty(), v.transform(Number), v.number()),
]);

/** A whole number from `minimum` to `maximum`, both included. */
export const integerField = (minimum: number, maximum: number, fallback: number) =>
  v.fallback(
    v.pipe(
      numeric,
      v.integer(),
      v.minValue(minimum),
      v.maxValue(maximum),
      domain({ kind: 'integer', minimum, maximum }),
    ),
    fallback,
  );

/** A finite number from `minimum` to `maximum`, both included. */
export const numberField = (minimum: number, maximum: number, fallback: number) =>
  v.fallback(
    v.pipe(
      numeric,
      v.finite(),
      v.minValue(minimum),
      v.maxValue(maximum),
      domain({ kind: 'number', minimum, maximum }),
    ),
    fallback,
  );

/** One of the given words or numbers. */
export const choiceField = <const Options extends readonly (string | number)[]>(
  options: Options,
  fallback: Options[number],
) =>
  v.fallback(
    v.pipe(
      v.union([v.string(), v.number()]),
      v.transform((value) => options.find((option) => String(option) === String(value))),
      v.custom<Options[number]>((value) => value !== undefined),
      domain({ kind: 'choice', options }),
    ),
    fallback,
  );

/** On or off; in a URL `1` and `0`. */
export const flagField = (fallback: boolean) =>
  v.fallback(
    v.pipe(
      v.union([
        v.boolean(),
        v.pipe(
          v.picklist(['1', '0']),
          v.transform((text) => text === '1'),
        ),
      ]),
      domain({ kind: 'flag' }),
    ),
    fallback,
  );

/** Addresses stay short. */
const LONGEST_TEXT = 200;

/** A short text that `accepts` takes; tests draw it from the examples. */
export const textField = (
  accepts: (text: string) => boolean,
  examples: readonly string[],
  fallback: string,
  longest = LONGEST_TEXT,
) =>
  v.fallback(
    v.pipe(
      v.string(),
      v.maxLength(longest),
      v.check(accepts),
      domain({ kind: 'choice', options: examples }),
    ),
    fallback,
  );
