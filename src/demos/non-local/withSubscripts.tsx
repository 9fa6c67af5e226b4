import type { ComponentChildren } from 'preact';
import { Subscripts } from '../../ui/Subscripts.tsx';

/** Texts by name, with `x_i` and its like set with subscripts. */
export function withSubscripts<Key extends string>(texts: Record<Key, string>) {
  const entries = Object.entries<string>(texts).map(([key, text]) => [
    key,
    <Subscripts key={key} text={text} />,
  ]);
  return Object.fromEntries(entries) as Record<Key, ComponentChildren>;
}
