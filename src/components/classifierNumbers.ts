/*
 * The numbers that chapter `vit` names of its trained classifier: sizes from the shipped checkpoint,
 * scores from src/data/scores.json.
 */
import { loadCheckpoints } from '../checkpoints/shipped.ts';
import scoreFile from '../data/scores.json';
import { HEADS } from '../demos/vit-classifier/state.ts';
import { classifierWeights, classify } from '../inference/classifier.ts';
import { imageSize, pixelsOf } from '../world/drawing.ts';
import { sceneOfCode } from '../world/sceneCode.ts';
import { SEARCH_WORLD } from '../world/search.ts';

const file = (await loadCheckpoints(['classifier'])).get('classifier')!;
const weights = classifierWeights(file);
const { vision } = weights;

export const layers = vision.blocks.length;
export const heads = HEADS;
export const width = vision.positionEmbedding.columns;
export const patches = vision.positionEmbedding.rows - 1;
export const imageSide = imageSize(SEARCH_WORLD);
export const parameters = [...file.tensors.values()].reduce(
  (sum, { data }) => sum + data.length,
  0,
);

/** On layouts that it has not seen. */
export const scores = scoreFile.classifier;

/** How many of the examined pictures a head gets right. */
export const rightBy = (reading: 'class' | 'mean'): number =>
  Math.round(scores.accuracy[reading].value * scores.scenes);

/** What the class token's head answers to scenes of which it was trained on none. */
export const withoutRed = answerTo('0bs.1gs.2yc');
export const squareAndTriangle = answerTo('0rs.3rt');

function answerTo(code: string) {
  const picture = pixelsOf(SEARCH_WORLD, sceneOfCode(SEARCH_WORLD, code)!);
  const { class: probabilities } = classify(weights, picture).probabilities;
  const probability = Math.max(...probabilities);
  return { shape: SEARCH_WORLD.shapes[probabilities.indexOf(probability)].name, probability };
}

/** The part of the picture that one object's cell takes. */
export const cellShare = 1 / SEARCH_WORLD.gridSize ** 2;
