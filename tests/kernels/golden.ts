import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { createFeatureMap, type FeatureMap } from '../../src/kernels/featureMap.ts';
import { createImage, type PixelImage } from '../../src/kernels/image.ts';
import type { LayerNorm } from '../../src/kernels/layerNorm.ts';
import type { Linear } from '../../src/kernels/linear.ts';
import { createMatrix, type Matrix, transpose } from '../../src/kernels/matrix.ts';

interface Tensor {
  shape: number[];
  data: number[];
}

/** What PyTorch computed for one case of a concept; written by scripts/golden.py. */
export class GoldenCase {
  readonly #tensors: Record<string, Tensor>;
  readonly #case: string;

  constructor(concept: string, name: string) {
    const file = new URL(`../golden/${concept}.json`, import.meta.url);
    this.#tensors = JSON.parse(readFileSync(file, 'utf8'));
    this.#case = name;
  }

  tensor(name: string): Tensor {
    const tensor = this.#tensors[`${this.#case}/${name}`];
    if (!tensor) throw new Error(`no golden tensor ${this.#case}/${name}`);
    return tensor;
  }

  vector(name: string): Float32Array {
    return Float32Array.from(this.tensor(name).data);
  }

  scalar(name: string): number {
    return this.tensor(name).data[0];
  }

  matrix(name: string): Matrix {
    const [rows, columns] = this.tensor(name).shape;
    return createMatrix(rows, columns, this.vector(name));
  }

  featureMap(name: string): FeatureMap {
    const [channels, height, width] = this.tensor(name).shape;
    return createFeatureMap(channels, height, width, this.vector(name));
  }

  image(name: string): PixelImage {
    const [height, width, channels] = this.tensor(name).shape;
    return createImage(height, width, channels, this.vector(name));
  }

  /** An nn.Linear, which stores the transpose of our weight. */
  linear(name: string): Linear {
    return {
      weight: transpose(this.matrix(`${name}.weight`)),
      bias: this.vector(`${name}.bias`),
    };
  }

  /** An nn.LayerNorm, which calls the scale weight. */
  layerNorm(name: string): LayerNorm {
    return { scale: this.vector(`${name}.weight`), bias: this.vector(`${name}.bias`) };
  }

  /** Requires the shape and the numbers of a golden tensor. */
  expect(name: string, actual: Matrix | Float32Array): void {
    const { shape, data } = this.tensor(name);
    if (actual instanceof Float32Array) return expectClose(actual, data, name);
    expect([actual.rows, actual.columns], `${name}: shape`).toEqual(shape);
    expectClose(actual.data, data, name);
  }

  /** The same for a feature map. */
  expectFeatureMap(name: string, actual: FeatureMap): void {
    const { shape, data } = this.tensor(name);
    expect([actual.channels, actual.height, actual.width], `${name}: shape`).toEqual(shape);
    expectClose(actual.data, data, name);
  }
}

/**
 * Requires |a − b| ≤ tolerance · max(|b|, largest |b| / 10) for each number a and its reference b.
 * Relative to b alone would be too strict for an element that is almost 0 because large terms cancel
 * in it: its float32 error is relative to those terms, which are of the size of its neighbours.
 */
export function expectClose(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  what = 'value',
  tolerance = 1e-5,
): void {
  expect(actual.length, `${what}: length`).toBe(expected.length);
  const scale = Array.from(expected).reduce((a, b) => Math.max(a, Math.abs(b)), 0) / 10;
  for (let index = 0; index < expected.length; index++) {
    const [a, b] = [actual[index], expected[index]];
    const allowed = tolerance * Math.max(Math.abs(b), scale);
    if (!(Math.abs(a - b) <= allowed)) {
      expect.fail(`${what}[${index}] is ${a}, expected ${b} within ${allowed}`);
    }
  }
}
