import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { loadCheckpoints } from '../../src/checkpoints/shipped.ts';
import { galleryOf } from '../../src/demos/tasks/answers.ts';
import { derive } from '../../src/demos/tasks/derive.ts';
import { demo } from '../../src/demos/tasks/index.ts';
import { measureRetrieval } from '../../src/demos/tasks/measure.ts';
import { FAMILIES, schema, type State } from '../../src/demos/tasks/state.ts';
import { strings } from '../../src/demos/tasks/strings.ts';
import { table } from '../../src/demos/tasks/table.ts';
import { SEQUENCE_WORLD, sequenceModelOf } from '../../src/demos/sequenceModel.ts';
import { codeOfScene } from '../../src/demos/sceneField.ts';
import { DEFAULT_IMAGE, scenePixels } from '../../src/images/images.ts';
import { iou } from '../../src/kernels/iou.ts';
import { uniformSource } from '../../src/kernels/random.ts';
import { answerWords } from '../../src/world/modelText.ts';
import { layoutKey } from '../../src/world/scene.ts';
import { placeWord } from '../../src/world/sequence/tasks.ts';
import { sceneOf } from '../../src/world/split.ts';

const checkpoints = await loadCheckpoints(demo.checkpoints!);
const at = (fields: Record<string, unknown> = {}): State => v.parse(schema, fields);
const derived = (fields: Record<string, unknown> = {}) =>
  derive(at(fields), scenePixels(DEFAULT_IMAGE), checkpoints);

/** Scenes that the model was not trained on. */
const random = uniformSource(21);
const SCENES = Array.from({ length: 6 }, () =>
  codeOfScene(sceneOf('test', SEQUENCE_WORLD, random), SEQUENCE_WORLD),
);

describe('tasks', () => {
  it('what is called right is what the world says, whatever the model wrote', () => {
    for (const scene of SCENES) {
      const { answers, object, verdicts, scene: shown } = derived({ scene });
      const { question, event, grounding } = answers;
      expect(question.right).toEqual(answerWords(SEQUENCE_WORLD, shown, question.question));
      expect(question.verdict === 'right').toBe(question.words.join() === question.right!.join());
      const after = event.answers[2];
      if (after.right) expect(after.right).toEqual([placeWord(SEQUENCE_WORLD, object, 'after')]);
      if (grounding.box) expect(grounding.iou).toBe(iou(grounding.box, grounding.trueBox));
      expect(verdicts.grounding).toBe(grounding.verdict);
    }
  }, 60_000);

  it('four options and the right one among them; both must be right for Q→AR', () => {
    for (const scene of SCENES) {
      const { answer, rationale, question, verdict } = derived({ scene }).answers.reasoning;
      expect(new Set(question.answers).size).toBe(4);
      expect(new Set(question.rationales.map((one) => JSON.stringify(one))).size).toBe(4);
      expect(answer.right).toBe(question.right.answer);
      if (verdict === 'none') continue;
      const isBoth = answer.chosen === answer.right && rationale.chosen === rationale.right;
      expect(verdict).toBe(isBoth ? 'right' : 'wrong');
    }
  }, 60_000);

  it('a gallery holds the scene and four others, sorted by the model’s score', () => {
    const { scene, answers } = derived({ family: 'retrieval' });
    expect(new Set(galleryOf(scene).map(layoutKey)).size).toBe(5);
    for (const { found, verdict } of [answers.retrieval.texts, answers.retrieval.images!]) {
      const scores = found.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      expect(found.filter(({ isOwn }) => isOwn).length).toBe(1);
      expect(verdict).toBe(found[0].isOwn ? 'right' : 'wrong');
    }
  }, 60_000);

  it('a sentence that is right to the word scores 1, as the library counts', () => {
    for (const scene of SCENES) {
      const { score, verdict } = derived({ scene }).answers.caption;
      expect(score.sequence).toBeLessThanOrEqual(1);
      if (verdict === 'right') expect(score).toEqual({ words: 1, pairs: 1, sequence: 1 });
    }
  }, 60_000);

  it('measures recall over unseen scenes, and stops when it is no longer wanted', async () => {
    const model = sequenceModelOf(checkpoints);
    const shares: number[] = [];
    const found = await measureRetrieval(
      model,
      1,
      (share) => shares.push(share),
      () => true,
    );
    expect(shares.at(-1)).toBe(1);
    for (const { recall1, recall5 } of [found!.imageToText, found!.textToImage]) {
      expect(recall5.value).toBeGreaterThanOrEqual(recall1.value);
      expect(recall1.count).toBe(20);
    }
    expect(found!.guessing.recall5).toBeCloseTo(5 / 20);
    const stopped = await measureRetrieval(
      model,
      1,
      () => undefined,
      () => false,
    );
    expect(stopped).toBeUndefined();
  }, 120_000);

  it('the table has all six answers', () => {
    const shown = derived();
    const { rows } = table(shown, strings.en);
    expect(rows.map(([family]) => family)).toEqual(FAMILIES.map((id) => strings.en.family[id]));
    expect(rows.map(([, answer]) => answer)).toEqual(
      FAMILIES.map((id) => strings.en.short(id, shown)),
    );
  });
});
