import type { Checkpoints } from '../../checkpoints/shipped.ts';
import {
  type Classification,
  classifierWeights,
  classify,
  patchShares,
  shareOnCells,
} from '../../inference/classifier.ts';
import { attentionRollout } from '../../kernels/attentionRollout.ts';
import type { PixelImage } from '../../kernels/image.ts';
import type { Matrix } from '../../kernels/matrix.ts';
import { pixelsOf } from '../../world/drawing.ts';
import type { Scene } from '../../world/scene.ts';
import { SEARCH_WORLD, soughtCells, soughtObject } from '../../world/search.ts';
import { splitOf } from '../../world/split.ts';
import { sceneOfCode } from '../sceneField.ts';
import { HEADS, READINGS, ROLLOUT, type State } from './state.ts';

/** The classifier on the composed scene: what it answers, and where it looked. */
export function derive({ scene: code, reading, map }: State, _: PixelImage, files: Checkpoints) {
  const { scene, classification, heads, rollout } = look(code, files);
  const side = Math.sqrt(rollout.rows - 1);
  const rolloutMap = patchShares(rollout, reading);
  const headMaps = heads.map((weights) => patchShares(weights, reading));
  const shown = map === ROLLOUT ? rolloutMap : headMaps[map - 1];
  const largest = shown.reduce((a, b) => Math.max(a, b));
  return {
    scene,
    split: splitOf(scene),
    /** The shape asked for; undefined if there is not exactly one red object */
    sought: soughtObject(scene)?.shape,
    redCount: soughtCells(scene).length,
    answers: READINGS.map((by) => answerOf(classification, by)),
    answer: answerOf(classification, reading),
    side,
    rolloutMap,
    headMaps,
    layers: Array.from({ length: headMaps.length / HEADS }, (__, layer) => layer),
    /** Of each head's map, and of the rollout's, the part that lies on cells with a red object */
    onRed: [rolloutMap, ...headMaps].map((shares) =>
      shareOnCells(shares, soughtCells(scene), SEARCH_WORLD.gridSize),
    ),
    /** The same for a look that is spread evenly */
    redArea: soughtCells(scene).length / SEARCH_WORLD.gridSize ** 2,
    /** Of the largest: how far each patch is unveiled */
    unveiled: shown.map((share) => share / largest),
  };
}

export type Derived = ReturnType<typeof derive>;
export type Answer = Derived['answer'];

function answerOf({ probabilities }: Classification, reading: State['reading']) {
  const all = Array.from(probabilities[reading]);
  const shape = all.indexOf(Math.max(...all));
  return { reading, probabilities: all, shape, probability: all[shape] };
}

interface Look {
  scene: Scene;
  classification: Classification;
  /** Every head of every layer, [65 × 65] each */
  heads: Matrix[];
  rollout: Matrix;
}

/** The last scene that was looked at: choosing another map costs nothing. */
let last: { code: string; files: Checkpoints; look: Look } | undefined;

function look(code: string, files: Checkpoints): Look {
  if (last?.code === code && last.files === files) return last.look;
  const scene = sceneOfCode(SEARCH_WORLD, code);
  const weights = classifierWeights(files.get('classifier')!);
  const classification = classify(weights, pixelsOf(SEARCH_WORLD, scene));
  const layers = classification.encoded.blocks.map(({ attention }) =>
    attention.heads.map((head) => head.weights),
  );
  const made = { scene, classification, heads: layers.flat(), rollout: attentionRollout(layers) };
  last = { code, files, look: made };
  return made;
}
