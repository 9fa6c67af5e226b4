/*
 * What is found inside the model after stage 2 when it answers about unseen scenes: computed by
 * src/inference when the page is built.
 */
import { nearestWords } from '../inference/language.ts';
import { answer, look, type Look } from '../inference/reader.ts';
import { rowOf } from '../kernels/matrix.ts';
import { type RandomSource, uniformSource } from '../kernels/random.ts';
import { indices } from '../world/choose.ts';
import { SMALL_WORLD } from '../world/config.ts';
import { pixelsOf } from '../world/drawing.ts';
import { describeWords, questionWords } from '../world/modelText.ts';
import { theObject } from '../world/question.ts';
import type { WorldObject } from '../world/scene.ts';
import { sceneOf } from '../world/split.ts';
import { cellWords } from '../world/vocabulary.ts';
import { imageTokens } from './labNumbers.ts';
import { stageReaders } from './labReaders.ts';

const WATCHED_SCENES = 24;
const [, reader] = stageReaders;

/** An unseen scene that the model looks at, and an object of it that can be asked for. */
interface Watched {
  seen: Look;
  object: WorldObject;
}

const watched: readonly Watched[] = watchedScenes();

function watchedScenes(): Watched[] {
  const random = uniformSource(1);
  return indices(WATCHED_SCENES).map(() => watchedScene(random));
}

/** A scene of two objects or more, whose first object is like no other. */
function watchedScene(random: RandomSource): Watched {
  for (;;) {
    const scene = sceneOf('test', SMALL_WORLD, random);
    const [object] = scene;
    if (scene.length < 2 || theObject(scene, descriptionOf(object)) !== object) continue;
    return { object, seen: look(reader, pixelsOf(SMALL_WORLD, scene)) };
  }
}

function descriptionOf({ colour, shape }: WorldObject) {
  return { colour, shape };
}

/** Where a head looks when the model writes the place of an object. */
export interface LookingHead {
  /** From 1 */
  layer: number;
  head: number;
  /** The share of its attention on the patches of the object asked for, and what an even share would be */
  onObject: number;
  evenShare: number;
  scenes: number;
}

/** Of all heads the one that looks most at the object whose place is asked. */
export const lookingHead: LookingHead = findLookingHead();

function findLookingHead(): LookingHead {
  const shares: number[][] = [];
  let length = 0;
  for (const { seen, object } of watched) {
    const question = questionWords(SMALL_WORLD, {
      kind: 'whichAttribute',
      about: descriptionOf(object),
      attribute: 'cell',
    });
    const [{ attention }] = answer(reader, seen, question).steps;
    attention.forEach((heads, layer) =>
      heads.forEach((weights, head) => {
        shares[layer] ??= heads.map(() => 0);
        const share = patchesOf(object.cell).reduce((sum, patch) => sum + weights[patch], 0);
        shares[layer][head] += share / watched.length;
        length = weights.length;
      }),
    );
  }
  const all = shares.flatMap((heads, layer) =>
    heads.map((share, head) => ({ share, layer, head })),
  );
  const { share, layer, head } = all.reduce((best, one) => (one.share > best.share ? one : best));
  const evenShare = patchesOf(0).length / length;
  return { layer: layer + 1, head: head + 1, onObject: share, evenShare, scenes: watched.length };
}

/** What the word nearest to a patch of an object tells of it, as shares of all such patches. */
export interface NearestWords {
  colour: number;
  shape: number;
  place: number;
  /** One of the three */
  anything: number;
  /** The mean cosine of a patch and the word nearest to it */
  cosine: number;
}

export const nearest: NearestWords = findNearest();

function findNearest(): NearestWords {
  const found = watched.flatMap(({ seen, object }) => {
    const [colour, shape] = describeWords(SMALL_WORLD, descriptionOf(object));
    const place = cellWords(SMALL_WORLD)[object.cell];
    return patchesOf(object.cell).map((patch) => {
      const [{ word, cosine }] = nearestWords(
        reader.language,
        rowOf(seen.connected.tokens, patch),
        1,
      );
      return { colour: word === colour, shape: word === shape, place: word === place, cosine };
    });
  });
  type Found = (typeof found)[number];
  const mean = (value: (one: Found) => number | boolean) =>
    found.reduce((sum, one) => sum + Number(value(one)), 0) / found.length;
  return {
    colour: mean(({ colour }) => colour),
    shape: mean(({ shape }) => shape),
    place: mean(({ place }) => place),
    anything: mean(({ colour, shape, place }) => colour || shape || place),
    cosine: mean(({ cosine }) => cosine),
  };
}

/** The image tokens of a cell, whose side is a whole number of patches. */
function patchesOf(cell: number): number[] {
  const side = Math.sqrt(imageTokens);
  const { gridSize } = SMALL_WORLD;
  const perCell = side / gridSize;
  const [top, left] = [Math.floor(cell / gridSize) * perCell, (cell % gridSize) * perCell];
  return indices(perCell ** 2).map(
    (patch) => (top + Math.floor(patch / perCell)) * side + left + (patch % perCell),
  );
}
