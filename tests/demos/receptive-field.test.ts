import { describe, expect, it } from 'vitest';
import { attentionCost, CHANNELS, convolutionCost } from '../../src/demos/receptive-field/cost.ts';
import { derive } from '../../src/demos/receptive-field/derive.ts';
import { demo } from '../../src/demos/receptive-field/index.ts';
import {
  GRID,
  KERNEL_SIZES,
  MAXIMUM_LAYERS,
  STRIDES,
} from '../../src/demos/receptive-field/state.ts';
import { strings } from '../../src/demos/receptive-field/strings.ts';
import { comparison, table } from '../../src/demos/receptive-field/table.ts';
import { defaultState } from '../../src/demos/urlState.ts';
import { scenePixels } from '../../src/images/images.ts';

type State = Parameters<typeof derive>[0];

const image = scenePixels('harbour');
const initial = defaultState(demo) as State;
const at = (row: number, column: number) => row * GRID + column;
const CORNERS = [at(0, 0), at(0, GRID - 1), at(GRID - 1, 0), at(GRID - 1, GRID - 1)];
const PLACES = [...CORNERS, at(15, 15), at(16, 16), at(3, 20), initial.position];

/** Every stack, from a corner, from the middle, and from where it begins. */
function* states(): Generator<State> {
  for (const position of [at(0, 0), at(16, 16), initial.position]) {
    for (let layers = 1; layers <= MAXIMUM_LAYERS; layers++) {
      for (const kernelSize of KERNEL_SIZES) {
        for (const stride of STRIDES) yield { ...initial, position, layers, kernelSize, stride };
      }
    }
  }
}

describe('the window of a stack of convolutions', () => {
  it('has the side 1 + L (k − 1), so 1 + 2L for 3 × 3', () => {
    for (let layers = 1; layers <= MAXIMUM_LAYERS; layers++) {
      const small = derive({ ...initial, layers }, image);
      expect(small.convolution.size).toBe(1 + 2 * layers);
      expect(small.sizes[layers - 1]).toBe(1 + 2 * layers);
      const large = derive({ ...initial, layers, kernelSize: 5 }, image);
      expect(large.convolution.size).toBe(1 + 4 * layers);
    }
  });

  it('is where the gradient arrives, and nowhere else, in every state', () => {
    for (const state of states()) {
      const { measured, window, gradient, share } = derive(state, image).convolution;
      expect(measured, JSON.stringify(state)).toEqual(window);
      const arrived = gradient.filter((value) => value > 0).length;
      expect(arrived).toBe(window.width * window.height);
      expect(share).toBe(arrived / GRID ** 2);
    }
  });

  it('holds the picked position and grows with each layer', () => {
    for (const state of states()) {
      const { smallerWindows, window } = derive(state, image).convolution;
      expect(smallerWindows).toHaveLength(state.layers - 1);
      const row = Math.floor(state.position / GRID);
      expect(row).toBeGreaterThanOrEqual(window.top);
      expect(row).toBeLessThan(window.top + window.height);
      const areas = [...smallerWindows, window].map(({ width, height }) => width * height);
      expect(areas).toEqual([...areas].sort((a, b) => a - b));
    }
  });

  it('is a window, not a circle of equal strength: the gradient is largest at its centre', () => {
    const { gradient } = derive({ ...initial, position: at(16, 16), layers: 6 }, image).convolution;
    expect(gradient[at(16, 16)]).toBe(1);
    expect(gradient[at(16, 22)]).toBeLessThan(0.1);
  });
});

describe('layers to reach the whole picture', () => {
  it.each([
    [at(0, 0), 31],
    [at(16, 16), 16],
    [at(15, 15), 16],
    [at(16, 0), 31],
  ])('from position %i are %i of 3 × 3', (position, expected) => {
    expect(derive({ ...initial, position }, image).convolution.layersToReachAll).toBe(expected);
  });

  it('are as many as the measured window needs', () => {
    for (const state of states()) {
      const { layersToReachAll, measured } = derive(state, image).convolution;
      const isAll = measured.width === GRID && measured.height === GRID;
      expect(isAll, JSON.stringify(state)).toBe(state.layers >= layersToReachAll);
    }
  });
});

it('one attention layer reaches every position, from everywhere, on every picture', () => {
  for (const scene of ['harbour', 'shapes', 'pair'] as const) {
    for (const position of PLACES) {
      const { measured, weights, share } = derive(
        { ...initial, position },
        scenePixels(scene),
      ).attention;
      expect(measured).toEqual({ left: 0, top: 0, width: GRID, height: GRID });
      expect(share).toBe(1);
      expect(weights.every((weight) => weight > 0)).toBe(true);
      expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 5);
    }
  }
});

it('an image of one colour gives equal weights', () => {
  const grey = { height: 8, width: 8, channels: 3, data: new Float32Array(192).fill(0.5) };
  const { weights } = derive(initial, grey).attention;
  expect(Math.max(...weights)).toBeCloseTo(1 / GRID ** 2, 6);
  expect(Math.min(...weights)).toBeCloseTo(1 / GRID ** 2, 6);
});

it('a stride of 2 halves the map and doubles the step, so five layers reach all', () => {
  const sides = [1, 2, 3, 4, 5, 6].map(
    (layers) => derive({ ...initial, stride: 2, layers }, image).convolution.outputSide,
  );
  expect(sides).toEqual([16, 8, 4, 2, 1, 1]);
  const { layersToReachAll, size } = derive(
    { ...initial, stride: 2, layers: 3 },
    image,
  ).convolution;
  expect(layersToReachAll).toBe(5);
  expect(size).toBe(1 + 2 * (1 + 2 + 4));
});

it('counts what PyTorch’s layers would hold', () => {
  const layer = { kernelSize: 3, stride: 1 };
  const one = convolutionCost([layer]);
  expect(one.parameters).toBe(CHANNELS * (CHANNELS * 9 + 1));
  expect(convolutionCost([layer, layer, layer]).multiplyAdds).toBe(3 * one.multiplyAdds);
  expect(convolutionCost([{ kernelSize: 3, stride: 2 }]).multiplyAdds).toBe(one.multiplyAdds / 4);
  expect(attentionCost().parameters).toBe(4 * CHANNELS * (CHANNELS + 1));
});

it.each(['zh', 'en'] as const)('the %s table says what was derived', (language) => {
  const derived = derive(initial, image);
  const { rows } = table(derived, strings[language]);
  const flat = rows.flat();
  expect(flat).toContain('1 + 2·4 = 9');
  expect(flat).toContain('9 × 9');
  expect(flat).toContain(`${(100 * derived.convolution.share).toFixed(1)}%`);
  expect(flat).toContain(String(derived.convolution.layersToReachAll));
  expect(
    comparison(derived, strings[language]).every((row) => flat.includes(row.convolution)),
  ).toBe(true);
  for (const state of states()) {
    const texts = table(derive(state, image), strings[language]).rows.flat().join();
    expect(texts).not.toMatch(/NaN|undefined|Infinity/);
  }
});
