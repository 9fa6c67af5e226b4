import type { ComponentChildren } from 'preact';
import { PICTURE_SIDE, type Picture } from '../images/picture.ts';
import { memo } from './memo.tsx';

interface Props {
  picture: Picture;
  /** What is seen, for readers who do not see it. */
  label: string;
  /** Overlays, in the coordinates 0…224. */
  children?: ComponentChildren;
  class?: string;
}

/** A square image with overlays on top. */
export function PictureView({ picture, label, children, class: className = '' }: Props) {
  return (
    <svg
      class={`picture ${className}`}
      viewBox={`0 0 ${PICTURE_SIDE} ${PICTURE_SIDE}`}
      role="img"
      aria-label={label}
    >
      <PictureContent picture={picture} />
      {children}
    </svg>
  );
}

/** The picture alone, to be put inside an SVG of side 224. */
export const PictureContent = memo(function PictureContent({ picture }: { picture: Picture }) {
  return <image href={picture.url} width={PICTURE_SIDE} height={PICTURE_SIDE} />;
});
