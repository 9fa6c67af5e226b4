import { PICTURE_SIDE } from '../../images/picture.ts';
import { sceneSvg } from '../../images/sceneSvg.ts';
import { Choice } from '../../ui/controls.tsx';
import { GridPicker } from '../../ui/GridPicker.tsx';
import { HeatOverlay } from '../../ui/HeatOverlay.tsx';
import { PatchGrid } from '../../ui/PatchGrid.tsx';
import { PictureView } from '../../ui/PictureView.tsx';
import { SMALL_WORLD } from '../../world/config.ts';
import { drawingOf } from '../../world/drawing.ts';
import type { Derived } from './derive.ts';
import type { Props } from './view.tsx';

/** Where the selected word looks in the image, and which words the image tokens are near to. */
export function LookInside(props: Props) {
  const { derived, strings } = props;
  return (
    <div class="lab-ask-inside">
      <section data-sym="attention-weights">
        <p class="lab-ask-heading">{strings.attention}</p>
        <Canvas derived={derived} label={strings.attentionNote(derived)}>
          <HeatOverlay rows={derived.side} columns={derived.side} values={derived.attention} />
        </Canvas>
        <p class="lab-ask-note">{strings.attentionNote(derived)}</p>
        <Levels {...props} />
      </section>
      <section data-sym="prefix-tokens">
        <p class="lab-ask-heading">{strings.nearest}</p>
        <NearestWords {...props} />
      </section>
    </div>
  );
}

/** The picture, if image tokens stand for places in it; otherwise an empty one. */
function Canvas({
  derived,
  label,
  children,
}: {
  derived: Derived;
  label: string;
  children: preact.ComponentChildren;
}) {
  const { scene, isPlaced, side } = derived;
  const drawing = drawingOf(SMALL_WORLD, isPlaced ? scene : []);
  const url = `data:image/svg+xml,${encodeURIComponent(sceneSvg(drawing))}`;
  return (
    <PictureView picture={{ url }} label={label}>
      {children}
      <PatchGrid rows={side} columns={side} />
    </PictureView>
  );
}

function Levels({ state, derived, strings, change }: Props) {
  const options = (count: number) => [
    { value: 0, text: strings.mean },
    ...Array.from({ length: count }, (_, index) => ({
      value: index + 1,
      text: String(index + 1),
    })),
  ];
  return (
    <div class="controls">
      <Choice
        name="lab-ask-layer"
        label={strings.layer}
        value={state.layer}
        options={options(derived.layers)}
        onChange={(layer) => change({ layer })}
      />
      <Choice
        name="lab-ask-head"
        label={strings.head}
        value={state.head}
        options={options(derived.heads)}
        onChange={(head) => change({ head })}
      />
    </div>
  );
}

function NearestWords({ derived, strings, change }: Props) {
  const { side, token, nearest, nearestOfAll, isPlaced } = derived;
  return (
    <>
      <GridPicker
        rows={side}
        columns={side}
        value={token}
        onChange={(picked) => change({ token: picked })}
        label={strings.pickToken}
        text={`${strings.tokenAt(token)}: ${nearestOfAll[token]}`}
      >
        <Canvas derived={derived} label={strings.nearest}>
          <TokenWords side={side} words={nearestOfAll} />
        </Canvas>
      </GridPicker>
      <p class="lab-ask-note">{strings.nearestNote(derived)}</p>
      <ol class="lab-ask-candidates">
        {nearest.map(({ word, cosine }) => (
          <li key={word}>
            <span class="token-pill">{word}</span>
            <span class="lab-ask-bar" style={{ '--share': Math.max(0, cosine).toFixed(3) }} />
            <span>{strings.cosine(cosine)}</span>
          </li>
        ))}
      </ol>
      <p class="lab-ask-note lab-ask-reserved">{!isPlaced && strings.unplaced}</p>
    </>
  );
}

/** Letters of a word that is pressed together to stay in its square. */
const LONG_WORD = 10;

/** The nearest word of each image token in its square. */
function TokenWords({ side, words }: { side: number; words: readonly string[] }) {
  const cell = PICTURE_SIDE / side;
  return (
    <g class="lab-ask-token-words" aria-hidden="true">
      {words.map((word, index) => (
        <g
          key={index}
          transform={`translate(${(index % side) * cell} ${Math.floor(index / side) * cell})`}
        >
          <rect x={3} y={cell / 2 - 9} width={cell - 6} height={18} rx={9} />
          <text
            x={cell / 2}
            y={cell / 2 + 3}
            textLength={word.length > LONG_WORD ? cell - 10 : undefined}
            lengthAdjust="spacingAndGlyphs"
          >
            {word}
          </text>
        </g>
      ))}
    </g>
  );
}
