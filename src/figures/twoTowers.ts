import { loadCheckpoints } from '../checkpoints/shipped.ts';
import { createClip } from '../inference/clip.ts';
import { embedGallery } from '../inference/retrieval.ts';
import { matmul, type Matrix, transpose } from '../kernels/matrix.ts';
import { SMALL_WORLD } from '../world/config.ts';
import type { Language } from '../language.ts';
import { plainRendering } from '../world/drawing.ts';
import { cellName } from '../world/language/lexicon.ts';
import { describe } from '../world/language/readerText.ts';
import type { Scene } from '../world/scene.ts';
import { sceneOfCode } from '../world/sceneCode.ts';

/** Four scenes of one object, so that their captions are short. */
export const SCENES: readonly Scene[] = ['0rt', '1gs', '2bc', '3yc'].map((code) =>
  sceneOfCode(SMALL_WORLD, code)!,
);

/** The cosines of their pictures and captions by the trained toy CLIP [4 × 4]. */
export async function cosinesOfScenes(): Promise<Matrix> {
  const clip = createClip((await loadCheckpoints(['clip'])).get('clip')!);
  const gallery = { scenes: SCENES, renderings: SCENES.map(plainRendering) };
  const { images, texts } = embedGallery(clip, SMALL_WORLD, gallery);
  return matmul(images, transpose(texts));
}

/** The captions, for the reader. */
export const captionsOfScenes = (language: Language): string[] =>
  SCENES.map(([object]) => {
    const what = describe(SMALL_WORLD, object, language);
    const where = cellName(SMALL_WORLD, object.cell)[language];
    return language === 'zh' ? `${where}${what}` : `${what}, ${where}`;
  });
