import type { Score } from '../../train/examination.ts';
import { linesOf, type Line } from './lines.ts';
import type { Examination } from './useExamination.ts';
import type { Props } from './view.tsx';

/** The scores: found here, published by us, and of guessing. */
export function Report({ derived, strings, examination }: Props & { examination: Examination }) {
  const groups = linesOf(derived, examination.examined?.items);
  return (
    <div class="lab-exam-report">
      <p class="lab-exam-legend">
        <span class="lab-exam-key lab-exam-key-here">{strings.here}</span>
        {derived.hasShipped && (
          <span class="lab-exam-key lab-exam-key-ours">
            {strings.published(derived.shippedScenes)}{' '}
            <span class="demo-badge">{strings.publishedBadge}</span>
          </span>
        )}
        <span class="lab-exam-key lab-exam-key-guess">{strings.guessing}</span>
      </p>
      {groups.map(({ name, lines }) => (
        <table key={name}>
          <caption>{strings.groups[name]}</caption>
          <thead>
            <tr>
              <td />
              <td class="lab-exam-bars" />
              <th scope="col" class="lab-exam-number">
                {strings.hereShort}
              </th>
              <th scope="col" class="lab-exam-number lab-exam-ours">
                {strings.oursShort}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Row key={`${line.measure} ${line.category}`} line={line} strings={strings} />
            ))}
          </tbody>
        </table>
      ))}
      {!derived.hasShipped && <p class="lab-exam-note">{strings.noShipped}</p>}
    </div>
  );
}

function Row({ line, strings }: { line: Line; strings: Props['strings'] }) {
  const { measure, category, here, ours, guessing } = line;
  const isKnown = category !== undefined && category in strings.categories;
  return (
    <tr class={category === undefined ? '' : 'lab-exam-part'}>
      <th scope="row" title={strings.meanings[measure]}>
        {category === undefined
          ? strings.measures[measure]
          : `${isKnown ? strings.categories[category as 'count'] : category} · ${strings.measures[measure]}`}
      </th>
      <td class="lab-exam-bars">
        <Bar here={here} ours={ours} guessing={guessing} />
      </td>
      <td class="lab-exam-number">{here ? strings.score(here) : strings.notHere}</td>
      <td class="lab-exam-number lab-exam-ours">{ours ? strings.score(ours) : strings.notHere}</td>
    </tr>
  );
}

/** A bar with its standard error; our score is a mark on it, guessing a line. */
function Bar({
  here,
  ours,
  guessing,
}: {
  here: Score | undefined;
  ours: Score | undefined;
  guessing: number;
}) {
  return (
    <span
      class="lab-exam-bar"
      style={{
        '--here': here?.value ?? 0,
        '--error': here?.standardError ?? 0,
        '--ours': ours?.value ?? 0,
        '--guess': guessing,
      }}
      aria-hidden="true"
    >
      {here && <i class="lab-exam-here" />}
      {here && <i class="lab-exam-error" />}
      {guessing > 0 && <i class="lab-exam-guess" />}
      {ours && <i class="lab-exam-mark" />}
    </span>
  );
}
