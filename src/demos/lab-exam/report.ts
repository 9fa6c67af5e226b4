import {
  type AnsweredItem,
  type ExaminationItem,
  type Score,
  type Scores,
  scoreExamination,
} from '../../train/examination.ts';

/** What is measured of the whole examination. */
export type Measure = 'yesNo' | 'yesNoPairs' | 'choice' | 'circular' | 'open' | 'captions';
export const SHIPPED_MEASURES: readonly Measure[] = [
  'yesNo',
  'yesNoPairs',
  'choice',
  'circular',
  'open',
  'captions',
];

/** What guessing is expected to give; open answers and captions are not guessed at. */
export const guessing: Readonly<Record<Measure, number>> = {
  yesNo: 1 / 2,
  yesNoPairs: 1 / 2 ** 2,
  choice: 1 / 4,
  circular: 1 / 4 ** 4,
  open: 0,
  captions: 0,
};

/** A line of a report: a measure of one category, or of all together. */
export interface ReportRow {
  measure: Measure;
  /** Undefined for all */
  category: string | undefined;
  score: Score;
  guessing: number;
}

/** Accuracy and accuracy+ by category as MME has them, then the other kinds of question. */
export function reportOf(items: readonly AnsweredItem[]): ReportRow[] {
  const yesNo = items.filter(({ kind }) => kind === 'yesNo');
  const categories = [...new Set(yesNo.map(({ category }) => category))];
  const parts = categories.map((category) => ({
    category,
    scores: scoresOf(yesNo.filter((item) => item.category === category)),
  }));
  const all = scoresOf(items);
  const row = (measure: Measure, category: string | undefined, scores: Scores): ReportRow => ({
    measure,
    category,
    score: scores[measure],
    guessing: guessing[measure],
  });
  const rows = [
    ...parts.flatMap(({ category, scores }) => [
      row('yesNo', category, scores),
      row('yesNoPairs', category, scores),
    ]),
    ...SHIPPED_MEASURES.map((measure) => row(measure, undefined, all)),
  ];
  return rows.filter(({ score }) => score.count > 0);
}

const scoresOf = (items: readonly AnsweredItem[]): Scores =>
  scoreExamination(items.map(asItem), items.map(isRight));

export const isRight = ({ answer, truth }: AnsweredItem): boolean =>
  answer.join(' ') === truth.join(' ');

const asItem = ({ kind, category, group, question, truth }: AnsweredItem): ExaminationItem => ({
  kind,
  category: category as ExaminationItem['category'],
  scene: 0,
  group,
  turn: { question: [...question], answer: [...truth] },
});
