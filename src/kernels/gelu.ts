import { mapMatrix, type Matrix } from './matrix.ts';

/**
 * GELU (Hendrycks & Gimpel 2016, arXiv 1606.08415): gelu(x) = x · Φ(x), where
 * Φ(x) = ½ erfc(−x / √2) is the standard normal distribution function. This is the exact
 * form, PyTorch's default. (Flax, and so the official ViT code, uses a tanh approximation.)
 */
export function gelu(x: number): number {
  return (x * complementaryErrorFunction(-x / Math.SQRT2)) / 2;
}

/** GELU of every element. */
export function geluMatrix(matrix: Matrix): Matrix {
  return mapMatrix(matrix, gelu);
}

/**
 * p(t) of the approximation below, constant term first. A polynomial fit to
 * Python's `math.erfc` on 0 ≤ x ≤ 26, made for this file.
 */
const ERFC_COEFFICIENTS = [
  -1.265513491, 1.00005485, 0.374122581, 0.090537524, -0.117544294, -0.084568196, -0.010784426,
  -0.684582623, 1.837882373, -1.834957716, 0.850680465, -0.155327055,
];

/**
 * erfc(x) = 1 − erf(x). For x ≥ 0 it is t · e^(−x² + p(t)) with t = 1 / (1 + x/2), and
 * erfc(−x) = 2 − erfc(x). The relative error is below 1e-8, a tenth of float32's precision.
 */
export function complementaryErrorFunction(x: number): number {
  const t = 1 / (1 + Math.abs(x) / 2);
  const polynomial = ERFC_COEFFICIENTS.reduceRight((sum, coefficient) => sum * t + coefficient, 0);
  const tail = t * Math.exp(-x * x + polynomial);
  return x >= 0 ? tail : 2 - tail;
}
