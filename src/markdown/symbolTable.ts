import { join } from 'node:path';
import * as v from 'valibot';
import { cachedReader } from './cachedReader.ts';
import { validatedYaml } from './validated.ts';

/** The notation colours of `src/components/notation.css`; `neutral` leaves the text's own. */
export const SYMBOL_COLOURS = [
  'patch', 'text', 'query', 'key', 'value', 'latent', 'connector', 'loss', 'positive', 'negative', 'neutral',
] as const; // prettier-ignore

const symbolSchema = v.strictObject({
  zh: v.string(),
  en: v.string(),
  /** The symbol as the legend shows it, in TeX; without it, as the equation first writes it. */
  tex: v.optional(v.string()),
  /** The shape of what it stands for, in TeX. */
  shape: v.optional(v.string()),
  colour: v.optional(v.picklist(SYMBOL_COLOURS), 'neutral'),
  /** For authors only: where the meaning comes from, or what it must not be mixed up with. */
  note: v.optional(v.string()),
});

const symbolsSchema = v.record(
  v.pipe(
    v.string(),
    v.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'a symbol id is lower-case words joined by hyphens'),
  ),
  symbolSchema,
);

export type SymbolEntry = v.InferOutput<typeof symbolSchema>;

const read = cachedReader(
  (text, path) => new Map(Object.entries(validatedYaml(symbolsSchema, text, path))),
);

/** The symbols of `content/symbols.yaml` by id. */
export function readSymbols(root: string): Map<string, SymbolEntry> {
  return read(join(root, 'content/symbols.yaml'));
}

/** The class that gives a symbol its notation colour; symbols without one keep the text's. */
export function notationClass(entry: SymbolEntry | undefined): string[] | undefined {
  return entry && entry.colour !== 'neutral' ? [`notation-${entry.colour}`] : undefined;
}
