import { describe, expect, it } from 'vitest';
import { answersIn } from '../../src/components/labAnswers.ts';
import { lookingHead, nearest } from '../../src/components/labInside.ts';
import { layouts } from '../../src/components/labLayouts.ts';
import * as lab from '../../src/components/labNumbers.ts';
import { LAB_SCENE } from '../../src/figures/labScene.ts';
import { trainingRow } from '../../src/figures/labTrainingRow.ts';
import { packRow } from '../../src/train/rows.ts';
import { CONNECTORS } from '../../src/vlm/connectors/connector.ts';
import { modelConfig } from '../../src/vlm/model.ts';
import { SMALL_WORLD } from '../../src/world/config.ts';
import { answerWords, questionWords } from '../../src/world/modelText.ts';
import type { Question } from '../../src/world/question.ts';
import { layoutKey } from '../../src/world/scene.ts';
import { createTokenizer } from '../../src/world/vocabulary.ts';

describe('the numbers of the chapter on the lab', () => {
  const { vision, text, decoder } = modelConfig(SMALL_WORLD);

  it('are those of the models that are trained', () => {
    expect(lab.pictureSide).toBe(vision.imageSize);
    expect(lab.patchSide).toBe(vision.patchSize);
    expect(lab.imageTokens).toBe((vision.imageSize / vision.patchSize) ** 2);
    expect([lab.visionLayers, lab.textLayers, lab.decoderLayers]).toEqual([
      vision.layers,
      text.layers,
      decoder.layers,
    ]);
    expect(lab.width).toBe(decoder.width);
    expect(lab.textLength).toBe(decoder.textLength);
    expect(lab.CONNECTOR_KINDS).toEqual(Object.keys(CONNECTORS));
  });

  it('count connectors as their formulas do', () => {
    const { width } = decoder;
    const hidden = CONNECTORS.mlp.kind === 'mlp' ? CONNECTORS.mlp.hiddenWidth : 0;
    expect(lab.connectorParameters('linear')).toBe(lab.linearParameters(width, width));
    expect(lab.connectorParameters('mlp')).toBe(
      lab.linearParameters(width, hidden) + lab.linearParameters(hidden, width),
    );
    expect(lab.connectorParameters('mlp')).toBe(lab.parameters.connector);
    expect(lab.CONNECTOR_KINDS.map(lab.tokensOut)).toEqual([16, 16, 16, 16]);
  });

  it('know every layout once', () => {
    expect(new Set(layouts.map(layoutKey)).size).toBe(layouts.length);
    const kinds = lab.colours * lab.shapes;
    expect([1, 2, 3].map(lab.layoutsOf)).toEqual([4 * kinds, 6 * kinds ** 2, 4 * kinds ** 3]);
    const { train, validation, test } = lab.split;
    expect(train + validation + test).toBe(lab.layoutCount);
    expect(train / lab.layoutCount).toBeCloseTo(0.8, 1);
  });

  it('have strict measures at or below the plain ones', () => {
    for (const examinee of ['guessing', 'language', 'align-mlp', 'instruct-mlp']) {
      const { yesNo, yesNoPairs, choice, circular } = lab.scoresOf(examinee);
      expect(yesNoPairs.value).toBeLessThanOrEqual(yesNo.value);
      expect(yesNoPairs.value).toBeGreaterThanOrEqual(Math.max(0, 2 * yesNo.value - 1));
      expect(circular.value).toBeLessThanOrEqual(choice.value);
    }
  });

  it('bear the claims of the text', () => {
    const { random, oneObject, hardNegatives } = lab.probe;
    expect(oneObject.shape).toBeLessThan(random.shape);
    expect(hardNegatives.shape).toBeGreaterThan(random.shape);
    for (const examinee of ['language', 'align-mlp', 'instruct-mlp']) {
      const position = lab.categoryOf(examinee, 'position').value;
      for (const other of ['existence', 'count', 'colour'] as const) {
        expect(lab.categoryOf(examinee, other).value).toBeGreaterThan(position);
      }
    }
    const { yesNo, yesNoPairs } = lab.scoresOf('align-mlp');
    expect(yesNoPairs.value).toBeLessThan(lab.allOf(yesNo.value, 2));
    const { choice, circular } = lab.scoresOf('instruct-mlp');
    expect(circular.value).toBeGreaterThan(lab.allOf(choice.value, 4));
  });
});

describe('the row of the figure', () => {
  it('is packed as in training', () => {
    const tokenizer = createTokenizer(SMALL_WORLD);
    const [first, second] = LAB_SCENE;
    const questions: Question[] = [
      { kind: 'describe' },
      { kind: 'relationIs', about: pick(first), relation: 'left-of', other: pick(second) },
    ];
    const turns = questions.map((question) => ({
      question: questionWords(SMALL_WORLD, question),
      answer: answerWords(SMALL_WORLD, LAB_SCENE, question)!,
    }));
    const row = packRow(tokenizer, turns, trainingRow.length);
    expect(tokenizer.decode(row.tokens)).toEqual(trainingRow.map(({ word }) => word));
    expect(row.weights).toEqual(trainingRow.map(({ isCounted }) => Number(isCounted)));
  });

  const pick = ({ colour, shape }: (typeof LAB_SCENE)[number]) => ({ colour, shape });
});

describe('what the models say about the scene of the figures', () => {
  it('has a right caption beside wrong answers after stage 1, and nothing wrong after stage 2', () => {
    const rows = answersIn('en');
    expect(rows[0].answers[0].isRight).toBe(true);
    expect(rows.some(({ answers }) => !answers[0].isRight)).toBe(true);
    expect(rows.every(({ answers }) => answers[1].isRight)).toBe(true);
    expect(answersIn('zh').map(({ answers }) => answers.map(({ isRight }) => isRight))).toEqual(
      rows.map(({ answers }) => answers.map(({ isRight }) => isRight)),
    );
  });

  it('comes with a head that looks at the object asked for', () => {
    expect(lookingHead.onObject).toBeGreaterThan(2 * lookingHead.evenShare);
    expect(lookingHead.onObject).toBeLessThanOrEqual(1);
  });

  it('comes with image tokens whose nearest words are mostly true, and not near', () => {
    const { colour, shape, place, anything, cosine } = nearest;
    expect(anything).toBeCloseTo(colour + shape + place, 9);
    expect(anything).toBeGreaterThan(0.5);
    expect(colour).toBeGreaterThan(shape);
    expect(shape).toBeGreaterThan(place);
    expect(cosine).toBeLessThan(0.5);
  });
});
