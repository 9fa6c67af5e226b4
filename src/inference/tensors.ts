import { CheckpointError } from '../checkpoints/safetensors.ts';
import type { CheckpointFile } from '../checkpoints/checkpointFile.ts';
import type { MultiHeadAttentionWeights } from '../kernels/attention.ts';
import type { EncoderBlockWeights } from '../kernels/encoderBlock.ts';
import type { LayerNorm } from '../kernels/layerNorm.ts';
import type { Linear } from '../kernels/linear.ts';
import { createMatrix, type Matrix } from '../kernels/matrix.ts';

/** The length of an axis, or `any`: whatever the file has. */
type Axis = number | 'any';

/**
 * The tensors of a checkpoint below a path, as the kernels' matrices and vectors (not copied). Whatever
 * is missing or of another shape throws a CheckpointError that names it.
 */
export class Tensors {
  readonly #file: CheckpointFile;
  readonly #path: string;

  constructor(file: CheckpointFile, path = '') {
    this.#file = file;
    this.#path = path;
  }

  /** Those below a name. */
  at(name: string | number): Tensors {
    return new Tensors(this.#file, this.#pathOf(String(name)));
  }

  /** Whether there is a tensor with this name, or below it. */
  has(name: string): boolean {
    const path = this.#pathOf(name);
    return [...this.#file.tensors.keys()].some((key) => key === path || key.startsWith(`${path}.`));
  }

  /** One result for each of name.0, name.1, … */
  list<Item>(name: string, read: (item: Tensors) => Item): Item[] {
    const items: Item[] = [];
    while (this.has(`${name}.${items.length}`)) items.push(read(this.at(name).at(items.length)));
    return items;
  }

  matrix(name: string, rows: Axis, columns: Axis): Matrix {
    const { shape, data } = this.#stored(name, [rows, columns]);
    return createMatrix(shape[0], shape[1], data);
  }

  vector(name: string, length: Axis): Float32Array {
    return this.#stored(name, [length]).data;
  }

  linear(name: string, inputs: Axis, outputs: Axis): Linear {
    const at = this.at(name);
    const weight = at.matrix('weight', inputs, outputs);
    return { weight, bias: at.vector('bias', weight.columns) };
  }

  layerNorm(name: string, width: number): LayerNorm {
    const at = this.at(name);
    return { scale: at.vector('scale', width), bias: at.vector('bias', width) };
  }

  /** Projections to a width of D; keys and values of a context of another width, if it is given. */
  attention(name: string, width: number, contextWidth: Axis = width): MultiHeadAttentionWeights {
    const at = this.at(name);
    return {
      queries: at.linear('queries', width, width),
      keys: at.linear('keys', contextWidth, width),
      values: at.linear('values', contextWidth, width),
      output: at.linear('output', width, width),
    };
  }

  /** The MLP of a block or layer. */
  mlp(width: number): { mlpNorm: LayerNorm; mlpHidden: Linear; mlpOutput: Linear } {
    const mlpHidden = this.linear('mlpHidden', width, 'any');
    return {
      mlpNorm: this.layerNorm('mlpNorm', width),
      mlpHidden,
      mlpOutput: this.linear('mlpOutput', mlpHidden.bias.length, width),
    };
  }

  /** The Transformer blocks below `blocks`. */
  blocks(width: number): EncoderBlockWeights[] {
    return this.list('blocks', (block) => ({
      attentionNorm: block.layerNorm('attentionNorm', width),
      attention: block.attention('attention', width),
      ...block.mlp(width),
    }));
  }

  #pathOf(name: string): string {
    return this.#path === '' ? name : `${this.#path}.${name}`;
  }

  #stored(name: string, expected: readonly Axis[]) {
    const path = this.#pathOf(name);
    const stored = this.#file.tensors.get(path);
    const where = `the checkpoint "${this.#file.provenance.name}"`;
    if (!stored) throw new CheckpointError(`${where} has no tensor "${path}"`);
    const { shape } = stored;
    const fits =
      shape.length === expected.length &&
      expected.every((axis, index) => axis === 'any' || axis === shape[index]);
    if (!fits) {
      const wanted = expected.join('×');
      throw new CheckpointError(
        `${where}: "${path}" is ${shape.join('×')}, but should be ${wanted}`,
      );
    }
    return stored;
  }
}
