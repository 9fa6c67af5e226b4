import { indices } from './choose.ts';
import type { WorldConfig } from './config.ts';
import type { Attribute } from './question.ts';

/** Tokens that are not words: padding, end of an answer, start of a question, of an answer, of a fact. */
export const SPECIAL = {
  padding: '<pad>',
  end: '<end>',
  question: '<question>',
  answer: '<answer>',
  facts: '<facts>',
} as const;

const FUNCTION_WORDS = [
  ...['.', ';', 'describe', 'is', 'there', 'are', 'what', 'color', 'size', 'motion', 'shape'],
  ...['where', 'how', 'many', 'object', 'nothing', 'yes', 'no', 'A', 'B', 'C', 'D'],
  ...['left-of', 'right-of', 'above', 'below'],
];

/** The letters of a multiple choice. */
export const LETTERS = ['A', 'B', 'C', 'D'] as const;

const ROWS: Readonly<Record<number, readonly string[]>> = {
  2: ['top', 'bottom'],
  3: ['top', 'middle', 'bottom'],
};
const COLUMNS: Readonly<Record<number, readonly string[]>> = {
  2: ['left', 'right'],
  3: ['left', 'center', 'right'],
};

/** The model's word for each cell: one token a place, as OFA has location tokens. */
export const cellWords = ({ gridSize }: WorldConfig): string[] =>
  indices(gridSize * gridSize).map(
    (cell) =>
      `${ROWS[gridSize][Math.floor(cell / gridSize)]}-${COLUMNS[gridSize][cell % gridSize]}`,
  );

/** The model's words for the values of an attribute. */
export function valueWords(config: WorldConfig, attribute: Attribute | 'shape'): string[] {
  const lists = {
    colour: config.colours,
    size: config.sizes,
    motion: config.motions,
    shape: config.shapes,
  };
  return attribute === 'cell' ? cellWords(config) : lists[attribute].map(({ id }) => id);
}

/** The model's words for the numbers that a count may have. */
export const numberWords = ({ maximumObjects }: WorldConfig): string[] =>
  indices(Math.max(4, maximumObjects + 1)).map(String);

/** Attributes with a choice; one with a single value is never spoken of. */
export const spokenAttributes = (config: WorldConfig): Attribute[] =>
  (['colour', 'size', 'motion', 'cell'] as const).filter(
    (attribute) => valueWords(config, attribute).length > 1,
  );

/** The tokenizer of a world: one token a word. */
export interface Tokenizer {
  /** Every token by its number; filled up to a multiple of 8, which the engine multiplies faster. */
  readonly words: readonly string[];
  /** The numbers of words; throws a RangeError for one that is none. */
  encode(words: readonly string[]): number[];
  /** The words of numbers. */
  decode(tokens: Iterable<number>): string[];
  /** The number of one word. */
  token(word: string): number;
}

/** The tokenizer of a configuration. */
export function createTokenizer(config: WorldConfig): Tokenizer {
  const spoken = spokenAttributes(config).flatMap((attribute) => valueWords(config, attribute));
  const shapes = valueWords(config, 'shape');
  const special = Object.values(SPECIAL);
  const words = [...special, ...FUNCTION_WORDS, ...shapes, ...spoken, ...numberWords(config)];
  while (words.length % 8 !== 0) words.push(`<unused-${words.length}>`);
  const numbers = new Map(words.map((word, index) => [word, index]));
  const token = (word: string): number => {
    const number = numbers.get(word);
    if (number === undefined)
      throw new RangeError(`"${word}" is no word of the world ${config.id}`);
    return number;
  };
  return {
    words,
    token,
    encode: (text) => text.map(token),
    decode: (tokens) => Array.from(tokens, (number) => words[number] ?? `<${number}>`),
  };
}
