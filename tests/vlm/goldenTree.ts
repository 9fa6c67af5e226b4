import { readFileSync } from 'node:fs';
import { valueAndGrad } from '@jax-js/jax';
import { expect } from 'vitest';
import { namedLeaves } from '../../src/vlm/checkpoint.ts';
import { integers, numbersOf, type Tensor, tensor } from '../../src/vlm/tensor.ts';
import { expectClose } from '../kernels/golden.ts';

interface Stored {
  shape: number[];
  data: number[];
}

/** Relative; float32 against PyTorch's float64. */
const TOLERANCE = 1e-4;

/** What PyTorch computed for one case of a part; written by scripts/golden_vlm.py. */
export class GoldenTree {
  readonly #tensors: [string, Stored][];

  constructor(part: string, name: string) {
    const file = new URL(`../golden/vlm_${part}.json`, import.meta.url);
    const entries: Record<string, Stored> = JSON.parse(readFileSync(file, 'utf8'));
    this.#tensors = Object.entries(entries).flatMap(([key, value]) =>
      key.startsWith(`${name}/`) ? [[key.slice(name.length + 1), value]] : [],
    );
  }

  stored(name: string): Stored {
    const found = this.#tensors.find(([key]) => key === name);
    if (!found) throw new Error(`no golden tensor ${name}`);
    return found[1];
  }

  tensor(name: string): Tensor {
    const { shape, data } = this.stored(name);
    return tensor(Float32Array.from(data), shape);
  }

  tokens(name: string): Tensor {
    const { shape, data } = this.stored(name);
    return integers(Int32Array.from(data), shape);
  }

  /** The parameters as a tree: "blocks.0.mlpHidden.weight" stands at that place. */
  parameters<P>(): P {
    const root: Record<string, unknown> = {};
    for (const [key, { shape, data }] of this.#tensors) {
      if (!key.startsWith('parameters/')) continue;
      const steps = key.slice('parameters/'.length).split('.');
      const last = steps.pop()!;
      let node = root;
      steps.forEach((step, index) => {
        const isList = /^\d+$/.test(steps[index + 1] ?? last);
        node = (node[step] ??= isList ? [] : {}) as Record<string, unknown>;
      });
      node[last] = tensor(Float32Array.from(data), shape);
    }
    return root as P;
  }

  /** Requires PyTorch's output, and its gradients for every parameter and for the input. */
  async expect<P>(
    forward: (parameters: P, input: Tensor) => Tensor,
    inputName?: string,
  ): Promise<void> {
    const weight = this.tensor('outputGradient');
    const run = (parameters: P, input: Tensor) => forward(parameters, input);
    const input = () => (inputName ? this.tensor(inputName) : tensor(new Float32Array(1), [1]));
    const output = run(this.parameters<P>(), input());
    expect(output.shape).toEqual(this.stored('output').shape);
    expectClose(await numbersOf(output), this.stored('output').data, 'output', TOLERANCE);
    const loss = (parameters: P, x: Tensor) => run(parameters, x).mul(weight.ref).sum();
    const differentiate = valueAndGrad as unknown as (
      f: typeof loss,
      options: { argnums: number[] },
    ) => (parameters: P, x: Tensor) => [Tensor, [P, Tensor]];
    const argnums = inputName ? [0, 1] : [0];
    const [, [gradients, inputGradient]] = differentiate(loss, { argnums })(
      this.parameters<P>(),
      input(),
    );
    for (const [name, gradient] of namedLeaves(gradients)) {
      const { data } = this.stored(`gradient/${name}`);
      expectGradient(await numbersOf(gradient), data, `gradient of ${name}`);
    }
    if (!inputName) return;
    const { data } = this.stored(`inputGradient/${inputName}`);
    expectGradient(await numbersOf(inputGradient), data, `gradient of ${inputName}`);
  }
}

/** A bias of the keys moves all scores of a query alike, so its gradient is 0 but for rounding. */
function expectGradient(actual: Float32Array, expected: number[], what: string): void {
  if (expected.some((value) => Math.abs(value) > 1e-12)) {
    expectClose(actual, expected, what, TOLERANCE);
  } else {
    expect(Math.max(...actual.map(Math.abs)), what).toBeLessThan(1e-6);
  }
}
