import type { ComponentChildren } from 'preact';

interface Props<Key extends string> {
  /** The texts that can stand here, by name. */
  texts: Record<Key, ComponentChildren>;
  shown: Key;
}

/**
 * One of several texts, in a place as high as the highest of them: changing from one to another
 * moves nothing below. The others are there for their size only, unseen and unheard.
 */
export function Alternatives<Key extends string>({ texts, shown }: Props<Key>) {
  return (
    <span class="alternatives">
      {(Object.keys(texts) as Key[]).map((key) => (
        <span key={key} class={key === shown ? '' : 'alternatives-absent'}>
          {texts[key]}
        </span>
      ))}
    </span>
  );
}
