import { scaledDotProductAttention } from '../kernels/attention.ts';
import { layerNorm } from '../kernels/layerNorm.ts';
import { mapMatrix } from '../kernels/matrix.ts';
import { patchEmbed, patchGrid, patchify } from '../kernels/patchEmbedding.ts';
import { randomMatrix } from '../kernels/random.ts';
import { scenePixels } from '../images/images.ts';

export const STRIP_SCENE = 'harbour';
const PATCH_SIZE = 56;
const TOKEN_WIDTH = 16;
const EMBEDDING_SEED = 7;

/** What the first screen shows: a scene, its patches, their tokens, and how they attend to each other. */
export function homeStrip() {
  const image = scenePixels(STRIP_SCENE);
  const { columns, count, patchLength } = patchGrid(image, PATCH_SIZE);
  const embedding = randomMatrix(patchLength, TOKEN_WIDTH, EMBEDDING_SEED, patchLength ** -0.5);
  const pixels = mapMatrix(patchify(image, PATCH_SIZE), (value) => 2 * value - 1); // [N × P²C], in [−1, 1] as ViT takes them
  const embedded = patchEmbed(pixels, embedding, new Float32Array(TOKEN_WIDTH));
  const unit = {
    scale: new Float32Array(TOKEN_WIDTH).fill(1),
    bias: new Float32Array(TOKEN_WIDTH),
  };
  const tokens = layerNorm(embedded, unit); // [N × D]
  const { weights } = scaledDotProductAttention(tokens, tokens, tokens); // [N × N]
  return {
    count,
    patchSize: PATCH_SIZE,
    tokenWidth: TOKEN_WIDTH,
    tokens,
    weights,
    /** Each patch's left upper corner in pixels, in sequence order. */
    corners: Array.from({ length: count }, (_, index) => ({
      x: (index % columns) * PATCH_SIZE,
      y: Math.floor(index / columns) * PATCH_SIZE,
    })),
  };
}
