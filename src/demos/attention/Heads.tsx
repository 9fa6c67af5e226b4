import { SignedMap } from '../../ui/HeatMap.tsx';
import { later } from '../../ui/later.tsx';
import { Subscripts } from '../../ui/Subscripts.tsx';
import { HEAD_WIDTH, MODEL_WIDTH } from './model.ts';
import type { Props } from './view.tsx';

/** From the heads' outputs to the layer's: side by side, then times W_O. */
export const Heads = later(function Heads({ state, derived, strings }: Props) {
  const strip = { rows: 1, columns: MODEL_WIDTH, stretch: true };
  return (
    <section class="attention-join">
      <p class="attention-heading">
        <Subscripts text={strings.joinHeading} />
      </p>
      <SignedMap {...strip} values={derived.joined} label={strings.joined} symbol="head">
        <rect class="attention-query" x={derived.headStart} width={HEAD_WIDTH} height={1} />
      </SignedMap>
      <p>{strings.joinedNote(state.head)}</p>
      <SignedMap
        {...strip}
        values={derived.projected}
        label={strings.projected}
        symbol="multi-head-attention"
      />
      <p>
        <Subscripts text={strings.projectedNote} />
      </p>
    </section>
  );
});
