import { memo } from './memo.tsx';

interface Props {
  /** A data URI. */
  url: string;
  /** What is seen; empty where the text beside it says so already. */
  label: string;
  class: string;
}

/** A bitmap that fills its box, one pixel a cell, whatever the box's shape. */
export const StretchedBitmap = memo(function StretchedBitmap(props: Props) {
  const { url, label, class: className } = props;
  const meaning = label ? { role: 'img' as const, 'aria-label': label } : { 'aria-hidden': true };
  return <span class={className} style={{ backgroundImage: `url(${url})` }} {...meaning} />;
});
