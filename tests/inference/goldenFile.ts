import type { CheckpointFile } from '../../src/checkpoints/checkpointFile.ts';
import type { StoredTensor } from '../../src/checkpoints/safetensors.ts';
import { createMatrix, type Matrix } from '../../src/kernels/matrix.ts';
import { GoldenCase } from '../kernels/golden.ts';
import { readFileSync } from 'node:fs';

/** A golden case of scripts/golden_vlm.py whose parameters are read as if they were a checkpoint. */
export class GoldenFile extends GoldenCase {
  /** The parameters below `path`, as src/inference reads them. */
  readonly file: CheckpointFile;

  constructor(part: string, name: string, path: string) {
    super(`vlm_${part}`, name);
    const url = new URL(`../golden/vlm_${part}.json`, import.meta.url);
    const all: Record<string, StoredTensor> = JSON.parse(readFileSync(url, 'utf8'));
    const prefix = `${name}/parameters/`;
    const tensors = new Map(
      Object.entries(all)
        .filter(([key]) => key.startsWith(prefix))
        .map(([key, { shape, data }]) => [
          `${path}.${key.slice(prefix.length)}`,
          { shape, data: Float32Array.from(data) },
        ]),
    );
    const provenance = { name: `golden ${part}`, config: {}, seed: 0, split: '', curve: [] };
    this.file = { tensors, provenance };
  }

  /** One matrix of a batch [B × n × m]. */
  matrixOf(name: string, index: number): Matrix {
    const [, rows, columns] = this.tensor(name).shape;
    const data = this.vector(name).subarray(index * rows * columns, (index + 1) * rows * columns);
    return createMatrix(rows, columns, data);
  }

  /** Row `index` of a batch of tokens [B × n]. */
  tokensOf(name: string, index: number): number[] {
    const { shape, data } = this.tensor(name);
    return data.slice(index * shape[1], (index + 1) * shape[1]);
  }

  /** The numbers of one item of a batch [B × …]. */
  itemOf(name: string, index: number): number[] {
    const { shape, data } = this.tensor(name);
    const size = data.length / shape[0];
    return data.slice(index * size, (index + 1) * size);
  }
}
