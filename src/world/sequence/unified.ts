import { indices } from '../choose.ts';
import type { WorldConfig } from '../config.ts';
import type { Scene, WorldObject } from '../scene.ts';
import { LETTERS, numberWords, spokenAttributes, valueWords } from '../vocabulary.ts';

/** Tokens of every sequence: padding, the start and the end of what the decoder writes. */
export const MARKS = { padding: '<pad>', start: '<start>', end: '<end>' } as const;

/** How many location tokens the toy vocabulary has. */
export const LOCATION_BINS = 35;

/** Words of instructions and answers that are no value of an attribute. */
const FUNCTION_WORDS = [
  ...['.', ';', 'describe', 'is', 'there', 'are', 'what', 'color', 'motion', 'shape', 'where'],
  ...['how', 'many', 'object', 'nothing', 'yes', 'no', ...LETTERS],
  ...['left-of', 'right-of', 'above', 'below', 'which', 'region', 'match', 'true', 'false'],
  ...['before', 'intent', 'after', 'outside', 'why', 'draw'],
];

/** The kinds of token, in the order in which they stand in the vocabulary. */
export type TokenKind = 'text' | 'code' | 'bin';

/** One vocabulary for words, image codes and location bins, as in OFA (arXiv 2202.03052, section 3.1). */
export interface UnifiedVocabulary {
  /** Every token by its number */
  readonly words: readonly string[];
  /** How many tokens of each kind; text comes first, then codes, then bins */
  readonly counts: Readonly<Record<TokenKind, number>>;
  token(word: string): number;
  encode(words: readonly string[]): number[];
  kindOf(token: number): TokenKind;
}

/** The token of an image code, and of a location bin. */
export const codeWord = (code: number): string => `<code_${code}>`;
export const binWord = (bin: number): string => `<bin_${bin}>`;

/** The number of a location token; undefined for every other word. */
export function binOfWord(word: string): number | undefined {
  const found = /^<bin_(\d+)>$/.exec(word);
  return found ? Number(found[1]) : undefined;
}

/** The number of an image code; undefined for every other word. */
export function codeOfWord(word: string): number | undefined {
  const found = /^<code_(\d+)>$/.exec(word);
  return found ? Number(found[1]) : undefined;
}

/** Image codes: 0 for an empty cell, then one for each colour and shape. */
export const codeCount = ({ colours, shapes }: WorldConfig): number =>
  1 + colours.length * shapes.length;

/** The code of what a cell holds. */
export const codeOf = (
  { shapes }: WorldConfig,
  object: Pick<WorldObject, 'colour' | 'shape'> | undefined,
): number => (object ? 1 + object.colour * shapes.length + object.shape : 0);

/** What a code stands for; undefined for the empty cell. */
export const objectOfCode = (
  { shapes }: WorldConfig,
  code: number,
): Pick<WorldObject, 'colour' | 'shape'> | undefined =>
  code === 0
    ? undefined
    : { colour: Math.floor((code - 1) / shapes.length), shape: (code - 1) % shapes.length };

/** A scene as one code a cell, in reading order. */
export const sceneCodes = (config: WorldConfig, scene: Scene): number[] =>
  indices(config.gridSize ** 2).map((cell) =>
    codeOf(
      config,
      scene.find((object) => object.cell === cell),
    ),
  );

/** The unified vocabulary of a world. */
export function createUnifiedVocabulary(config: WorldConfig): UnifiedVocabulary {
  const spoken = spokenAttributes(config).flatMap((attribute) => valueWords(config, attribute));
  const text = [
    ...Object.values(MARKS),
    ...FUNCTION_WORDS,
    ...valueWords(config, 'shape'),
    ...spoken,
    ...numberWords(config),
  ];
  const codes = indices(codeCount(config)).map(codeWord);
  const bins = indices(LOCATION_BINS).map(binWord);
  const words = [...text, ...codes, ...bins];
  const numbers = new Map(words.map((word, index) => [word, index]));
  const token = (word: string): number => {
    const number = numbers.get(word);
    if (number === undefined)
      throw new RangeError(`"${word}" is no token of the unified vocabulary`);
    return number;
  };
  return {
    words,
    counts: { text: text.length, code: codes.length, bin: bins.length },
    token,
    encode: (some) => some.map(token),
    kindOf: (number) =>
      number < text.length ? 'text' : number < text.length + codes.length ? 'code' : 'bin',
  };
}
