import { sceneSvg } from '../images/sceneSvg.ts';
import type { Box } from '../kernels/iou.ts';
import { drawingOf } from '../world/drawing.ts';
import type { Scene } from '../world/scene.ts';
import { SEQUENCE_WORLD } from './sequenceModel.ts';

interface Props {
  scene: Scene;
  /** How dark each cell is veiled, from 0 to 1 */
  veil?: readonly number[] | undefined;
  /** The box that was written, and the true one, in the unit square */
  box?: Box | undefined;
  trueBox?: Box | undefined;
  label: string;
}

/** The drawing's units along an edge of the picture. */
const SIDE = 36;

/** A scene of the moving world with what is to be shown over it, and what that is. */
export function SequencePicture({ scene, veil = [], box, trueBox, label }: Props) {
  const svg = sceneSvg(drawingOf(SEQUENCE_WORLD, scene));
  const columns = SEQUENCE_WORLD.gridSize;
  const cell = SIDE / columns;
  return (
    <figure class="sequence-picture">
      <svg viewBox={`0 0 ${SIDE} ${SIDE}`} role="img" aria-label={label}>
        <image href={`data:image/svg+xml,${encodeURIComponent(svg)}`} width={SIDE} height={SIDE} />
        {veil.map((opacity, index) => (
          <path
            key={index}
            d={`M${cell * (index % columns)} ${cell * Math.floor(index / columns)}h${cell}v${cell}h-${cell}z`}
            opacity={opacity.toFixed(2)}
          />
        ))}
        {box && <path class="sequence-box" d={outline(box)} />}
        {trueBox && <path class="sequence-true" d={outline(trueBox)} />}
      </svg>
      <figcaption>{label}</figcaption>
    </figure>
  );
}

const outline = ({ x1, y1, x2, y2 }: Box): string => {
  const [left, top, right, bottom] = [x1, y1, x2, y2].map((edge) => +(edge * SIDE).toFixed(2));
  return `M${left} ${top}H${right}V${bottom}H${left}Z`;
};
