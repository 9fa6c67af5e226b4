import { createMatrix, type Matrix, requireShape } from './matrix.ts';

/**
 * The logits of a contrastive loss, s · cos(image i, text j) [N × N], with all that the way back needs.
 * In float64 throughout, so that a finite difference can confirm the gradient to many digits.
 */
export interface CosineLogits {
  readonly count: number;
  readonly width: number;
  /** s = 1/τ = e^t, what the cosines are multiplied with */
  readonly scale: number;
  /** The embeddings divided by their norms [N × d], and the norms [N] */
  readonly images: UnitRows;
  readonly texts: UnitRows;
  /** [N × N], image i in row i, text j in column j */
  readonly cosines: Float64Array;
  readonly logits: Float64Array;
}

export interface UnitRows {
  readonly units: Float64Array;
  readonly norms: Float64Array;
}

/** The gradients of a loss: for the embeddings before normalisation [N × d], and for t = ln s. */
export interface EmbeddingGradients {
  readonly images: Matrix;
  readonly texts: Matrix;
  readonly logScale: number;
}

/**
 * Cosines of every image with every text, divided by τ (CLIP, Radford et al. 2021, arXiv 2103.00020,
 * figure 3). Embeddings [N × d] as they leave the towers. Throws a RangeError for shapes that differ,
 * τ ≤ 0, or an embedding of norm 0, which has no direction.
 */
export function cosineLogits(images: Matrix, texts: Matrix, temperature: number): CosineLogits {
  requireShape('texts', texts, images.rows, images.columns);
  if (!(temperature > 0)) {
    throw new RangeError(`the temperature must be positive, got ${temperature}`);
  }
  const [count, width, scale] = [images.rows, images.columns, 1 / temperature];
  const [image, text] = [unitRows(images), unitRows(texts)];
  const cosines = new Float64Array(count * count);
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < count; j++) {
      let sum = 0;
      for (let k = 0; k < width; k++) {
        sum += image.units[i * width + k] * text.units[j * width + k];
      }
      cosines[i * count + j] = sum;
    }
  }
  const logits = cosines.map((cosine) => scale * cosine);
  return { count, width, scale, images: image, texts: text, cosines, logits };
}

/** Each row divided by its Euclidean norm, [N × d]. */
function unitRows({ rows, columns, data }: Matrix): UnitRows {
  const units = Float64Array.from(data);
  const norms = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const vector = units.subarray(row * columns, (row + 1) * columns); // a view
    norms[row] = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
    if (norms[row] === 0) throw new RangeError(`embedding ${row} is zero: it has no direction`);
    vector.forEach((value, index) => (vector[index] = value / norms[row]));
  }
  return { units, norms };
}

/**
 * From a loss's gradient G for the logits [N × N] to its gradients for the embeddings and for t. For the
 * unit vectors û = x/‖x‖ they are s·G·T̂ and s·Gᵀ·Î; the norm then takes away what points along û, since
 * ∂û/∂x = (I − ûᵀû)/‖x‖: what would only lengthen an embedding changes no cosine.
 */
export function embeddingGradients(
  { count, width, scale, images, texts, logits }: CosineLogits,
  gradient: Float64Array,
): EmbeddingGradients {
  const forImages = new Float64Array(count * width);
  const forTexts = new Float64Array(count * width);
  let logScale = 0;
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < count; j++) {
      const pair = gradient[i * count + j];
      logScale += pair * logits[i * count + j]; // ∂S/∂t = S, because S = e^t · cosine
      for (let k = 0; k < width; k++) {
        forImages[i * width + k] += scale * pair * texts.units[j * width + k];
        forTexts[j * width + k] += scale * pair * images.units[i * width + k];
      }
    }
  }
  return {
    images: throughNorm(forImages, images, width),
    texts: throughNorm(forTexts, texts, width),
    logScale,
  };
}

/** The gradient for x from the one for û = x/‖x‖, row by row: (g − (g·û) û) / ‖x‖. */
function throughNorm(gradient: Float64Array, { units, norms }: UnitRows, width: number): Matrix {
  const result = createMatrix(norms.length, width);
  norms.forEach((norm, row) => {
    let along = 0;
    for (let k = row * width; k < (row + 1) * width; k++) along += gradient[k] * units[k];
    for (let k = row * width; k < (row + 1) * width; k++) {
      result.data[k] = (gradient[k] - along * units[k]) / norm;
    }
  });
  return result;
}
