import type { RandomSource } from '../kernels/random.ts';
import { openCategories, yesNoCategories, type Category, attempt } from '../world/ask.ts';
import { pick } from '../world/choose.ts';
import type { WorldConfig } from '../world/config.ts';
import { boxesOf, imageSize, pixelsOf, plainRendering, randomRendering } from '../world/drawing.ts';
import type { Scene } from '../world/scene.ts';
import { askTask, type Pictured, type SequenceTask } from '../world/sequence/ask.ts';
import type { SequenceTurn } from '../world/sequence/tasks.ts';
import { MARKS, type UnifiedVocabulary } from '../world/sequence/unified.ts';
import { integers, type Tensor, tensor } from '../vlm/tensor.ts';

/** A scene, a picture of it, and where its objects are in that picture. */
export interface Picture extends Pictured {
  /** [H × W × 3] */
  pixels: Float32Array;
}

/** A random picture of a scene. */
export function pictureOf(config: WorldConfig, scene: Scene, random: RandomSource): Picture {
  const rendering = randomRendering(scene, random);
  const pixels = pixelsOf(config, scene, rendering).data;
  return { scene, pixels, boxes: boxesOf(config, scene, rendering) };
}

/** The picture that stands where a picture is to be drawn. */
export const emptyPicture = (config: WorldConfig): Float32Array =>
  pixelsOf(config, [], plainRendering([])).data;

/** Rows of one shape: how many, how long, and which tasks they are of, with how often each is drawn. */
export interface RowGroup {
  rows: number;
  textLength: number;
  targetLength: number;
  /** How much the group counts in the loss */
  share: number;
  tasks: Partial<Record<SequenceTask, number>>;
}

/** A turn, the picture that it is about, and its task. */
export interface SequenceRow {
  pixels: Float32Array;
  turn: SequenceTurn;
}

/** How many times as often as the others a category is drawn: those that are learned last. */
const EMPHASIS: Partial<Record<Category, number>> = { position: 3 };

const emphasised = (category: Category): Category[] =>
  Array<Category>(EMPHASIS[category] ?? 1).fill(category);

/** One of the tasks, by their shares. */
function drawTaskKind(tasks: RowGroup['tasks'], random: RandomSource): SequenceTask {
  const entries = Object.entries(tasks) as [SequenceTask, number][];
  let rest = random() * entries.reduce((sum, [, share]) => sum + share, 0);
  for (const [task, share] of entries) {
    rest -= share;
    if (rest < 0) return task;
  }
  return entries[0][0];
}

/** A random row about one of the pictures. */
export function randomRow(
  config: WorldConfig,
  pictures: readonly Picture[],
  { tasks }: RowGroup,
  random: RandomSource,
): SequenceRow {
  const row = attempt(() => {
    const picture = pick(random, pictures);
    const task = drawTaskKind(tasks, random);
    const categories = task === 'yesNo' ? yesNoCategories(config) : openCategories(config);
    const category = pick(random, categories.flatMap(emphasised));
    const turn = askTask(config, picture, random, task, category);
    const pixels = task === 'draw' ? emptyPicture(config) : picture.pixels;
    return turn && { pixels, turn };
  }, 1000);
  if (!row) throw new RangeError('these scenes allow no turn');
  return row;
}

/** The tensors of rows: images, instruction, what is written so far, what comes next, and its weights. */
export function rowTensors(
  config: WorldConfig,
  vocabulary: UnifiedVocabulary,
  rows: readonly SequenceRow[],
  textLength: number,
  targetLength: number,
): [Tensor, Tensor, Tensor, Tensor, Tensor] {
  const size = imageSize(config);
  const pixels = new Float32Array(rows.length * size * size * 3);
  const text = new Int32Array(rows.length * textLength); // 0 is padding
  const written = new Int32Array(rows.length * targetLength);
  const next = new Int32Array(rows.length * targetLength);
  const weights = new Float32Array(rows.length * targetLength);
  rows.forEach(({ pixels: picture, turn }, row) => {
    const target = vocabulary.encode([...turn.target, MARKS.end]);
    pixels.set(picture, row * size * size * 3);
    text.set(padded(vocabulary.encode(turn.instruction), textLength), row * textLength);
    next.set(padded(target, targetLength), row * targetLength);
    written.set([vocabulary.token(MARKS.start), ...target.slice(0, -1)], row * targetLength);
    weights.fill(1, row * targetLength, row * targetLength + target.length);
  });
  return [
    tensor(pixels, [rows.length, size, size, 3]),
    integers(text, [rows.length, textLength]),
    integers(written, [rows.length, targetLength]),
    integers(next, [rows.length, targetLength]),
    tensor(weights, [rows.length, targetLength]),
  ];
}

/** Tokens, if they are not too many; throws a RangeError otherwise. */
function padded(tokens: readonly number[], length: number): readonly number[] {
  if (tokens.length > length) {
    throw new RangeError(`${tokens.length} tokens do not fit into ${length}`);
  }
  return tokens;
}
