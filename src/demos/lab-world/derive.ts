import type * as v from 'valibot';
import type { PixelImage } from '../../kernels/image.ts';
import { uniformSource } from '../../kernels/random.ts';
import {
  askChoice,
  askOpen,
  askPair,
  attempt,
  type Asked,
  type Category,
  type MultipleChoice,
  openCategories,
  type YesNoPair,
  yesNoCategories,
} from '../../world/ask.ts';
import { SMALL_WORLD } from '../../world/config.ts';
import { pixelsOf, plainRendering, randomRendering } from '../../world/drawing.ts';
import { captionWords } from '../../world/modelText.ts';
import type { OpenQuestion } from '../../world/question.ts';
import { randomScene, type Scene } from '../../world/scene.ts';
import { type Split, splitOf } from '../../world/split.ts';
import { createTokenizer } from '../../world/vocabulary.ts';
import { codeOfScene, sceneOfCode } from '../sceneField.ts';
import { LAST_SEED, type schema } from './state.ts';

const WORLD = SMALL_WORLD;
const TOKENIZER = createTokenizer(WORLD);

/** A word of the model and its number. */
export interface Token {
  word: string;
  number: number;
}

/** A question for each category; undefined where the scene allows none. */
export type ByCategory<Item> = readonly { category: Category; item: Item | undefined }[];

export interface Derived {
  scene: Scene;
  pixels: PixelImage;
  split: Split;
  layouts: number;
  caption: Token[];
  pairs: ByCategory<YesNoPair>;
  open: ByCategory<Asked<OpenQuestion>>;
  choices: ByCategory<MultipleChoice>;
  /** What the buttons for another scene and other questions change */
  nextScene: { seed: number; scene: string };
  nextQuestions: { questions: number };
}

export function derive(state: v.InferOutput<typeof schema>): Derived {
  const scene = sceneOfCode(WORLD, state.scene);
  const rendering =
    state.rendering === 'plain'
      ? plainRendering(scene)
      : randomRendering(scene, uniformSource(state.seed));
  const seed = following(state.seed);
  return {
    scene,
    pixels: pixelsOf(WORLD, scene, rendering),
    split: splitOf(scene),
    layouts: layoutCount(),
    caption: tokensOf(captionWords(WORLD, scene)),
    ...questionsAbout(scene, state.questions),
    nextScene: { seed, scene: codeOfScene(randomScene(WORLD, uniformSource(seed))) },
    nextQuestions: { questions: following(state.questions) },
  };
}

/** Words with their numbers. */
export const tokensOf = (words: readonly string[]): Token[] =>
  words.map((word) => ({ word, number: TOKENIZER.token(word) }));

const following = (seed: number): number => (seed % LAST_SEED) + 1;

function questionsAbout(scene: Scene, seed: number): Pick<Derived, 'pairs' | 'open' | 'choices'> {
  const random = uniformSource(seed);
  const forEach = <Item>(
    categories: readonly Category[],
    ask: (category: Category) => Item | undefined,
  ) => categories.map((category) => ({ category, item: attempt(() => ask(category)) }));
  return {
    pairs: forEach(yesNoCategories(WORLD), (c) => askPair(WORLD, scene, random, c)),
    open: forEach(openCategories(WORLD), (c) => askOpen(WORLD, scene, random, c)),
    choices: forEach(openCategories(WORLD), (c) => askChoice(WORLD, scene, random, c)),
  };
}

/** How many scenes there are: Σ over the number of objects k of (cells choose k) · (kinds)ᵏ. */
function layoutCount(): number {
  const { gridSize, maximumObjects, colours, shapes, sizes, motions } = WORLD;
  const cells = gridSize * gridSize;
  const kinds = colours.length * shapes.length * sizes.length * motions.length;
  let total = 0;
  let ways = 1; // (cells choose k) · kindsᵏ
  for (let count = 1; count <= maximumObjects; count++) {
    ways = (ways * (cells - count + 1) * kinds) / count;
    total += ways;
  }
  return total;
}
