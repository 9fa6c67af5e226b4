import type { WorldConfig } from '../config.ts';
import type { Description, Question } from '../question.ts';
import { type Concept, createLexicon, type Lexicon } from './lexicon.ts';
import { HAN, suggest } from './suggest.ts';

/** A word that is none of the language, and what may have been meant. */
export interface UnknownWord {
  word: string;
  suggestions: string[];
}

/** What was understood of a reader's text. */
export type Understood =
  | { kind: 'question'; question: Question }
  | { kind: 'unknown'; words: UnknownWord[] }
  /** Every word is known, but together they ask nothing that can be asked. */
  | { kind: 'unclear' };

/** Reads a question in Chinese or English. */
export function understand(config: WorldConfig, text: string): Understood {
  const lexicon = createLexicon(config);
  const { concepts, unknown } = segment(text, lexicon);
  if (unknown.length > 0) {
    const words = [...new Set(unknown)];
    return {
      kind: 'unknown',
      words: words.map((word) => ({ word, suggestions: suggest(word, lexicon) })),
    };
  }
  const question = interpret(concepts);
  return question ? { kind: 'question', question } : { kind: 'unclear' };
}

/** Cuts a text into the longest known phrases, fillers left out; what is left are unknown words. */
export function segment(
  text: string,
  lexicon: Lexicon,
): { concepts: Concept[]; unknown: string[] } {
  const words = text.toLowerCase().match(/\p{Script=Han}|[\p{L}\p{N}-]+/gu) ?? [];
  const longest = 6;
  const concepts: Concept[] = [];
  const unknown: string[] = [];
  let wasUnknownHan = false;
  for (let start = 0; start < words.length;) {
    let length = Math.min(longest, words.length - start);
    while (length > 0 && !lexicon.has(join(words.slice(start, start + length)))) length--;
    if (length > 0) {
      concepts.push(lexicon.get(join(words.slice(start, start + length)))!);
      start += length;
      wasUnknownHan = false;
      continue;
    }
    const isHan = HAN.test(words[start]);
    if (isHan && wasUnknownHan) unknown.push(unknown.pop() + words[start]);
    else unknown.push(words[start]);
    wasUnknownHan = isHan;
    start += 1;
  }
  return { concepts: concepts.filter(({ kind }) => kind !== 'filler'), unknown };
}

/** Words as the lexicon writes them: Chinese characters close up, others with spaces. */
const join = (words: readonly string[]): string =>
  words.reduce((text, word) => {
    const isTight = HAN.test(word) || HAN.test(text.slice(-1));
    return text === '' || isTight ? text + word : `${text} ${word}`;
  }, '');

/** Descriptions in the order of the text, and the attributes left after the last one. */
interface Parts {
  descriptions: Description[];
  rest: Description;
}

/** A description ends with its noun: a shape, or "object". */
function partsOf(concepts: readonly Concept[]): Parts {
  const parts: Parts = { descriptions: [], rest: {} };
  for (const concept of concepts) {
    if (concept.kind === 'colour' || concept.kind === 'size')
      parts.rest[concept.kind] = concept.value;
    if (concept.kind !== 'shape' && concept.kind !== 'object') continue;
    const noun = concept.kind === 'shape' ? { shape: concept.value } : {};
    parts.descriptions.push({ ...parts.rest, ...noun });
    parts.rest = {};
  }
  return parts;
}

/** The question that concepts make, whatever the order of a language's words. */
function interpret(concepts: readonly Concept[]): Question | undefined {
  const find = <K extends Concept['kind']>(kind: K) =>
    concepts.find((concept): concept is Extract<Concept, { kind: K }> => concept.kind === kind);
  const { descriptions, rest } = partsOf(concepts);
  const [first, second] = descriptions;
  const cell = (find('cell') as { value: number } | undefined)?.value;
  if (find('describe')) return { kind: 'describe' };
  if (find('howMany')) return { kind: 'howMany', what: first ?? rest };
  const asked = find('ask');
  if (asked) return interpretAsked(asked.attribute, first ?? rest, cell);
  const relation = find('relation');
  if (relation && first && second) {
    return { kind: 'relationIs', about: first, relation: relation.relation, other: second };
  }
  const number = find('number') as { value: number } | undefined;
  if (number && first) return { kind: 'countIs', what: first, count: number.value };
  if (!first) return undefined;
  if (cell !== undefined) {
    return { kind: 'attributeIs', about: first, attribute: 'cell', value: cell };
  }
  if (find('exists')) return { kind: 'exists', what: first };
  return interpretAttribute(first, rest, find('motion') as { value: number } | undefined);
}

function interpretAsked(
  attribute: Extract<Concept, { kind: 'ask' }>['attribute'],
  about: Description,
  cell: number | undefined,
): Question | undefined {
  if (attribute === 'shape') return cell === undefined ? undefined : { kind: 'shapeAt', cell };
  return Object.keys(about).length > 0 || attribute === 'cell'
    ? { kind: 'whichAttribute', about, attribute }
    : undefined;
}

/** "Is the circle red?": what stands after the noun is what is asked. */
function interpretAttribute(
  about: Description,
  { colour, size }: Description,
  motion: { value: number } | undefined,
): Question | undefined {
  if (colour !== undefined)
    return { kind: 'attributeIs', about, attribute: 'colour', value: colour };
  if (size !== undefined) return { kind: 'attributeIs', about, attribute: 'size', value: size };
  return motion && { kind: 'attributeIs', about, attribute: 'motion', value: motion.value };
}
