import { describe, expect, it } from 'vitest';
import { blockWeights, outputWeights } from '../../src/demos/non-local/block.ts';
import { challenges } from '../../src/demos/non-local/challenges.ts';
import { derive } from '../../src/demos/non-local/derive.ts';
import { CHANNELS, LIMIT, localFeatures, toColour } from '../../src/demos/non-local/features.ts';
import { demo } from '../../src/demos/non-local/index.ts';
import { significant, total } from '../../src/demos/non-local/numbers.ts';
import { DEFAULT_SCENE, EMBEDDINGS, GRID, KINDS } from '../../src/demos/non-local/state.ts';
import { strings } from '../../src/demos/non-local/strings.ts';
import { table } from '../../src/demos/non-local/table.ts';
import { defaultState } from '../../src/demos/urlState.ts';
import { scenePixels } from '../../src/images/images.ts';
import { resizeByArea } from '../../src/kernels/image.ts';
import { scaledDotProductAttention } from '../../src/kernels/attention.ts';
import { matmul, matrixFromRows, permuteRows, rowOf } from '../../src/kernels/matrix.ts';
import { nonLocalBlock } from '../../src/kernels/nonLocal.ts';
import { uniformSource } from '../../src/kernels/random.ts';

type State = Parameters<typeof derive>[0];

const N = GRID ** 2;
const SCENES = ['pair', 'harbour', 'shapes'] as const;
const image = scenePixels(DEFAULT_SCENE);
const initial = defaultState(demo) as State;
const at = (row: number, column: number) => row * GRID + column;
const { x } = localFeatures(image, GRID);

/** The largest difference between two lists of numbers. */
const difference = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a).reduce((largest, value, index) => Math.max(largest, Math.abs(value - b[index])), 0);

const uniformImage = { height: 4, width: 4, channels: 3, data: new Float32Array(48).fill(0.3) };
const noise = () => {
  const next = uniformSource(7);
  return { height: 40, width: 40, channels: 3, data: Float32Array.from({ length: 4800 }, next) };
};

/** Every f with every θ, φ. */
const COMBINATIONS = KINDS.flatMap((kind) => EMBEDDINGS.map((embedding) => ({ kind, embedding })));

it.each(EMBEDDINGS)('the embedded Gaussian is softmax attention, θ and φ: %s', (embedding) => {
  const weights = blockWeights(embedding, 0.5);
  // Attention divides by √d; a temperature of 1/√d takes that back.
  const temperature = 1 / Math.sqrt(weights.theta.columns);
  const attention = scaledDotProductAttention(
    matmul(x, weights.theta),
    matmul(x, weights.phi),
    matmul(x, weights.g),
    { temperature },
  );
  const block = nonLocalBlock(x, weights, 'embeddedGaussian');
  expect(difference(block.weights.data, attention.weights.data)).toBeLessThan(1e-6);
  expect(difference(block.y.data, attention.output.data)).toBeLessThan(1e-6);
  for (const position of [0, initial.position, N - 1]) {
    const shown = derive({ ...initial, kind: 'embeddedGaussian', embedding, position }, image);
    expect(difference(shown.weights, rowOf(attention.weights, position))).toBeLessThan(1e-6);
  }
});

describe.each(COMBINATIONS)('f: $kind, θ and φ: $embedding', ({ kind, embedding }) => {
  const weights = blockWeights(embedding, 0.5);

  it('does not care for the order of positions', () => {
    const next = uniformSource(3);
    const keys = Array.from({ length: N }, next);
    const order = [...keys.keys()].sort((a, b) => keys[a] - keys[b]);
    const permuted = nonLocalBlock(permuteRows(x, order), weights, kind);
    const expected = permuteRows(nonLocalBlock(x, weights, kind).z, order);
    expect(difference(permuted.z.data, expected.data)).toBeLessThan(1e-5);
  });

  it('is the identity while W_z is 0', () => {
    const { z } = nonLocalBlock(x, blockWeights(embedding, 0), kind);
    expect(difference(z.data, x.data)).toBe(0);
    const shown = derive({ ...initial, kind, embedding, strength: 0 }, image);
    expect(shown.colours.z).toBe(shown.colours.x);
  });

  it('shows the z of the whole block', () => {
    const features = localFeatures(image, GRID);
    const { z } = nonLocalBlock(x, { ...weights, output: outputWeights(0.5) }, kind);
    const { after } = derive({ ...initial, kind, embedding, strength: 0.5 }, image);
    for (const index of [0, 83, 250]) {
      const shown = after.data.slice(3 * index, 3 * index + 3);
      expect(difference(shown, toColour(rowOf(z, index), features))).toBeLessThan(1e-6);
    }
  });

  it('has weights that add up to 1 if it is a Gaussian', () => {
    const { weightSum, isNormalised, normaliser } = derive({ ...initial, kind, embedding }, image);
    expect(isNormalised).toBe(kind === 'gaussian' || kind === 'embeddedGaussian');
    if (isNormalised) expect(weightSum).toBeCloseTo(1, 5);
    else expect(Math.abs(weightSum - 1)).toBeGreaterThan(0.1);
    if (!isNormalised) expect(normaliser).toBe(N);
  });

  it('gives f over the normaliser as the weight', () => {
    const { places, normaliser } = derive({ ...initial, kind, embedding }, image);
    for (const { affinity, weight } of places) {
      expect(affinity / normaliser / weight).toBeCloseTo(1, 4);
    }
  });

  it('shows only finite numbers, on any picture', () => {
    for (const picture of [...SCENES.map(scenePixels), uniformImage, noise()]) {
      for (const position of [0, 83, N - 1]) {
        const derived = derive({ ...initial, kind, embedding, position }, picture);
        const { rows } = table(derived, strings.en);
        expect(rows.flat().join()).not.toMatch(/NaN|undefined|Infinity/);
        const facts = Object.values(strings.zh.facts).map(({ value }) => value(derived));
        expect(facts.join()).not.toMatch(/NaN|undefined|Infinity/);
      }
    }
  });
});

it.each(EMBEDDINGS)('keeps f finite whatever the picture, θ and φ: %s', (embedding) => {
  // f is largest where every feature is at a limit: at one of the 2⁶ corners.
  const corners = matrixFromRows(
    Array.from({ length: 2 ** CHANNELS }, (_, bits) =>
      Array.from({ length: CHANNELS }, (_, channel) => ((bits >> channel) & 1 ? 1 : -1) * LIMIT),
    ).map((corner) => corner.map((value) => value / Math.sqrt(CHANNELS))),
  );
  for (const kind of KINDS) {
    const { affinity } = nonLocalBlock(corners, blockWeights(embedding, 1), kind);
    expect(affinity.data.every(Number.isFinite), kind).toBe(true);
  }
});

describe('the pair of red dots', () => {
  const derived = derive(initial, image);

  it('lights up the other dot, which no 3 × 3 window reaches', () => {
    const [first] = derived.places;
    expect(first.row).toBeGreaterThan(13);
    expect(first.column).toBeGreaterThan(13);
    expect(first.timesMean).toBeGreaterThan(10);
    expect(first.distance).toBeGreaterThan(0.5);
    expect(derived.nearShare).toBeLessThan(0.5);
    const onDots = [...derived.weights.keys()].filter((index) => {
      const { row, column } = { row: Math.floor(index / GRID), column: index % GRID };
      return [
        [3.5, 2.9],
        [15.5, 15.9],
      ].some(([y, x]) => Math.hypot(row - y, column - x) < 3);
    });
    expect(onDots.reduce((sum, index) => sum + derived.weights[index], 0)).toBeGreaterThan(0.9);
  });

  it('has its mean colour near its own', () => {
    const numbers = (css: string) => css.match(/\d+/g)!.map(Number);
    expect(difference(numbers(derived.colours.x), numbers(derived.colours.y))).toBeLessThan(20);
  });

  it('lists places in order and apart', () => {
    const weights = derived.places.map(({ weight }) => weight);
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
    expect(weights).toHaveLength(5);
  });
});

it('a concatenation ranks the others the same from wherever it looks', () => {
  const ranking = (position: number) =>
    derive({ ...initial, kind: 'concatenation', position }, image).weights;
  const [a, b] = [ranking(at(4, 3)), ranking(at(10, 9))];
  const strongest = (weights: Float32Array) => weights.indexOf(Math.max(...weights));
  expect(strongest(a)).toBe(strongest(b));
});

describe('the challenge long-range', () => {
  const met = (state: Partial<State>, scene: (typeof SCENES)[number]) =>
    challenges['long-range'](derive({ ...initial, ...state }, scenePixels(scene)));

  it('is not met as the page opens, nor anywhere in the first picture', () => {
    const positions = Array.from({ length: N }, (_, position) => position);
    expect(positions.some((position) => met({ position }, 'pair'))).toBe(false);
  });

  it('can be met in another picture, but not everywhere', () => {
    const positions = Array.from({ length: N }, (_, position) => position);
    const meeting = positions.filter((position) => met({ position }, 'harbour'));
    expect(meeting.length).toBeGreaterThan(10);
    expect(meeting.length).toBeLessThan(N / 2);
  });
});

it.each(['zh', 'en'] as const)('the %s table says what was derived', (language) => {
  const derived = derive(initial, image);
  const flat = table(derived, strings[language]).rows.flat();
  expect(flat).toContain(total(derived.weightSum));
  for (const place of derived.places) {
    expect(flat).toContain(significant(place.weight));
    expect(flat).toContain(strings[language].place(place));
    expect(flat).toContain(place.distance.toFixed(2));
  }
  expect(flat).toContain(derived.colours.z);
});

it('writes numbers of any size in three digits', () => {
  expect([0, 0.0602321, 1.18e-5, 63900, -0.5].map(significant)).toEqual([
    '0',
    '0.0602',
    '1.18×10⁻⁵',
    '6.39×10⁴',
    '−0.5',
  ]);
  expect(total(-0.0000001)).toBe('0.000');
});

it('describes positions by what lies there', () => {
  const small = resizeByArea(image, GRID, GRID);
  const features = localFeatures(image, GRID);
  for (let index = 0; index < N; index++) {
    const colour = toColour(rowOf(features.x, index), features);
    const expected = small.data.slice(3 * index, 3 * index + 3);
    expect(difference(colour, expected)).toBeLessThan(1e-5);
  }
});
