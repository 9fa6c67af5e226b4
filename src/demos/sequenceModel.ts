import type { Checkpoints } from '../checkpoints/shipped.ts';
import {
  createSequenceModel,
  type SequenceModel,
  writeFor,
  type Written,
} from '../inference/seq2seq.ts';
import type { PixelImage } from '../kernels/image.ts';
import { uniformSource } from '../kernels/random.ts';
import { askOpen, askYesNo, attempt } from '../world/ask.ts';
import { MOVING_WORLD } from '../world/config.ts';
import { pixelsOf } from '../world/drawing.ts';
import type { Description, OpenQuestion, YesNoQuestion } from '../world/question.ts';
import { referringExpression } from '../world/refer.ts';
import type { Scene, WorldObject } from '../world/scene.ts';
import { sceneOfCode } from './sceneField.ts';

/** The world of the sequence-to-sequence model, and the file that holds the model. */
export const SEQUENCE_WORLD = MOVING_WORLD;
export const SEQUENCE_FILE = 'seq2seq';

/** A red circle that moves right, a blue square, a green triangle that moves up. */
export const DEFAULT_MOVING_SCENE = '0rc2.4bs0.8gt3';

export function sequenceModelOf(checkpoints: Checkpoints): SequenceModel {
  const file = checkpoints.get(SEQUENCE_FILE);
  if (!file) throw new RangeError(`the checkpoint ${SEQUENCE_FILE} is not loaded`);
  return createSequenceModel(file);
}

/** A scene of a demo's state, and the model's picture of it. */
export interface Seen {
  code: string;
  scene: Scene;
  image: PixelImage;
}

const seen = new Map<string, Seen>();

/** What a scene's text stands for; kept, for drawing it takes a while. */
export const seeScene = (code: string): Seen =>
  keep(seen, code, () => {
    const scene = sceneOfCode(SEQUENCE_WORLD, code);
    return { code, scene, image: pixelsOf(SEQUENCE_WORLD, scene) };
  });

const EMPTY: Seen = { code: '', scene: [], image: pixelsOf(SEQUENCE_WORLD, []) };
const answers = new WeakMap<SequenceModel, Map<string, Written>>();

/** What the model writes; kept, for other controls do not change it. Without a scene the picture is empty. */
export function writeOnce(
  model: SequenceModel,
  instruction: readonly string[],
  { code, image }: Seen = EMPTY,
): Written {
  const known = answers.get(model) ?? new Map<string, Written>();
  answers.set(model, known);
  return keep(known, `${code} ${instruction.join(' ')}`, () => writeFor(model, image, instruction));
}

/** Results that are kept before the oldest go. */
const MOST_KEPT = 200;

/** A result by its key, computed if it is not there. */
export function keep<Result>(
  results: Map<string, Result>,
  key: string,
  compute: () => Result,
): Result {
  const known = results.get(key);
  if (known !== undefined) return known;
  const result = compute();
  results.set(key, result);
  if (results.size > MOST_KEPT) results.delete(results.keys().next().value!);
  return result;
}

/** Whether an object can be named by what it looks like: no other one looks the same. */
export const hasName = (scene: Scene, object: WorldObject): boolean =>
  referringExpression(SEQUENCE_WORLD, scene, object) !== undefined;

/** An object's full name. */
export const nameOf = ({ colour, shape }: WorldObject): Description => ({ colour, shape });

/** Questions about a scene, always the same ones: two open ones and four for yes and no. */
export function questionsAbout(scene: Scene): (OpenQuestion | YesNoQuestion)[] {
  const random = uniformSource(
    scene.reduce((sum, { cell, colour }) => sum * 31 + cell + colour, 7),
  );
  const ask = <Q>(make: () => Q | undefined) => attempt(make);
  const open = (['colour', 'motion', 'count', 'position'] as const).map(
    (category) => ask(() => askOpen(SEQUENCE_WORLD, scene, random, category))?.question,
  );
  const yesNo = (['existence', 'position', 'motion', 'count'] as const).map((category, index) =>
    ask(() => askYesNo(SEQUENCE_WORLD, scene, random, category, index % 2 === 1)),
  );
  const all = [...open, ...yesNo].filter((question) => question !== undefined);
  const texts = new Set<string>();
  return all.filter((question) => {
    const text = JSON.stringify(question);
    return !texts.has(text) && texts.add(text);
  });
}
