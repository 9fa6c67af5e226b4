import * as v from 'valibot';
import { SMALL_WORLD } from '../../world/config.ts';
import { valueWords } from '../../world/vocabulary.ts';
import { choiceField, integerField, textField } from '../fields.ts';
import { sceneField } from '../sceneField.ts';

/** A red circle and a blue square. */
const FIRST_SCENE = '0rc.3bs';

export const MOST_PROMPTS = 5;
export const LONGEST_PROMPTS = 360;
/** What stands between two sentences in the address. */
export const BETWEEN = '|';

/** Whose similarity to each patch is shown: that of the picked sentence, or of one word. */
export const HEATS = [
  'prompt',
  ...valueWords(SMALL_WORLD, 'colour'),
  ...valueWords(SMALL_WORLD, 'shape'),
] as const;

export const GALLERY_SIZES = [20, 50, 100] as const;
export const LAST_SEED = 99;
export const OBJECTS = ['one', 'several'] as const;

/** Texts that the tests put into the address; anything may stand there. */
const EXAMPLES = [
  'red circle top left, blue square bottom right|red square top left|yellow triangle',
  '左上是红色圆形，右下是蓝色方形|蓝色方形|绿色的狗',
  'a dog|how many circles|',
  'blue square bottom right and red circle top left',
];

export const schema = v.object({
  scene: sceneField(SMALL_WORLD, FIRST_SCENE),
  /** Sentences, one after the other; empty for those that the page suggests, in its language. */
  prompts: textField(() => true, EXAMPLES, '', LONGEST_PROMPTS),
  /** The sentence looked at; taken modulo their number. */
  prompt: integerField(0, MOST_PROMPTS - 1, 0),
  heat: choiceField(HEATS, 'prompt'),
  /** Of the gallery that is searched when the reader asks. */
  size: choiceField(GALLERY_SIZES, 20),
  seed: integerField(1, LAST_SEED, 1),
  /** What is trained when the reader asks. */
  objects: choiceField(OBJECTS, 'several'),
});

export type State = v.InferOutput<typeof schema>;
