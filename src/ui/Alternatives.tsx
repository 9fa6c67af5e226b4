import { memo } from './memo.tsx';
import { Subscripts } from './Subscripts.tsx';

interface Props<Key extends string> {
  /** The texts that can stand here, by name; `x_i` is set with a subscript. */
  texts: Record<Key, string>;
  shown: Key;
}

/**
 * One of several texts, in a place as high as the highest of them: changing from one to another
 * moves nothing below. The others are there for their size only, unseen and unheard.
 */
export function Alternatives<Key extends string>(props: Props<Key>) {
  return <Texts {...props} />;
}

const Texts = memo(function Texts({ texts, shown }: Props<string>) {
  return (
    <span class="alternatives">
      {Object.entries(texts).map(([key, text]) => (
        <span key={key} class={key === shown ? '' : 'alternatives-absent'}>
          <Subscripts text={text} />
        </span>
      ))}
    </span>
  );
});
