import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { uniformSource } from '../../src/kernels/random.ts';
import {
  askChoice,
  askOpen,
  askPair,
  openCategories,
  possibleAnswers,
  rotate,
  yesNoCategories,
} from '../../src/world/ask.ts';
import { RICH_WORLD, SMALL_WORLD, type WorldConfig } from '../../src/world/config.ts';
import { drawingOf, pixelsOf, plainRendering, randomRendering } from '../../src/world/drawing.ts';
import { answerWords, captionWords, questionWords } from '../../src/world/modelText.ts';
import { referringExpression } from '../../src/world/refer.ts';
import { isTrue, matching } from '../../src/world/question.ts';
import { cellAfter, layoutKey, randomScene, sceneAfter } from '../../src/world/scene.ts';
import { drawShapes } from '../../src/world/shapes.ts';
import { sceneOf, splitOf } from '../../src/world/split.ts';
import { createTokenizer, numberWords } from '../../src/world/vocabulary.ts';
import { check } from './independentCheck.ts';

const seeds = fc.integer({ min: 0, max: 2 ** 31 });
const WORLDS: [string, WorldConfig][] = [SMALL_WORLD, RICH_WORLD].map((world) => [world.id, world]);

/** A property of random scenes of a world. */
const holds = (
  world: WorldConfig,
  property: (scene: ReturnType<typeof randomScene>, random: () => number) => void,
  runs = 200,
) =>
  fc.assert(
    fc.property(seeds, (seed) => {
      const random = uniformSource(seed);
      property(randomScene(world, random), random);
    }),
    { numRuns: runs },
  );

describe.each(WORLDS)('the world %s', (_, world) => {
  it('has scenes of one object a cell, in reading order', () => {
    holds(world, (scene) => {
      const cells = scene.map(({ cell }) => cell);
      expect(cells).toEqual([...new Set(cells)].sort((a, b) => a - b));
      expect(scene.length).toBeGreaterThan(0);
      expect(scene.length).toBeLessThanOrEqual(world.maximumObjects);
    });
  });

  it('moves objects to free cells of the grid', () => {
    holds(world, (scene) => {
      const after = sceneAfter(world, scene).map(({ cell }) => cell);
      expect(new Set(after).size).toBe(scene.length);
      scene.forEach((object) => expect(cellAfter(world, object)).toBeDefined());
    });
  });

  it('gives the same bytes for the same seed', () => {
    holds(
      world,
      (scene, random) => {
        const rendering = randomRendering(scene, random);
        expect(pixelsOf(world, scene, rendering)).toEqual(pixelsOf(world, scene, rendering));
      },
      5,
    );
    const picture = () => {
      const random = uniformSource(11);
      const scene = randomScene(world, random);
      return pixelsOf(world, scene, randomRendering(scene, random)).data;
    };
    expect(picture()).toEqual(picture());
  });

  it('draws the reader’s shapes where the model’s pixels are', () => {
    holds(
      world,
      (scene) => {
        const size = world.gridSize * world.cellPixels;
        const { data } = pixelsOf(world, scene);
        expect(data).toEqual(drawShapes(drawingOf(world, scene), size).data);
        // The arrow of a moving object covers its middle.
        const still = pixelsOf(
          world,
          scene.map((object) => ({ ...object, motion: 0 })),
        ).data;
        scene.forEach((object) => {
          const middle = (index: number) => Math.floor((index + 0.5) * world.cellPixels);
          const row = middle(Math.floor(object.cell / world.gridSize));
          const column = middle(object.cell % world.gridSize);
          const pixel = Array.from(still.slice((row * size + column) * 3).slice(0, 3));
          world.colours[object.colour].rgb.forEach((part, c) =>
            expect(pixel[c]).toBeCloseTo(part, 5),
          );
        });
        expect(plainRendering(scene).noise).toBe(0);
      },
      10,
    );
  });

  it('pairs a true and a false question', () => {
    holds(world, (scene, random) => {
      for (const category of yesNoCategories(world)) {
        const pair = askPair(world, scene, random, category);
        if (!pair) continue;
        expect(isTrue(world, scene, pair.yes)).toBe(true);
        expect(isTrue(world, scene, pair.no)).toBe(false);
      }
    });
  });

  it('offers four different options, one of them right, in every rotation', () => {
    holds(world, (scene, random) => {
      for (const category of openCategories(world)) {
        const choice = askChoice(world, scene, random, category);
        if (!choice) continue;
        expect(new Set(choice.options).size).toBe(4);
        for (const shift of [0, 1, 2, 3]) {
          const shown = rotate(choice.options, shift);
          expect(shown.filter((option) => option === choice.answer[0])).toHaveLength(1);
        }
      }
    });
  });

  it('answers open questions with a possible answer that makes a true statement', () => {
    holds(world, (scene, random) => {
      for (const category of openCategories(world)) {
        const open = askOpen(world, scene, random, category);
        if (!open) continue;
        expect(possibleAnswers(world, open.question)).toContain(open.answer[0]);
        expect(answerWords(world, scene, open.question)).toEqual(open.answer);
      }
    });
  });

  it('refers to one object by the fewest words', () => {
    holds(world, (scene) => {
      for (const object of scene) {
        const expression = referringExpression(world, scene, object);
        if (expression) expect(matching(scene, expression)).toEqual([object]);
      }
    });
  });

  it('has a token for every word, and gets them back', () => {
    const tokenizer = createTokenizer(world);
    expect(tokenizer.words.length % 8).toBe(0);
    expect(new Set(tokenizer.words).size).toBe(tokenizer.words.length);
    holds(world, (scene, random) => {
      const pairs = yesNoCategories(world).flatMap((category) => {
        const pair = askPair(world, scene, random, category);
        return pair ? [pair.yes, pair.no] : [];
      });
      const open = openCategories(world).flatMap((category) => {
        const asked = askOpen(world, scene, random, category);
        return asked ? [asked.question] : [];
      });
      const questions = [...pairs, ...open].map((question) => questionWords(world, question));
      for (const words of [captionWords(world, scene), ...questions]) {
        expect(tokenizer.decode(tokenizer.encode(words))).toEqual(words);
      }
    });
    expect(() => tokenizer.encode(['elephant'])).toThrow('"elephant" is no word of the world');
  });
});

describe('the small world', () => {
  it('says nothing that an independent reading finds wrong', () => {
    holds(
      SMALL_WORLD,
      (scene, random) => {
        for (const category of yesNoCategories(SMALL_WORLD)) {
          const pair = askPair(SMALL_WORLD, scene, random, category);
          if (!pair) continue;
          const [yes, no] = [pair.yes, pair.no].map((q) => questionWords(SMALL_WORLD, q));
          expect(check(yes, scene), yes.join(' ')).toBe(true);
          expect(check(no, scene), no.join(' ')).toBe(false);
        }
      },
      500,
    );
  });

  it('captions every object with its place, and nothing else', () => {
    holds(SMALL_WORLD, (scene) => {
      const parts = captionWords(SMALL_WORLD, scene).join(' ').replace(' .', '').split(' ; ');
      expect(parts).toHaveLength(scene.length);
      for (const part of parts) {
        const [colour, shape, place] = part.split(' ');
        expect(check(['is', colour, shape, place], scene) ?? isTwice(parts, part)).toBe(true);
      }
    });
  });

  /** Two objects alike are described alike, so that neither is "the" one. */
  const isTwice = (parts: readonly string[], part: string): boolean => {
    const what = part.split(' ').slice(0, 2).join(' ');
    return parts.filter((other) => other.startsWith(what)).length > 1;
  };

  it('answers counts and places as an independent reading does', () => {
    holds(SMALL_WORLD, (scene, random) => {
      for (const category of openCategories(SMALL_WORLD)) {
        const open = askOpen(SMALL_WORLD, scene, random, category);
        if (!open || open.question.kind === 'shapeAt') continue;
        const words = questionWords(SMALL_WORLD, open.question);
        const statement =
          words[0] === 'how'
            ? ['are', 'there', open.answer[0], ...words.slice(2)]
            : ['is', ...words.slice(words[0] === 'where' ? 1 : 2), open.answer[0]];
        expect(check(statement, scene), statement.join(' ')).toBe(true);
      }
    });
  });

  it('splits by layout, four fifths to train', () => {
    const counts = { train: 0, validation: 0, test: 0 };
    const seen = new Set<string>();
    const random = uniformSource(5);
    for (let drawn = 0; drawn < 60000; drawn++) {
      const scene = randomScene(SMALL_WORLD, random);
      const key = layoutKey(scene);
      if (!seen.has(key)) counts[splitOf(scene)] += 1;
      seen.add(key);
    }
    expect(seen.size).toBeGreaterThan(7000); // of 7,824
    expect(counts.train / seen.size).toBeCloseTo(0.8, 1);
    expect(counts.test / seen.size).toBeCloseTo(0.1, 1);
    expect(splitOf(sceneOf('test', SMALL_WORLD, random))).toBe('test');
    expect(numberWords(SMALL_WORLD)).toEqual(['0', '1', '2', '3']);
  });
});
