import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Checkpoints, loadCheckpoints } from '../../src/checkpoints/shipped.ts';
import { challenges } from '../../src/demos/clip/challenges.ts';
import { type Derived, derive as deriveWith } from '../../src/demos/clip/derive.ts';
import { demo } from '../../src/demos/clip/index.ts';
import { coverPatches, measureRetrieval } from '../../src/demos/clip/measure.ts';
import { towersOf } from '../../src/demos/clip/model.ts';
import { FIRST_PROMPTS, readPrompts } from '../../src/demos/clip/prompts.ts';
import { strings } from '../../src/demos/clip/strings.ts';
import { BETWEEN, schema, type State } from '../../src/demos/clip/state.ts';
import { scenePixels } from '../../src/images/images.ts';
import { sceneOfCode } from '../../src/demos/sceneField.ts';
import { SMALL_WORLD } from '../../src/world/config.ts';
import { captionWords } from '../../src/world/modelText.ts';
import { splitOf } from '../../src/world/split.ts';
import { drawGallery } from '../../src/inference/retrieval.ts';

let checkpoints: Checkpoints;
beforeAll(async () => {
  checkpoints = await loadCheckpoints(['clip']);
});

const at = (fields: Partial<State> = {}): State => v.parse(schema, fields);
const derive = (fields: Partial<State> = {}): Derived =>
  deriveWith(at(fields), scenePixels('harbour'), checkpoints);
const towers = () => towersOf(checkpoints.get('clip')!);

describe('zero-shot', () => {
  it('the first sentences are the same in both languages, and the first is the caption', () => {
    const read = (language: 'zh' | 'en') =>
      readPrompts(
        FIRST_PROMPTS[language].join(BETWEEN),
        sceneOfCode(SMALL_WORLD, at().scene),
        15,
      ).map((prompt) => prompt.read);
    expect(read('zh')).toEqual(read('en'));
    const { prompts, scene, winner } = derive();
    expect(prompts[0].words).toEqual(captionWords(SMALL_WORLD, scene));
    expect(prompts.map(({ isTrue }) => isTrue)).toEqual([true, false, true, true]);
    expect(winner).toBe(prompts[0]);
  });

  it('probabilities are a softmax of the cosines over τ, and sum to 1', () => {
    const { prompts, scale } = derive();
    const exponentials = prompts.map(({ cosine }) => Math.exp(scale * cosine!));
    const sum = exponentials.reduce((a, b) => a + b, 0);
    prompts.forEach(({ probability }, index) =>
      expect(probability).toBeCloseTo(exponentials[index] / sum, 5),
    );
  });

  it('another scene turns the caption and the swapped one about', () => {
    const cosines = (scene: string) => derive({ scene }).prompts.map(({ cosine }) => cosine!);
    const [own, swapped] = cosines('0rc.3bs');
    expect(own).toBeGreaterThan(swapped);
    const [other, ownNow] = cosines('0bc.3rs');
    expect(ownNow).toBeGreaterThan(other);
  });

  it('says which word it does not know, and suggests others', () => {
    const { prompts, winner } = derive({ prompts: 'a purple cicle|how many circles' });
    const [unknown, question] = prompts.map(({ read }) => read);
    expect(unknown).toMatchObject({
      kind: 'unknown',
      words: [
        { word: 'purple' },
        { word: 'cicle', suggestions: expect.arrayContaining(['circle']) },
      ],
    });
    expect(question.kind).toBe('notDescribing');
    expect(winner).toBeUndefined();
    expect(strings.en.problem(unknown, 0)).toContain('“cicle”');
  });

  it('can be fooled by the order of objects: it ties colours to the order of mention', () => {
    expect(challenges.fooled(derive())).toBe(false);
    const wrong = 'red square bottom right, blue circle top left';
    const fooled = derive({ prompts: [FIRST_PROMPTS.en[2], wrong].join(BETWEEN) });
    expect(fooled.prompts.map(({ isTrue }) => isTrue)).toEqual([true, false]);
    expect(challenges.fooled(fooled)).toBe(true);
  });
});

describe('patches', () => {
  it('have one cosine each, with the picked sentence or a word', () => {
    for (const heat of ['prompt', 'red', 'square'] as const) {
      const { heat: map, side } = derive({ heat });
      expect(map!.values).toHaveLength(side ** 2);
      expect(map!.largest).toBeLessThanOrEqual(1.0001);
      expect(map!.smallest).toBeGreaterThanOrEqual(-1.0001);
    }
  });

  it('covering a patch of an object matters, covering background hardly', () => {
    const { scene, prompts, side } = derive();
    const { clip, textOf } = towers();
    const falls = coverPatches(clip, scene, textOf(prompts[0].words!), side);
    const mean = (patches: number[]) =>
      patches.reduce((sum, patch) => sum + Math.abs(falls[patch]), 0) / patches.length;
    expect(mean([0, 1, 4, 5, 10, 11, 14, 15])).toBeGreaterThan(
      5 * mean([2, 3, 6, 7, 8, 9, 12, 13]),
    );
  });
});

describe('retrieval', () => {
  it('draws galleries of unseen layouts, each once, the same for a seed', () => {
    const gallery = drawGallery(SMALL_WORLD, 50, 3);
    expect(drawGallery(SMALL_WORLD, 50, 3)).toEqual(gallery);
    const captions = gallery.scenes.map((scene) => captionWords(SMALL_WORLD, scene).join(' '));
    expect(new Set(captions).size).toBe(50);
    gallery.scenes.forEach((scene) => expect(splitOf(scene)).toBe('test'));
  });

  it('measures both ways, far above guessing', async () => {
    const shares: number[] = [];
    const found = await measureRetrieval(
      towers().clip,
      20,
      1,
      (share) => shares.push(share),
      () => true,
    );
    expect(shares.at(-1)).toBe(1);
    expect(found!.imageToText.recall1.value).toBeGreaterThan(0.8);
    expect(found!.textToImage.recall5.value).toBeGreaterThan(0.9);
    expect(found!.guessing.recall1).toBeCloseTo(1 / 20, 10);
  }, 20_000);

  it('stops once nobody wants it any more', async () => {
    const found = await measureRetrieval(
      towers().clip,
      20,
      1,
      () => {},
      () => false,
    );
    expect(found).toBeUndefined();
  });
});

it('the table shows the derived numbers', () => {
  const state = at({ heat: 'red' });
  const derived = derive(state);
  const { rows } = demo.table(derived, demo.strings.en, state);
  expect(rows).toHaveLength(derived.prompts.length + 1 + derived.side ** 2);
  expect(rows[0][1]).toBe(derived.prompts[0].cosine!.toFixed(4));
});

it('guessing in training is ln B, with near misses ½ ln 2 more', () => {
  const one = derive({ objects: 'one' }).training;
  const several = derive({ objects: 'several' }).training;
  expect(one.chance).toBeCloseTo(Math.log(one.batch), 10);
  expect(several.chance).toBeCloseTo(
    (Math.log(2 * several.batch) + Math.log(several.batch)) / 2,
    10,
  );
});
