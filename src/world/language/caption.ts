import type { WorldConfig } from '../config.ts';
import type { Scene, WorldObject } from '../scene.ts';
import { cellWords, valueWords } from '../vocabulary.ts';
import { type Concept, createLexicon } from './lexicon.ts';
import { suggest } from './suggest.ts';
import { segment, type UnknownWord } from './understand.ts';

/** What a part of a caption says of one object; each may be left out. */
export type Mention = Partial<Pick<WorldObject, 'colour' | 'shape' | 'cell'>>;

/** What was understood of a reader's description. */
export type ReadCaption =
  | {
      kind: 'caption';
      /** In the model's words, as its captions are written */
      words: string[];
      /** One for each object, in the order of the text */
      mentions: Mention[];
    }
  | { kind: 'unknown'; words: UnknownWord[] }
  /** Words that no caption has, such as those of a question */
  | { kind: 'notDescribing' }
  | { kind: 'tooLong' }
  | { kind: 'empty' };

/** What stands between two objects of a description. */
const SEPARATORS = /[;；,，、.。!！\n]|\band\b|以及|和/u;

/** The parts of a mention, in the order of the model's captions. */
const ORDER = ['colour', 'shape', 'object', 'cell'] as const;
type Part = (typeof ORDER)[number];

/**
 * Reads a description in Chinese or English, "a red circle at the top left, a blue square" or 左上的红色圆形,
 * as a caption in the model's words. The order of the objects is kept; within one it is the model's.
 * `longest` is the most words that the model's text can hold.
 */
export function readCaption(config: WorldConfig, text: string, longest: number): ReadCaption {
  const lexicon = createLexicon(config);
  const parts = text.toLowerCase().split(SEPARATORS);
  const segments = parts.map((part) => segment(part, lexicon));
  const unknown = [...new Set(segments.flatMap((part) => part.unknown))];
  if (unknown.length > 0) {
    const usable = new Map([...lexicon].filter(([, { kind }]) => isPart(kind)));
    const words = unknown.map((word) => ({ word, suggestions: suggest(word, usable) }));
    return { kind: 'unknown', words };
  }
  const spoken = segments.map(({ concepts }) => concepts).filter(({ length }) => length > 0);
  if (spoken.length === 0) return { kind: 'empty' };
  if (!spoken.flat().every(isOfCaption)) return { kind: 'notDescribing' };
  const words = spoken.flatMap((concepts, index) => [
    ...wordsOf(config, concepts),
    index === spoken.length - 1 ? '.' : ';',
  ]);
  if (words.length > longest) return { kind: 'tooLong' };
  return { kind: 'caption', words, mentions: spoken.map(mentionOf) };
}

const isPart = (kind: Concept['kind']): boolean => (ORDER as readonly string[]).includes(kind);

const isOfCaption = (concept: Concept): boolean =>
  isPart(concept.kind) || (concept.kind === 'number' && concept.value === 1); // "1 red circle" is one

function wordsOf(config: WorldConfig, concepts: readonly Concept[]): string[] {
  const lists: Record<Exclude<Part, 'object'>, readonly string[]> = {
    colour: valueWords(config, 'colour'),
    shape: valueWords(config, 'shape'),
    cell: cellWords(config),
  };
  return ORDER.flatMap((part) =>
    concepts.flatMap((concept) => {
      if (concept.kind !== part) return [];
      return part === 'object' ? ['object'] : [lists[part][(concept as { value: number }).value]];
    }),
  );
}

function mentionOf(concepts: readonly Concept[]): Mention {
  const mention: Mention = {};
  for (const concept of concepts) {
    if (concept.kind === 'colour' || concept.kind === 'shape' || concept.kind === 'cell') {
      mention[concept.kind] = concept.value;
    }
  }
  return mention;
}

/** Whether each mention holds of an object of its own. */
export function isTrueOf(scene: Scene, mentions: readonly Mention[]): boolean {
  const [first, ...rest] = mentions;
  if (!first) return true;
  return scene.some(
    (object, index) =>
      isAbout(first, object) &&
      isTrueOf(
        scene.filter((_, other) => other !== index),
        rest,
      ),
  );
}

const isAbout = (mention: Mention, object: WorldObject): boolean =>
  (['colour', 'shape', 'cell'] as const).every(
    (part) => mention[part] === undefined || mention[part] === object[part],
  );
