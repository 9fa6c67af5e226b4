import { useContext, useState } from 'preact/hooks';
import { Hydrated } from '../ui/hydration.ts';
import { memo } from '../ui/memo.tsx';
import type { Language } from '../language.ts';
import type { Badge, DemoDefinition } from './definition.ts';
import type { FrameStrings } from './frameStrings.ts';
import { embedCode, linkTo } from './links.ts';

interface Props {
  demo: DemoDefinition;
  badge: Badge;
  /** Asked when a link is made, so that the toolbar need not follow each step of a slider. */
  stateNow: () => Record<string, unknown>;
  strings: FrameStrings;
  language: Language;
  onReset: () => void;
}

/** Badge, reset, and the two ways to hand a demo on: as a link and as an embed. */
export const DemoToolbar = memo(function DemoToolbar(props: Props) {
  const { demo, stateNow, strings, language, onReset } = props;
  const disabled = !useContext(Hydrated);
  const [message, setMessage] = useState('');
  const copy = (text: string, done: string) =>
    navigator.clipboard.writeText(text).then(
      () => setMessage(done),
      () => setMessage(strings.linkFailed),
    );
  const badge = strings.badge[props.badge];
  return (
    <div class="demo-toolbar" data-pagefind-ignore>
      <span class="demo-badge" title={badge.meaning}>
        {badge.name}
      </span>
      <button
        type="button"
        data-action="reset"
        disabled={disabled}
        onClick={() => {
          setMessage('');
          onReset();
        }}
      >
        {strings.reset}
      </button>
      <button
        type="button"
        data-action="copy-link"
        disabled={disabled}
        onClick={() => void copy(linkTo(demo, stateNow()), strings.linkCopied)}
      >
        {strings.copyLink}
      </button>
      <button
        type="button"
        data-action="copy-embed"
        disabled={disabled}
        onClick={() => void copy(embedCode(demo, stateNow(), language), strings.embedCopied)}
      >
        {strings.embed}
      </button>
      <span class="demo-message" role="status">
        {message}
      </span>
    </div>
  );
});
