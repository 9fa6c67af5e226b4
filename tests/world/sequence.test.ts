import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { uniformSource } from '../../src/kernels/random.ts';
import { largestError } from '../../src/kernels/locationBins.ts';
import { MOVING_WORLD } from '../../src/world/config.ts';
import { boxesOf, drawingOf, plainRendering, randomRendering } from '../../src/world/drawing.ts';
import { theObject } from '../../src/world/question.ts';
import { cellAfter, cellBefore, layoutKey, sceneAfter } from '../../src/world/scene.ts';
import { askReasoning, askTask, nearMiss, SEQUENCE_TASKS } from '../../src/world/sequence/ask.ts';
import { boxOfWords, boxWords, placeWord, UNIT_LOCATIONS } from '../../src/world/sequence/tasks.ts';
import {
  codeCount,
  createUnifiedVocabulary,
  objectOfCode,
  sceneCodes,
} from '../../src/world/sequence/unified.ts';
import { sceneOf } from '../../src/world/split.ts';

const WORLD = MOVING_WORLD;
const vocabulary = createUnifiedVocabulary(WORLD);

/** A property of random scenes. */
const holds = (
  property: (scene: ReturnType<typeof sceneOf>, random: () => number) => void,
  runs = 200,
) =>
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (seed) => {
      const random = uniformSource(seed);
      property(sceneOf('test', WORLD, random), random);
    }),
    { numRuns: runs },
  );

describe('the unified vocabulary', () => {
  it('has text, then codes, then bins, each token once', () => {
    const { words, counts, kindOf } = vocabulary;
    const kinds = words.map((_, token) => kindOf(token));
    expect(kinds).toEqual([
      ...Array(counts.text).fill('text'),
      ...Array(counts.code).fill('code'),
      ...Array(counts.bin).fill('bin'),
    ]);
    expect(new Set(words).size).toBe(words.length);
    expect(vocabulary.token('<pad>')).toBe(0);
  });

  it('has a code for every look, which tells it again', () => {
    expect(objectOfCode(WORLD, 0)).toBeUndefined();
    holds((scene) => {
      const codes = sceneCodes(WORLD, scene);
      expect(Math.max(...codes)).toBeLessThan(codeCount(WORLD));
      codes.forEach((code, cell) => {
        const object = scene.find((one) => one.cell === cell);
        const { colour, shape } = object ?? {};
        expect(objectOfCode(WORLD, code)).toEqual(object && { colour, shape });
      });
    });
  });
});

describe('motion', () => {
  it('comes from free cells and leads to free ones, so that before and after are facts', () => {
    holds((scene) => {
      const now = scene.map(({ cell }) => cell);
      const moving = scene.filter(({ motion }) => motion !== 0);
      for (const at of [cellAfter, cellBefore]) {
        const others = moving
          .map((object) => at(WORLD, object))
          .filter((cell) => cell !== undefined);
        expect(new Set([...now, ...others]).size).toBe(now.length + others.length);
      }
      expect(sceneAfter(WORLD, scene).length).toBe(scene.length);
    });
  });

  it('is seen: an arrow inside the object’s box', () => {
    holds((scene, random) => {
      const rendering = randomRendering(scene, random);
      const still = scene.map((object) => ({ ...object, motion: 0 }));
      const added =
        drawingOf(WORLD, scene, rendering).shapes.length -
        drawingOf(WORLD, still, rendering).shapes.length;
      expect(added).toBe(scene.filter(({ motion }) => motion !== 0).length);
      expect(boxesOf(WORLD, scene, rendering)).toEqual(boxesOf(WORLD, still, rendering));
    });
  });
});

describe('the tasks', () => {
  it('fit into the model, in words that it has', () => {
    holds((scene, random) => {
      const pictured = { scene, boxes: boxesOf(WORLD, scene, randomRendering(scene, random)) };
      for (const task of SEQUENCE_TASKS) {
        const turn = askTask(WORLD, pictured, random, task);
        if (!turn) continue;
        expect(vocabulary.encode(turn.instruction).length).toBeLessThanOrEqual(23);
        expect(vocabulary.encode(turn.target).length).toBeLessThanOrEqual(15); // and the end mark
      }
    });
  });

  it('write boxes that come back to within half a bin', () => {
    holds((scene) => {
      for (const box of boxesOf(WORLD, scene, plainRendering(scene))) {
        const { x1, y1, x2, y2 } = boxOfWords(boxWords(box))!;
        [x1, y1, x2, y2].forEach((edge, index) =>
          expect(Math.abs(edge - box[index])).toBeLessThanOrEqual(
            largestError(UNIT_LOCATIONS) + 1e-9,
          ),
        );
      }
    });
    expect(boxOfWords(['red', 'circle'])).toBeUndefined();
    expect(boxOfWords(['<bin_9>', '<bin_0>', '<bin_3>', '<bin_5>'])).toBeUndefined();
  });

  it('have near misses that are other scenes', () => {
    holds((scene, random) => {
      expect(layoutKey(nearMiss(WORLD, scene, random))).not.toBe(layoutKey(scene));
    });
  });

  it('have one right place and one true reason among four', () => {
    holds((scene, random) => {
      const question = askReasoning(WORLD, scene, random);
      if (!question) return;
      const { time, about, answers, rationales, right } = question;
      const object = theObject(scene, about)!;
      expect(new Set(answers).size).toBe(4);
      expect(answers[right.answer]).toBe(placeWord(WORLD, object, time));
      const isTrue = ({ cell, motion }: (typeof rationales)[number]) =>
        cell === object.cell && motion === object.motion;
      expect(rationales.map(isTrue)).toEqual(rationales.map((_, i) => i === right.rationale));
    });
  });
});
