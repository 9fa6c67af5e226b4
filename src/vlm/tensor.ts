import { numpy as np, tree } from '@jax-js/jax';

/**
 * An array of the engine. Its ownership rule holds throughout src/vlm: a function consumes the
 * tensors that it is given, and whoever still needs one passes `x.ref`.
 */
export type Tensor = np.Array;

/** Parameters as nested records and lists of tensors. */
export type Tree = Tensor | readonly Tree[] | { readonly [name: string]: Tree };

/** A float32 tensor over `data` (copied). */
export function tensor(data: Float32Array<ArrayBuffer>, shape: readonly number[]): Tensor {
  return np.array(data).reshape([...shape]);
}

/** An int32 tensor over `data` (copied). A plain array would become float32. */
export function integers(data: Int32Array<ArrayBuffer>, shape: readonly number[]): Tensor {
  return np.array(data).reshape([...shape]);
}

/** A new reference to every tensor of a tree. */
export const share = <T>(parameters: T): T => tree.ref(parameters as never) as T;

/** Gives up every tensor of a tree. */
export const release = (parameters: unknown): void => tree.dispose(parameters as never);

/** Every tensor of a tree, in a fixed order, without a new reference. */
export const leavesOf = (parameters: unknown): Tensor[] => tree.leaves(parameters as never);

/** The same tree with every tensor replaced. */
export function mapTree<T>(parameters: T, change: (leaf: Tensor) => Tensor): T {
  return tree.map(change as never, parameters as never) as T;
}

/** How many numbers a tree holds. */
export const countParameters = (parameters: unknown): number =>
  leavesOf(parameters).reduce((sum, leaf) => sum + leaf.size, 0);

/** The numbers of a tensor, which stays alive. */
export const numbersOf = async (x: Tensor): Promise<Float32Array> =>
  (await x.ref.data()) as Float32Array;
