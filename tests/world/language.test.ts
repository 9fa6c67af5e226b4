import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { uniformSource } from '../../src/kernels/random.ts';
import { askOpen, askPair, openCategories, yesNoCategories } from '../../src/world/ask.ts';
import { RICH_WORLD, SMALL_WORLD, type WorldConfig } from '../../src/world/config.ts';
import { answerText, captionText, questionText } from '../../src/world/language/readerText.ts';
import { editDistance } from '../../src/world/language/suggest.ts';
import { understand } from '../../src/world/language/understand.ts';
import { questionWords } from '../../src/world/modelText.ts';
import type { Question } from '../../src/world/question.ts';
import { randomScene } from '../../src/world/scene.ts';

const seeds = fc.integer({ min: 0, max: 2 ** 31 });

function questionsOf(world: WorldConfig, seed: number): Question[] {
  const random = uniformSource(seed);
  const scene = randomScene(world, random);
  const pairs = yesNoCategories(world).flatMap((category) => {
    const pair = askPair(world, scene, random, category);
    return pair ? [pair.yes, pair.no] : [];
  });
  const open = openCategories(world).flatMap((category) => {
    const asked = askOpen(world, scene, random, category);
    return asked ? [asked.question] : [];
  });
  return [...pairs, ...open, { kind: 'describe' }];
}

describe.each([
  ['zh', SMALL_WORLD],
  ['en', SMALL_WORLD],
  ['zh', RICH_WORLD],
  ['en', RICH_WORLD],
] as const)('in %s', (language, world) => {
  it(`what is written in the world ${world.id} is understood`, () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const question of questionsOf(world, seed)) {
          const text = questionText(world, question, language);
          const understood = understand(world, text);
          expect(understood.kind, text).toBe('question');
          if (understood.kind !== 'question') continue;
          const words = questionWords(world, understood.question);
          expect(words, text).toEqual(questionWords(world, question));
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('a reader’s own words', () => {
  const words = (text: string) => {
    const understood = understand(SMALL_WORLD, text);
    return understood.kind === 'question'
      ? questionWords(SMALL_WORLD, understood.question).join(' ')
      : understood.kind;
  };

  it.each([
    ['Is there a red circle?', 'is there red circle'],
    ['is there any blue square in the picture', 'is there blue square'],
    ['How many triangles are there?', 'how many triangle'],
    ['How many red objects?', 'how many red object'],
    ['What colour is the square?', 'what color square'],
    ['What is at the top left?', 'what shape top-left'],
    ['Where is the green triangle?', 'where green triangle'],
    ['Is the circle above the square?', 'is circle above square'],
    ['Are there two circles?', 'are there 2 circle'],
    ['describe the picture', 'describe'],
    ['有没有红色的圆？', 'is there red circle'],
    ['图里有几个圆形？', 'how many circle'],
    ['一共有多少个物体', 'how many object'],
    ['方块是什么颜色的？', 'what color square'],
    ['左上角是什么？', 'what shape top-left'],
    ['绿色的三角形在哪儿？', 'where green triangle'],
    ['圆形在方形的上面吗', 'is circle above square'],
    ['圆形是红的吗？', 'is circle red'],
    ['有两个圆吗', 'are there 2 circle'],
    ['请描述图片', 'describe'],
  ])('%s', (text, expected) => {
    expect(words(text)).toBe(expected);
  });

  it('unknown words are named, with the nearest known ones', () => {
    expect(understand(SMALL_WORLD, 'is there a rde cirlce?')).toEqual({
      kind: 'unknown',
      words: [
        { word: 'rde', suggestions: expect.arrayContaining(['red']) },
        { word: 'cirlce', suggestions: expect.arrayContaining(['circle']) },
      ],
    });
    expect(understand(SMALL_WORLD, '有大象吗')).toMatchObject({
      kind: 'unknown',
      words: [{ word: '大象' }],
    });
  });

  it('known words that ask nothing are said to be unclear', () => {
    expect(words('red')).toBe('unclear');
    expect(words('')).toBe('unclear');
  });

  it('any text at all is answered without an error', () => {
    fc.assert(fc.property(fc.string(), (text) => void understand(SMALL_WORLD, text)));
  });
});

describe('the model’s words for the reader', () => {
  const scene = [
    { cell: 0, colour: 0, shape: 0, size: 0, motion: 0 },
    { cell: 3, colour: 2, shape: 1, size: 0, motion: 0 },
  ];

  it('captions', () => {
    expect(captionText(SMALL_WORLD, scene, 'en')).toBe(
      'red circle at the top left; blue square at the bottom right.',
    );
    expect(captionText(SMALL_WORLD, scene, 'zh')).toBe('左上是红色圆形，右下是蓝色方形。');
  });

  it('answers', () => {
    expect(answerText(SMALL_WORLD, ['yes'], 'zh')).toBe('是');
    expect(answerText(SMALL_WORLD, ['top-left'], 'en')).toBe('top left');
    expect(answerText(SMALL_WORLD, ['red', 'circle', 'top-left', '.'], 'zh')).toBe(
      '红色圆形左上。',
    );
  });
});

it('the edit distance counts what must change', () => {
  expect(editDistance('kitten', 'sitting')).toBe(3);
  expect(editDistance('', 'abc')).toBe(3);
  expect(editDistance('圆形', '圆形')).toBe(0);
});
