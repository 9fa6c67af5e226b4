import type { Checkpoints } from '../../checkpoints/shipped.ts';
import { cosine } from '../../inference/clip.ts';
import type { PixelImage } from '../../kernels/image.ts';
import { rowOf } from '../../kernels/matrix.ts';
import { softmax } from '../../kernels/softmax.ts';
import { contrastiveRun } from '../../train/description.ts';
import { SMALL_WORLD } from '../../world/config.ts';
import { splitOf } from '../../world/split.ts';
import { sceneOfCode } from '../sceneField.ts';
import { type Towers, towersOf } from './model.ts';
import { readPrompts, type ReadPrompt } from './prompts.ts';
import type { State } from './state.ts';

/** A scene against sentences, whole and patch by patch; and what would be trained. */
export function derive(state: State, _image: PixelImage, checkpoints: Checkpoints) {
  const file = checkpoints.get('clip')!;
  const towers = towersOf(file);
  const scene = sceneOfCode(SMALL_WORLD, state.scene);
  const image = towers.imageOf(scene);
  const prompts = readPrompts(state.prompts, scene, towers.longest);
  const scored = scores(towers, image.embedding, prompts);
  const picked = pickedPrompt(state, scored);
  const heatWords = state.heat === 'prompt' ? picked?.words : [state.heat, '.'];
  const side = Math.sqrt(image.patches.rows);
  return {
    scene,
    split: splitOf(scene),
    prompts: scored,
    picked,
    winner: winnerOf(scored),
    hasTrue: prompts.some(({ isTrue }) => isTrue),
    scale: towers.clip.scale,
    side,
    heat: heatWords && heatOf(towers, image.patches, heatWords),
    training: trainingOf(state, file.provenance.curve),
  };
}

export type Derived = ReturnType<typeof derive>;

/** A sentence, and how well it fits. Without a number where the model cannot read it. */
export interface Scored extends ReadPrompt {
  words: string[] | undefined;
  cosine: number | undefined;
  /** softmax of cosine/τ among the sentences that can be read */
  probability: number | undefined;
}

function scores(towers: Towers, image: Float32Array, prompts: ReadPrompt[]): Scored[] {
  const readable = prompts.flatMap(({ read }) => (read.kind === 'caption' ? [read.words] : []));
  const cosines = readable.map((words) => cosine(image, towers.textOf(words)));
  const probabilities =
    cosines.length > 0
      ? softmax(Float32Array.from(cosines, (value) => value * towers.clip.scale))
      : [];
  let next = 0;
  return prompts.map((prompt) => {
    if (prompt.read.kind !== 'caption') {
      return { ...prompt, words: undefined, cosine: undefined, probability: undefined };
    }
    const at = next++;
    return {
      ...prompt,
      words: prompt.read.words,
      cosine: cosines[at],
      probability: probabilities[at],
    };
  });
}

/** The sentence looked at, and where it stands; undefined if none can be read. */
function pickedPrompt({ prompt }: State, scored: readonly Scored[]) {
  const index = scored.length === 0 ? 0 : prompt % scored.length;
  const words = scored[index]?.words;
  return words && { index, words };
}

/** The sentence with the largest cosine; undefined if none can be read. */
function winnerOf(scored: readonly Scored[]): Scored | undefined {
  return scored.reduce<Scored | undefined>(
    (best, prompt) =>
      prompt.cosine !== undefined && prompt.cosine > (best?.cosine ?? -Infinity) ? prompt : best,
    undefined,
  );
}

/** The cosine of a text with each patch's token, projected by itself. */
function heatOf({ textOf }: Towers, patches: Parameters<typeof rowOf>[0], words: string[]) {
  const text = textOf(words);
  const values = Float32Array.from({ length: patches.rows }, (_, patch) =>
    cosine(rowOf(patches, patch), text),
  );
  return { values, smallest: Math.min(...values), largest: Math.max(...values) };
}

/** What the button would train, what guessing costs there, and how ours went. */
function trainingOf({ objects }: State, curve: readonly (readonly [number, number])[]) {
  const run = contrastiveRun(objects, { from: 'scratch' });
  const [{ batch, steps }] = run.stages;
  // With near misses an image has twice as many texts to choose from: (ln 2B + ln B) / 2.
  const chance = Math.log(batch) + (objects === 'several' ? Math.LN2 / 2 : 0);
  return { run, batch, steps, chance, shipped: objects === 'several' ? curve : [] };
}
