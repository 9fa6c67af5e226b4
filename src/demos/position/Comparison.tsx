import { SignedMap } from '../../ui/HeatMap.tsx';
import { memo } from '../../ui/memo.tsx';
import { Subscripts } from '../../ui/Subscripts.tsx';
import type { Experiment } from './derive.ts';
import { MODEL_WIDTH } from './model.ts';
import type { Strings } from './strings.ts';
import type { Props } from './view.tsx';

/** What one attention layer puts out for both orders, without position embeddings and with them. */
export function Comparison({ state, derived, strings }: Props) {
  return (
    <div class="position-pair">
      <Outcome experiment={derived.without} heading={strings.without} strings={strings} />
      <Outcome
        experiment={derived.with}
        heading={strings.with(state.embedding)}
        strings={strings}
      />
    </div>
  );
}

interface OutcomeProps {
  experiment: Experiment;
  heading: string;
  strings: Strings;
}

const Outcome = memo(function Outcome({ experiment, heading, strings }: OutcomeProps) {
  const strip = { rows: 1, columns: MODEL_WIDTH, stretch: true, maximum: experiment.scale };
  return (
    <section class="position-outcome">
      <p class="position-heading">
        <Subscripts text={heading} />
      </p>
      <p>{strings.classOriginal}</p>
      <SignedMap
        {...strip}
        values={experiment.original}
        label={strings.classOriginal}
        symbol="class-token"
      />
      <p>{strings.classShuffled}</p>
      <SignedMap
        {...strip}
        values={experiment.shuffled}
        label={strings.classShuffled}
        symbol="class-token"
      />
      <dl>
        {strings.measures.map(({ id, name }) => (
          <div key={id} data-same={experiment[id].isSame}>
            <dt>{name}</dt>
            <dd>
              <b>{strings.verdict(experiment[id])}</b> {strings.difference(experiment[id])}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
});
