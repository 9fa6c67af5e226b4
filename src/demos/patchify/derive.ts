import type * as v from 'valibot';
import { resizeByArea, toGrayscale, type PixelImage } from '../../kernels/image.ts';
import type { Matrix } from '../../kernels/matrix.ts';
import { patchEmbed, patchGrid, patchify } from '../../kernels/patchEmbedding.ts';
import { randomMatrix } from '../../kernels/random.ts';
import { perImage } from '../perImage.ts';
import type { schema } from './state.ts';

/** D of this demo: small enough to see every number. */
export const TOKEN_WIDTH = 64;
const TOKEN_COLUMNS = 8;
const EMBEDDING_SEED = 1;

/** From an image to patches, vectors and tokens; `undivided` where P does not divide the image. */
export function derive(state: v.InferOutput<typeof schema>, image: PixelImage) {
  const { resolution, patchSize, channels } = state;
  const remainder = resolution % patchSize;
  if (remainder !== 0) return { kind: 'undivided' as const, resolution, patchSize, remainder };

  const { grid, patches, meanColours } = cut(image, `${resolution} ${patchSize} ${channels}`);
  const selected = state.patch % grid.count;
  const vector = patches.data.slice(selected * grid.patchLength, (selected + 1) * grid.patchLength);
  const token = patchEmbed(
    { rows: 1, columns: grid.patchLength, data: vector },
    embeddingFor(grid.patchLength),
    new Float32Array(TOKEN_WIDTH),
  ); // [1 × D]
  return {
    kind: 'divided' as const,
    resolution,
    patchSize,
    channels,
    rows: grid.rows,
    columns: grid.columns,
    patchCount: grid.count,
    patchLength: grid.patchLength,
    selected,
    selectedRow: Math.floor(selected / grid.columns),
    selectedColumn: selected % grid.columns,
    sequenceLength: grid.count + 1, // with the class token
    pixelCount: resolution ** 2,
    pixelPairs: resolution ** 4,
    tokenPairs: (grid.count + 1) ** 2,
    vector,
    patchPixels: { height: patchSize, width: patchSize, channels, data: vector },
    vectorPixels: channelCells(vector, patchSize, channels),
    meanColours,
    selectedPercent: (100 * selected) / grid.count,
    cellPercent: 100 / grid.count,
    token: token.data,
    tokenRows: TOKEN_WIDTH / TOKEN_COLUMNS,
    tokenColumns: TOKEN_COLUMNS,
  };
}

/** What does not depend on the selected patch: all patches [N × P²C], and their mean colours. */
const cut = perImage((image, setting: `${number} ${number} ${number}`) => {
  const [side, patchSize, channels] = setting.split(' ').map(Number);
  const sized = resizeByArea(image, side, side);
  const pixels = channels === 1 ? toGrayscale(sized) : sized;
  const patches = patchify(pixels, patchSize);
  return {
    grid: patchGrid(pixels, patchSize),
    patches,
    meanColours: meanColoursOf(patches, channels),
  };
});

export type Derived = ReturnType<typeof derive>;
export type Divided = Extract<Derived, { kind: 'divided' }>;

const embeddings = new Map<number, Matrix>();

/** E [P²C × D] with the scale of a fresh linear layer, 1/√(P²C); kept, for it is the same each time. */
function embeddingFor(patchLength: number): Matrix {
  const embedding =
    embeddings.get(patchLength) ??
    randomMatrix(patchLength, TOKEN_WIDTH, EMBEDDING_SEED, 1 / Math.sqrt(patchLength));
  embeddings.set(patchLength, embedding);
  return embedding;
}

/**
 * The vector's numbers as cells, P·C to a row (one row of the patch is one row here), each in the
 * colour of its channel; grey where there is one channel only.
 */
function channelCells(vector: Float32Array, patchSize: number, channels: number): PixelImage {
  const size = { height: patchSize, width: patchSize * channels };
  if (channels === 1) return { ...size, channels, data: vector };
  const data = new Float32Array(vector.length * channels);
  vector.forEach((value, index) => {
    data[index * channels + (index % channels)] = value;
  });
  return { ...size, channels, data };
}

/** One pixel a patch, in sequence order: what the row of patches looks like from far away. */
function meanColoursOf({ rows, columns, data }: Matrix, channels: number): PixelImage {
  const means = new Float32Array(rows * channels);
  const pixelsInPatch = columns / channels;
  data.forEach((value, index) => {
    const patch = Math.floor(index / columns);
    means[patch * channels + (index % channels)]! += value / pixelsInPatch;
  });
  return { height: 1, width: rows, channels, data: means };
}
