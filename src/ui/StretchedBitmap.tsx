interface Props {
  /** A data URI. */
  url: string;
  /** What is seen; empty where the text beside it says so already. */
  label: string;
  class: string;
}

/** A bitmap that fills its box, one pixel a cell, whatever the box's shape. */
export function StretchedBitmap({ url, label, class: className }: Props) {
  const meaning = label ? { role: 'img' as const, 'aria-label': label } : { 'aria-hidden': true };
  return <span class={className} style={{ backgroundImage: `url(${url})` }} {...meaning} />;
}
