import { numpy as np } from '@jax-js/jax';
import type { Initialiser } from './initialise.ts';
import type { Tensor } from './tensor.ts';

/** Learned vectors in front of the input [m × D] (Lester et al. 2021, arXiv 2104.08691). */
export type SoftPrompt = Tensor;

/** A new soft prompt, at the scale of the decoder's inputs. */
export const initialSoftPrompt = (init: Initialiser, length: number, width: number): SoftPrompt =>
  init.normal([length, width], 1);

/** The prompt in front of every row of the prefix: [m × D], [B × p × D] → [B × (m + p) × D]. */
export const withSoftPrompt = (prompt: SoftPrompt, prefix: Tensor): Tensor =>
  np.concatenate([np.tile(prompt, [prefix.shape[0], 1, 1]), prefix], 1);
