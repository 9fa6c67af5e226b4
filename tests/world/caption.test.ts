import { describe, expect, it } from 'vitest';
import { uniformSource } from '../../src/kernels/random.ts';
import { SMALL_WORLD } from '../../src/world/config.ts';
import { isTrueOf, readCaption } from '../../src/world/language/caption.ts';
import { captionText } from '../../src/world/language/readerText.ts';
import { captionWords } from '../../src/world/modelText.ts';
import { randomScene } from '../../src/world/scene.ts';

const read = (text: string) => readCaption(SMALL_WORLD, text, 15);

describe('readCaption', () => {
  it('reads back the reader’s caption of any scene, in both languages, as the model’s', () => {
    const random = uniformSource(5);
    for (let count = 0; count < 200; count++) {
      const scene = randomScene(SMALL_WORLD, random);
      for (const language of ['zh', 'en'] as const) {
        const caption = read(captionText(SMALL_WORLD, scene, language));
        expect(caption).toMatchObject({ kind: 'caption', words: captionWords(SMALL_WORLD, scene) });
        if (caption.kind === 'caption') expect(isTrueOf(scene, caption.mentions)).toBe(true);
      }
    }
  });

  it('keeps the order of objects, and orders what is said of one', () => {
    expect(read('at the top left a circle that is red and a blue square')).toMatchObject({
      kind: 'unknown',
      words: [{ word: 'that' }],
    });
    expect(read('top left red circle, one blue square')).toMatchObject({
      words: ['red', 'circle', 'top-left', ';', 'blue', 'square', '.'],
    });
    expect(read('蓝色方形和左上的红色圆形')).toMatchObject({
      words: ['blue', 'square', ';', 'red', 'circle', 'top-left', '.'],
    });
  });

  it('suggests only what a description may hold', () => {
    expect(read('绿色的狗')).toMatchObject({ kind: 'unknown', words: [{ word: '狗' }] });
    const unknown = read('red cirlces');
    expect(unknown).toMatchObject({ words: [{ word: 'cirlces' }] });
    if (unknown.kind === 'unknown') expect(unknown.words[0].suggestions[0]).toBe('circles');
  });

  it('refuses what is no description', () => {
    expect(read('  ').kind).toBe('empty');
    expect(read('is there a circle left of the square').kind).toBe('notDescribing');
    expect(read('red circle, '.repeat(9)).kind).toBe('tooLong');
  });
});

describe('isTrueOf', () => {
  const scene = [
    { cell: 0, colour: 0, shape: 0, size: 0, motion: 0 },
    { cell: 3, colour: 2, shape: 1, size: 0, motion: 0 },
  ];
  it('needs an object of its own for each mention', () => {
    expect(isTrueOf(scene, [{ colour: 0 }, { shape: 1 }])).toBe(true);
    expect(isTrueOf(scene, [{ shape: 0 }, { shape: 0 }])).toBe(false);
    expect(isTrueOf(scene, [{ colour: 0, shape: 1 }])).toBe(false);
    expect(isTrueOf(scene, [{}, { colour: 0 }])).toBe(true);
  });
});
