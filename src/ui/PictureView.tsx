import type { ComponentChildren } from 'preact';
import type { Picture } from '../images/picture.ts';
import { SCENES, type Shape } from '../images/scenes.ts';

/** The side of a picture's own coordinates; overlays are drawn in the same units. */
export const PICTURE_SIDE = 224;

interface Props {
  picture: Picture;
  /** What is seen, for readers who do not see it. */
  label: string;
  /** Overlays, in the coordinates 0…224. */
  children?: ComponentChildren;
  class?: string;
}

/** A square image: drawn scenes as crisp shapes, files as they are; overlays on top. */
export function PictureView({ picture, label, children, class: className = '' }: Props) {
  return (
    <svg class={`picture ${className}`} viewBox={`0 0 ${PICTURE_SIDE} ${PICTURE_SIDE}`} role="img" aria-label={label}>
      <PictureContent picture={picture} />
      {children}
    </svg>
  );
}

/** The picture's own pixels or shapes, to be put inside an SVG of side 224. */
export function PictureContent({ picture }: { picture: Picture }) {
  if (picture.kind === 'file') return <image href={picture.url} width={PICTURE_SIDE} height={PICTURE_SIDE} />;
  const scene = SCENES[picture.id];
  return (
    <g transform={`scale(${PICTURE_SIDE})`}>
      <rect width={1} height={1} fill={css(scene.background)} />
      {scene.shapes.map((shape, index) => (
        <SceneShape key={index} shape={shape} />
      ))}
    </g>
  );
}

const css = (colour: readonly number[]) => `rgb(${colour.map((value) => Math.round(255 * value)).join(' ')})`;

function SceneShape({ shape }: { shape: Shape }) {
  const fill = css(shape.fill);
  switch (shape.kind) {
    case 'rectangle':
      return <rect x={shape.x} y={shape.y} width={shape.width} height={shape.height} fill={fill} />;
    case 'circle':
      return <circle cx={shape.x} cy={shape.y} r={shape.radius} fill={fill} />;
    case 'polygon':
      return <polygon points={shape.points.map((point) => point.join()).join(' ')} fill={fill} />;
  }
}
