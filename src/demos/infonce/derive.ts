import { type Matrix, rowOf } from '../../kernels/matrix.ts';
import { descend, stepSize } from './descent.ts';
import { identityOf, leastLoss, lossOfGuessing } from './levels.ts';
import { detailsOf, type LossDetails } from './losses.ts';
import { diagonalOf, drawn, forcesOn, INSIDE, OUTSIDE } from './picture.ts';
import { planeOf } from './start.ts';
import { matrixShown, type State } from './state.ts';

/** An arrow is so many steps long, or as long as there is room. */
const ARROW_STEPS = { softmax: 3, sigmoid: 6 };

/** A pair whose own cosine is below this is not together. */
const TOGETHER = 0.9;

/** Embeddings after some gradient steps: their similarities, loss, and gradient, drawn in a plane. */
export function derive(state: State) {
  const { embeddings, gradient, losses } = descend(state, state.steps);
  const details = detailsOf(embeddings, state);
  const plane = planeOf(embeddings.images.columns, state.start);
  const reach = ARROW_STEPS[state.loss] * stepSize(state);
  const images = drawn(embeddings.images, gradient.images, plane, OUTSIDE, reach);
  const texts = drawn(embeddings.texts, gradient.texts, plane, INSIDE, reach);
  const picked = pickedPair(state, details, gradient.logits);
  const own = ownPairs(details);
  return {
    pairs: state.pairs,
    width: embeddings.images.columns,
    images,
    texts,
    arrows: [...texts, ...images].map(({ arrow }) => arrow).join(''),
    forces: forcesOn(picked.row, gradient.logits, images, texts),
    matrix: matrixShown(state),
    values: { gradient: gradient.logits, ...details.matrices }[matrixShown(state)]!.data,
    diagonal: diagonalOf(state.pairs),
    picked,
    loss: gradient.loss,
    parts: details.parts,
    chance: lossOfGuessing(state),
    floor: leastLoss(state),
    identity: identityOf(state),
    curve: losses.map((loss, step) => [step, loss] as const),
    own,
    together: own.filter(({ cosine }) => cosine > TOGETHER).length,
    steepest: Math.max(...images.concat(texts).map(({ slope }) => slope)),
  };
}

export type Derived = ReturnType<typeof derive>;

function pickedPair(state: State, details: LossDetails, gradient: Matrix) {
  const index = state.pair % state.pairs ** 2;
  return {
    index,
    row: Math.floor(index / state.pairs),
    column: index % state.pairs,
    cosine: details.cosines.data[index],
    logit: details.logits.data[index],
    numbers: details.numbers.map(({ data }) => data[index]),
    gradient: gradient.data[index],
  };
}

function ownPairs({ cosines, numbers, losses }: LossDetails) {
  return Array.from(losses, (loss, index) => ({
    cosine: rowOf(cosines, index)[index],
    numbers: numbers.map((matrix) => rowOf(matrix, index)[index]),
    loss,
  }));
}
