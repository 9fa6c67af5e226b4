import type { AnsweredItem, Score } from '../../train/examination.ts';
import type { Derived } from './derive.ts';
import { guessing, type Measure, reportOf } from './report.ts';

/** A line of the report: one measure, of one category or of all. */
export interface Line {
  measure: Measure;
  category: string | undefined;
  here: Score | undefined;
  ours: Score | undefined;
  guessing: number;
}

export interface LineGroup {
  name: 'mme' | 'mmbench' | 'rest';
  lines: Line[];
}

const GROUPS = {
  mme: ['yesNo', 'yesNoPairs'],
  mmbench: ['choice', 'circular'],
  rest: ['open', 'captions'],
} satisfies Record<LineGroup['name'], Measure[]>;

/** The subtasks of the small world for yes and no; each has two lines before there are scores, too. */
const CATEGORIES = ['existence', 'count', 'colour', 'position'];

/** Every line of the report, with what is known of it. */
export function linesOf(
  { shipped, shippedCategories }: Derived,
  items: readonly AnsweredItem[] | undefined,
): LineGroup[] {
  const found = items ? reportOf(items) : [];
  const line = (measure: Measure, category: string | undefined): Line => ({
    measure,
    category,
    here: found.find((row) => row.measure === measure && row.category === category)?.score,
    ours:
      category === undefined
        ? shipped.find((row) => row.measure === measure)?.score
        : measure === 'yesNo'
          ? shippedCategories[category]
          : undefined,
    guessing: guessing[measure],
  });
  return (Object.keys(GROUPS) as LineGroup['name'][]).map((name) => ({
    name,
    lines: [
      ...GROUPS[name].map((measure) => line(measure, undefined)),
      ...(name === 'mme'
        ? CATEGORIES.flatMap((category) => GROUPS.mme.map((measure) => line(measure, category)))
        : []),
    ],
  }));
}
