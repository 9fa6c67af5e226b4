import { describe, expect, it } from 'vitest';
import { loadCheckpoints } from '../../src/checkpoints/shipped.ts';
import { classifierWeights } from '../../src/inference/classifier.ts';
import { createImage } from '../../src/kernels/image.ts';
import { challenges } from '../../src/demos/vit-classifier/challenges.ts';
import { derive } from '../../src/demos/vit-classifier/derive.ts';
import {
  HEADS,
  LAYERS,
  ROLLOUT,
  schema,
  type State,
} from '../../src/demos/vit-classifier/state.ts';
import { strings } from '../../src/demos/vit-classifier/strings.ts';
import { table } from '../../src/demos/vit-classifier/table.ts';
import { defaultState, readState } from '../../src/demos/urlState.ts';

const files = await loadCheckpoints(['classifier']);
const start = defaultState({ id: 'vit-classifier', schema }) as State;
const image = createImage(1, 1, 3);
const at = (fields: Partial<State>) => derive({ ...start, ...fields }, image, files);

describe('vit-classifier', () => {
  it('shows every layer and head of the checkpoint', () => {
    const { vision } = classifierWeights(files.get('classifier')!);
    expect(vision.blocks).toHaveLength(LAYERS);
    const { headMaps, layers } = at({});
    expect(headMaps).toHaveLength(LAYERS * HEADS);
    expect(layers).toEqual([0, 1, 2]);
  });

  it('answers right at first, and looks at the red object', () => {
    const { sought, split, answers, onRed, redArea } = at({});
    expect(split).toBe('test');
    for (const { shape } of answers) expect(shape).toBe(sought);
    expect(onRed[ROLLOUT]).toBeGreaterThan(1.5 * redArea);
  });

  it('follows the red object to every cell', () => {
    for (const code of ['0rt', '1rt.2bs', '2rs.3gt', '0gs.3rc']) {
      const { sought, answer, onRed, redArea } = at({ scene: code });
      expect(answer.shape, code).toBe(sought);
      expect(onRed[ROLLOUT], code).toBeGreaterThan(1.2 * redArea);
    }
  });

  it('has probabilities that sum to 1, and shares from 0 to 1, whatever the scene', () => {
    for (const scene of ['0bs', '0rc.1rs', '0rc.1rs.2rt.3rc', '3yt']) {
      for (const reading of ['class', 'mean'] as const) {
        const { answers, onRed, unveiled } = at({ scene, reading, map: 5 });
        for (const { probabilities } of answers) {
          expect(probabilities.reduce((a, b) => a + b)).toBeCloseTo(1, 5);
        }
        for (const share of [...onRed, ...unveiled]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1);
        }
        expect(Math.max(...unveiled)).toBe(1);
      }
    }
  });

  it('says where the question has no answer', () => {
    expect(at({ scene: '0bs' }).sought).toBeUndefined();
    expect(at({ scene: '0rs.1rc' }).sought).toBeUndefined();
    expect(strings.en.verdict(at({ scene: '0bs' }))).toContain('no red object');
    expect(strings.zh.verdict(at({ scene: '0rs.1rc' }))).toContain('2 个红色物体');
  });

  it('answers what the chapter tells where nothing is right', () => {
    const answersOf = (scene: string) => at({ scene }).answers.map(({ shape }) => shape);
    const [circle, triangle] = [0, 2];
    for (const [first, second] of ['01', '12', '30', '23']) {
      expect(answersOf(`${first}gc.${second}bs`)).toEqual([triangle, triangle]); // no red object
      expect(answersOf(`${first}rs.${second}rt`)).toEqual([circle, circle]); // red ones, none a circle
    }
  });

  it('has a challenge that is met where the model names what is not there', () => {
    const isMet = challenges['absent-shape'];
    expect(isMet(at({}))).toBe(false);
    expect(isMet(at({ scene: '0gs.1yc' }))).toBe(true);
    expect(isMet(at({ scene: '0rs.1rt' }))).toBe(true);
    expect(isMet(at({ scene: '0gs.1yt' }))).toBe(false);
  });

  it('writes a scene in the address in one way only', () => {
    const demo = { id: 'vit-classifier', schema };
    const read = (text: string) =>
      (readState(demo, new URLSearchParams({ 'vit-classifier.scene': text })) as State).scene;
    expect(read('3bs.0rc')).toBe('0rc.3bs');
    expect(read('0rc.0bs')).toBe(start.scene);
  });

  it('has the table of what is shown', () => {
    const derived = at({});
    const { rows } = table(derived, strings.en);
    expect(rows).toHaveLength(6 + 1 + LAYERS * HEADS);
    const [shape] = rows[derived.answer.shape];
    expect(rows[derived.answer.shape][1]).toBe(strings.en.percent(derived.answer.probability));
    expect(shape).toContain('square');
    expect(rows[6][1]).toBe(strings.en.percent(derived.onRed[ROLLOUT]));
  });
});
