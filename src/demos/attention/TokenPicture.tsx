import { GridFrame } from '../../ui/GridFrame.tsx';
import { GridPicker } from '../../ui/GridPicker.tsx';
import { PatchGrid } from '../../ui/PatchGrid.tsx';
import { PictureView } from '../../ui/PictureView.tsx';
import { memo } from '../../ui/memo.tsx';
import { Subscripts } from '../../ui/Subscripts.tsx';
import { Veil } from '../../ui/Veil.tsx';
import type { Derived } from './derive.ts';
import { CELL_SIDE, centreOf, patchOf, placeOf, tokenOf } from './layout.ts';
import { GRID_SIDE } from './model.ts';
import type { PartProps } from './view.tsx';

const GRID = { rows: GRID_SIDE, columns: GRID_SIDE };

/** The image as tokens: picking one makes it the query; what it does not look at is veiled. */
export function TokenPicture(props: PartProps) {
  const { state, derived, strings, picture, change, point } = props;
  return (
    <section>
      <p class="attention-heading">{strings.picture}</p>
      <div class="attention-tokens">
        <ClassToken {...props} />
        <GridPicker
          {...GRID}
          value={patchOf(state.query)}
          onChange={(patch) => change({ query: tokenOf(patch) })}
          onPoint={(patch) => point(patch === undefined ? undefined : tokenOf(patch))}
          label={strings.pickQuery}
          text={strings.token(state.query)}
          symbol="queries"
        >
          <PictureView picture={picture} label={strings.veilLabel(derived, state.query)}>
            <g transform={`scale(${CELL_SIDE})`}>
              <Veil {...GRID} shares={derived.patchShares} />
            </g>
            <PatchGrid {...GRID} />
            <Shares printed={derived.printed} strings={strings} />
          </PictureView>
          <LitPatch {...props} />
        </GridPicker>
      </div>
      <p class="attention-reading">
        <span>{strings.queryIs(state.query)}</span>
        <span>
          <Subscripts text={strings.pair(derived, props.lit)} />
        </span>
      </p>
    </section>
  );
}

/** The class token stands beside the image: it is a token like the others, but shows nothing. */
function ClassToken({ state, derived, strings, change, lit, point }: PartProps) {
  return (
    <button
      type="button"
      class="attention-class"
      data-sym="class-token"
      data-lit={lit === 0 || undefined}
      aria-pressed={state.query === 0}
      title={strings.token(0)}
      onClick={() => change({ query: 0 })}
      onPointerEnter={() => point(0)}
      onPointerLeave={() => point(undefined)}
    >
      CLS
      <small>{strings.share(derived.row.weights[0])}</small>
    </button>
  );
}

/** The weights printed on their patches. */
const Shares = memo(function Shares({
  printed,
  strings,
}: Pick<Derived, 'printed'> & Pick<PartProps, 'strings'>) {
  return (
    <g class="attention-shares">
      {printed.map(({ token, weight }, index) => (
        <text key={index} {...centreOf(token)}>
          {strings.share(weight)}
        </text>
      ))}
    </g>
  );
});

function LitPatch({ lit }: PartProps) {
  return lit > 0 && <GridFrame {...GRID} {...placeOf(lit)} class="attention-lit" />;
}
