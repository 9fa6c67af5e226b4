import { SMALL_WORLD, RICH_WORLD } from '../src/world/config.ts';
import { uniformSource } from '../src/kernels/random.ts';
import { sceneOf } from '../src/world/split.ts';
import { createTokenizer } from '../src/world/vocabulary.ts';
import * as A from '../src/world/ask.ts';
import * as M from '../src/world/modelText.ts';
import { pixelsOf, randomRendering } from '../src/world/drawing.ts';
for (const c of [SMALL_WORLD, RICH_WORLD]) {
  const r = uniformSource(3);
  const t = createTokenizer(c);
  console.log(t.words.length, t.words.join(' '));
  for (let i = 0; i < 3; i++) {
    const s = sceneOf('train', c, r);
    console.log(M.captionWords(c, s).join(' '));
    for (const cat of A.yesNoCategories(c)) {
      const p = A.askPair(c, s, r, cat);
      if (p)
        console.log(
          '  ',
          M.questionWords(c, p.yes).join(' '),
          '| no:',
          M.questionWords(c, p.no).join(' '),
        );
    }
    for (const cat of A.openCategories(c)) {
      const p = A.askChoice(c, s, r, cat);
      if (p)
        console.log(
          '  ',
          M.withOptions(M.questionWords(c, p.question), p.options).join(' '),
          p.answer,
        );
    }
  }
  const s = sceneOf('train', c, r);
  const t0 = performance.now();
  for (let i = 0; i < 200; i++) pixelsOf(c, s, randomRendering(s, r));
  console.log('ms/image', (performance.now() - t0) / 200);
}
