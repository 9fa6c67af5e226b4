import { memo } from './memo.tsx';

/** Text in which `W_Q`, `v_12` or `β_j,i` is set with a subscript; everything else stays as it is. */
export const Subscripts = memo(function Subscripts({ text }: { text: string }) {
  // An odd part is what the parentheses caught: the subscript.
  return (
    <>
      {text
        .split(/(?<=\p{L})_(\p{L}+(?:,\p{L})?|\d+)/u)
        .map((part, index) => (index % 2 ? <sub key={index}>{part}</sub> : part))}
    </>
  );
});
