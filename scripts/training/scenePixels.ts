/**
 * Prints the model's pictures of scenes of the classifier's world as JSON, [size × size × 3] each:
 *
 *     node scripts/training/scenePixels.ts 0rc.3bs 1rt
 */
import { pixelsOf } from '../../src/world/drawing.ts';
import { sceneOfCode } from '../../src/world/sceneCode.ts';
import { SEARCH_WORLD } from '../../src/world/search.ts';

const pictures = process.argv.slice(2).map((code) => {
  const scene = sceneOfCode(SEARCH_WORLD, code);
  if (!scene) throw new RangeError(`"${code}" is no scene`);
  return [...pixelsOf(SEARCH_WORLD, scene).data];
});
console.log(JSON.stringify(pictures));
