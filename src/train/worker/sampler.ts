import { numpy as np } from '@jax-js/jax';
import { type Clip, imageEmbedding, textEmbedding } from '../../vlm/clip.ts';
import { compile } from '../../vlm/compile.ts';
import type { Decoder } from '../../vlm/decoder.ts';
import { type ModelConfig, type Reader, SHORT_TEXT } from '../../vlm/model.ts';
import { integers, share, type Tensor, tensor } from '../../vlm/tensor.ts';
import { imageSize } from '../../world/drawing.ts';
import { layoutKey, type Scene } from '../../world/scene.ts';
import { createTokenizer } from '../../world/vocabulary.ts';
import { changesOf } from '../adaptation.ts';
import { answerAll, type Answerer, liveFactAnswerer, liveImageAnswerer } from '../answer.ts';
import { encodeScenes, type FeaturePool, pictures } from '../features.ts';
import { factTokens } from '../rows.ts';
import type { Parts } from '../trainer.ts';
import { type PreparedStage, WORLD } from './plan.ts';
import type { Sample, SceneAsking } from './protocol.ts';

/** Askings in one pass: few, because training waits meanwhile. */
const BATCH = 8;

/** Answers with the weights of the moment. */
export interface Sampler {
  sample(askings: readonly SceneAsking[]): Promise<Omit<Sample, 'step' | 'askings'>>;
  dispose(): void;
}

/** The sampler of a stage; `partsNow` gives the parameters of the moment, which stay alive. */
export function createSampler(stage: PreparedStage, partsNow: () => Parts): Sampler {
  if (stage.description.kind === 'contrastive') return similaritySampler(stage.config, partsNow);
  const tokenizer = createTokenizer(WORLD);
  let key = '';
  let scenes: readonly Scene[] = [];
  let pool: FeaturePool | undefined;
  let facts: number[][] = [];
  let answerer: Answerer | undefined;

  const look = async (next: readonly Scene[]) => {
    const nextKey = next.map(layoutKey).join('|');
    if (nextKey === key) return;
    scenes = next;
    if (stage.vision) {
      pool = await encodeScenes(WORLD, scenes, undefined, stage.vision, stage.config.vision);
    } else {
      facts = scenes.map((scene) => factTokens(WORLD, tokenizer, scene, SHORT_TEXT));
    }
    key = nextKey;
  };

  return {
    sample: async (askings) => {
      await look(askings.map(({ scene }) => scene));
      answerer ??= stage.vision
        ? liveImageAnswerer(
            () => answeringParts(partsNow()),
            stage.config,
            () => pool!,
            BATCH,
          )
        : liveFactAnswerer(
            () => partsNow()['decoder'] as Decoder,
            stage.config,
            () => facts,
            BATCH,
          );
      const rows = askings.map(({ question }, scene) => ({ scene, question }));
      return { answers: await answerAll(answerer, tokenizer, rows, answerer.length) };
    },
    dispose: () => answerer?.dispose(),
  };
}

/** The parameters of a stage as the answering functions take them. */
export function answeringParts(parts: Parts) {
  const { connector, decoder } = parts as Parts & Reader;
  return { reader: { connector, decoder }, changes: changesOf(parts) };
}

/** Cosines of pictures and captions, of at most BATCH scenes. */
function similaritySampler({ vision, text }: ModelConfig, partsNow: () => Parts): Sampler {
  const tokenizer = createTokenizer(WORLD);
  const size = imageSize(WORLD);
  const forward = compile((images: Tensor, tokens: Tensor, clip: Clip) => {
    const captions = textEmbedding(tokens, clip, text.heads);
    return np.matmul(imageEmbedding(images, clip, vision), captions.transpose());
  });
  return {
    sample: async (askings) => {
      const scenes = askings.slice(0, BATCH).map(({ scene }) => scene);
      const all = Array.from({ length: BATCH }, (_, index) => scenes[index] ?? scenes[0]);
      const tokens = all.flatMap((scene) => factTokens(WORLD, tokenizer, scene, SHORT_TEXT));
      const cosines = (await forward(
        tensor(pictures(WORLD, all), [BATCH, size, size, 3]),
        integers(Int32Array.from(tokens), [BATCH, SHORT_TEXT]),
        share(partsNow()['clip'] as Clip),
      ).data()) as Float32Array;
      const count = scenes.length;
      const data = Float32Array.from(
        { length: count * count },
        (_, index) => cosines[Math.floor(index / count) * BATCH + (index % count)],
      );
      return { similarities: { rows: count, columns: count, data } };
    },
    dispose: () => forward.dispose(),
  };
}
