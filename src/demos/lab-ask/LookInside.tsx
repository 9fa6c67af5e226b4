import { useMemo } from 'preact/hooks';
import { PICTURE_SIDE, type Picture } from '../../images/picture.ts';
import { sceneSvg } from '../../images/sceneSvg.ts';
import { Choice } from '../../ui/controls.tsx';
import { GridPicker } from '../../ui/GridPicker.tsx';
import { HeatOverlay } from '../../ui/HeatOverlay.tsx';
import { PatchGrid } from '../../ui/PatchGrid.tsx';
import { memo } from '../../ui/memo.tsx';
import { PictureView } from '../../ui/PictureView.tsx';
import { SMALL_WORLD } from '../../world/config.ts';
import { drawingOf } from '../../world/drawing.ts';
import type { Props } from './view.tsx';

/** Where the selected word looks in the image, and which words the image tokens are near to. */
export function LookInside(props: Props) {
  const { derived, strings } = props;
  const picture = usePicture(props);
  return (
    <div class="lab-ask-inside">
      <section data-sym="attention-weights">
        <p class="lab-ask-heading">{strings.attention}</p>
        <PictureView picture={picture} label={strings.attentionNote(derived)}>
          <HeatOverlay rows={derived.side} columns={derived.side} values={derived.attention} />
          <PatchGrid rows={derived.side} columns={derived.side} />
        </PictureView>
        <p class="lab-ask-note">{strings.attentionNote(derived)}</p>
        <Levels {...props} />
      </section>
      <section data-sym="prefix-tokens">
        <p class="lab-ask-heading">{strings.nearest}</p>
        <NearestWords {...props} picture={picture} />
      </section>
    </div>
  );
}

/** The scene, if image tokens stand for places in it; otherwise an empty picture. */
function usePicture({ state, derived: { scene, isPlaced } }: Props): Picture {
  return useMemo(() => {
    const drawing = drawingOf(SMALL_WORLD, isPlaced ? scene : []);
    return { url: `data:image/svg+xml,${encodeURIComponent(sceneSvg(drawing))}` };
  }, [state.scene, isPlaced]);
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

function NearestWords({ derived, strings, change, picture }: Props & { picture: Picture }) {
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
        <PictureView picture={picture} label={strings.nearest}>
          <TokenWords side={side} words={nearestOfAll} />
          <PatchGrid rows={side} columns={side} />
        </PictureView>
      </GridPicker>
      <p class="lab-ask-note">{strings.nearestNote(derived)}</p>
      <ol class="lab-ask-candidates">
        {nearest.map(({ word, cosine }, index) => (
          <li key={index}>
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

interface TokenWordsProps {
  side: number;
  words: readonly string[];
}

/** The nearest word of each image token in its square. */
const TokenWords = memo(function TokenWords({ side, words }: TokenWordsProps) {
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
});
