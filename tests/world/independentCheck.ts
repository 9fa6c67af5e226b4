import type { Scene } from '../../src/world/scene.ts';

/**
 * Decides a yes/no question by reading its words, knowing nothing of src/world but the objects of the
 * scene: colours, shapes and places by the words of the small world. Undefined if a description does
 * not fit exactly one object where it has to.
 */
export function check(words: readonly string[], scene: Scene): boolean | undefined {
  const objects = scene.map((object) => ({
    colour: ['red', 'green', 'blue', 'yellow'][object.colour],
    shape: ['circle', 'square', 'triangle'][object.shape],
    x: object.cell % 2,
    y: Math.floor(object.cell / 2),
  }));
  type Thing = (typeof objects)[number];
  const isColour = (word: string) => ['red', 'green', 'blue', 'yellow'].includes(word);
  const isNoun = (word: string) => ['circle', 'square', 'triangle', 'object'].includes(word);
  const fitting = (phrase: readonly string[]) =>
    objects.filter((thing) =>
      phrase.every((word) => word === 'object' || word === thing.colour || word === thing.shape),
    );
  const one = (phrase: readonly string[]): Thing | undefined => {
    const found = fitting(phrase);
    return found.length === 1 ? found[0] : undefined;
  };
  const text = words.join(' ');
  if (text.startsWith('is there ')) return fitting(words.slice(2)).length > 0;
  if (text.startsWith('are there ')) return fitting(words.slice(3)).length === Number(words[2]);
  const rest = words.slice(1); // without "is"
  const noun = rest.findIndex(isNoun);
  const thing = one(rest.slice(0, noun + 1));
  const said = rest.slice(noun + 1);
  if (!thing) return undefined;
  if (said.length === 1 && isColour(said[0])) return thing.colour === said[0];
  if (said.length === 1)
    return `${thing.y ? 'bottom' : 'top'}-${thing.x ? 'right' : 'left'}` === said[0];
  const other = one(said.slice(1));
  if (!other) return undefined;
  switch (said[0]) {
    case 'left-of':
      return thing.x < other.x;
    case 'right-of':
      return thing.x > other.x;
    case 'above':
      return thing.y < other.y;
    case 'below':
      return thing.y > other.y;
    default:
      throw new Error(`what is "${text}"?`);
  }
}
