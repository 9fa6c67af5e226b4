import * as v from 'valibot';
import { SMALL_WORLD } from '../../world/config.ts';
import { understand } from '../../world/language/understand.ts';
import { choiceField, integerField, textField } from '../fields.ts';
import { MODEL_NAMES } from '../labModels.ts';
import { ASKABLE_NAMES, NEWEST } from '../ownModelNames.ts';
import { sceneField } from '../sceneField.ts';

export const LAST_SEED = 9999;

/** Texts that the tests put into the address; anything that is understood may stand there. */
const EXAMPLES = [
  'Describe the picture.',
  'What color is the circle?',
  'How many objects are there?',
  'Where is the red square?',
  'Is there a blue triangle?',
  'Is the circle to the left of the square?',
  '左上是什么形状？',
];

const isQuestion = (text: string): boolean => understand(SMALL_WORLD, text).kind === 'question';

export const schema = v.object({
  /** Of the last random scene */
  seed: integerField(1, LAST_SEED, 1),
  scene: sceneField(),
  question: textField(isQuestion, EXAMPLES, 'Describe the picture.'),
  model: choiceField(MODEL_NAMES, 'instruct-mlp'),
  /** The reader's model that answers as `mine`. A reader who keeps none of this name hears of it, and asks the newest */
  own: choiceField([NEWEST, ...ASKABLE_NAMES], NEWEST),
  /** The word of the answer that is looked into; taken modulo their number */
  word: integerField(0, 99, 0),
  /** From 1; 0 for the mean of all */
  layer: integerField(0, 4, 0),
  head: integerField(0, 4, 0),
  /** The image token looked at */
  token: integerField(0, 15, 0),
});
