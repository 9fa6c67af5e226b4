/*
 * Search for Chinese by characters. Pagefind cuts Chinese into words when it builds the index and
 * again, with another dictionary, when the reader types; where the two disagree a word is not
 * found. Here every Chinese character is a word of its own on both sides, and a run of them is
 * asked for as a phrase: whatever stands in the text is found.
 */

const HAN_RUN = /\p{Script=Han}+/gu;

/** Puts spaces around every Chinese character: `类别 token` becomes `类 别 token`. */
export function spaceCharacters(text: string): string {
  return text
    .replace(HAN_RUN, (run) => ` ${[...run].join(' ')} `)
    .replace(/\s+/g, ' ')
    .trim();
}

/** Takes the spaces out again, also where a search has marked characters with `<mark>`. */
export function joinCharacters(html: string): string {
  return html
    .replace(/\s+(?=<\/mark>)/g, '')
    .replace(/<\/mark>(\s*)<mark>/g, (_, space: string) => space && ' ')
    .replace(/(?<=\p{Script=Han}(?:<\/?mark>)?)\s+(?=(?:<\/?mark>)?\p{Script=Han})/gu, '')
    .replace(/(?<=\p{Script=Han}(?:<\/?mark>)?)\s+(?=[，。；：、？！）”》])/gu, '')
    .replace(/(?<=[（“《，。；：、？！])\s+/gu, '');
}

/** What is asked of the index for what the reader typed. */
export interface Query {
  /** Must match: Chinese runs as phrases, other words as they are. */
  strict: string;
  /** Gives the order: the same words, loose. */
  loose: string;
}

export function toQuery(typed: string): Query {
  // A dash between Chinese words is no word that the index could know.
  const text = typed.normalize('NFKC').replace(/["—]/g, ' ');
  const quoted = text.replace(HAN_RUN, (run) => ` "${[...run].join(' ')}" `);
  return { strict: quoted.replace(/\s+/g, ' ').trim(), loose: spaceCharacters(text) };
}
