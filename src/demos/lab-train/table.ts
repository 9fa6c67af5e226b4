import type { DataTable } from '../../ui/DataTableView.tsx';
import type { Derived } from './derive.ts';
import type { Strings } from './strings.ts';

/** Every so many points of a curve one row. */
const EVERY = 10;

export function table(derived: Derived, strings: Strings): DataTable {
  const { rows: names, partNames, parameters, frozen, trained } = strings;
  const { shipped, turns, shippedAnswers } = derived;
  const curve = shipped?.curve.filter((_, index) => (index + 1) % EVERY === 0) ?? [];
  return {
    ...strings.table,
    rows: [
      [names.steps, derived.steps],
      [names.batch, derived.batch],
      ...derived.parts.map(({ name, parameters: count, isTrained }) => [
        partNames[name],
        `${parameters(count)}, ${isTrained ? trained : frozen}`,
      ]),
      [names.trained, derived.trained],
      [names.total, derived.total],
      ...curve.map(([step, loss]) => [`${names.loss} ${step}`, loss]),
      ...turns.map(({ question, answer }, index) => [
        `${question.join(' ')} → ${answer.join(' ')}`,
        shippedAnswers
          ? `${strings.oursSays}: ${shippedAnswers[index].words.map(({ word }) => word).join(' ') || '–'}`
          : '–',
      ]),
    ],
  };
}
