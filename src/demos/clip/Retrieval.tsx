import { useEffect, useRef, useState } from 'preact/hooks';
import { loadCheckpoints } from '../../checkpoints/shipped.ts';
import { Choice, Slider } from '../../ui/controls.tsx';
import { SceneThumbnail } from '../../ui/SceneThumbnail.tsx';
import { SMALL_WORLD } from '../../world/config.ts';
import { type DirectionResult, measureRetrieval, type Measurement } from './measure.ts';
import { towersOf } from './model.ts';
import { GALLERY_SIZES, LAST_SEED, type State } from './state.ts';
import type { Props } from './view.tsx';

type Status =
  { share: number } | { failed: true } | { key: string; found: Measurement } | undefined;

/** Search both ways over a gallery of unseen scenes, when the reader asks. */
export function Retrieval({ state, strings, change }: Props) {
  const { status, measure } = useMeasurement(state);
  const found = status && 'found' in status ? status.found : undefined;
  return (
    <section class="clip-retrieval">
      <p class="clip-heading">{strings.retrieval}</p>
      <div class="controls">
        <Choice
          name="clip-size"
          label={strings.size}
          value={state.size}
          options={GALLERY_SIZES.map((value) => ({ value, text: String(value) }))}
          onChange={(size) => change({ size })}
        />
        <Slider
          label={strings.seed}
          value={state.seed}
          minimum={1}
          maximum={LAST_SEED}
          step={1}
          text={String(state.seed)}
          onChange={(seed) => change({ seed })}
        />
        <button type="button" data-action="measure" onClick={() => void measure()}>
          {strings.measure}
        </button>
      </div>
      <p class="clip-note" role="status">
        {status && 'share' in status
          ? strings.measuring(status.share)
          : status && 'failed' in status
            ? strings.failed
            : found
              ? strings.guessing(found)
              : strings.retrievalNote(state)}
      </p>
      <div class="clip-directions">
        <Direction name={strings.imageToText} result={found?.imageToText} strings={strings} />
        <Direction name={strings.textToImage} result={found?.textToImage} strings={strings} />
      </div>
    </section>
  );
}

/** What was measured counts for the gallery that it was measured on; another one begins anew. */
function useMeasurement({ size, seed }: State) {
  const key = `${size} ${seed}`;
  const [status, setStatus] = useState<Status>();
  const wanted = useRef<string>();
  useEffect(() => () => void (wanted.current = undefined), [key]);
  const measure = async () => {
    wanted.current = key;
    const isWanted = () => wanted.current === key;
    setStatus({ share: 0 });
    try {
      const { clip } = towersOf((await loadCheckpoints(['clip'])).get('clip')!);
      const onShare = (share: number) => isWanted() && setStatus({ share });
      const found = await measureRetrieval(clip, size, seed, onShare, isWanted);
      setStatus(found && { key, found });
    } catch (error) {
      console.error(error);
      setStatus({ failed: true });
    }
  };
  const isOld = status && 'found' in status && status.key !== key;
  return { status: isOld ? undefined : status, measure };
}

interface DirectionProps extends Pick<Props, 'strings'> {
  name: string;
  result: DirectionResult | undefined;
}

function Direction({ name, result, strings }: DirectionProps) {
  return (
    <div>
      <p>
        <strong>{name}</strong>
      </p>
      <p class="clip-recalls">{strings.recalls(result)}</p>
      <ul class="clip-mistakes">
        {result?.mistakes.map(({ query, found, rank }, index) => (
          <li key={index}>
            <SceneThumbnail config={SMALL_WORLD} scene={query} label={strings.caption(query)} />
            <span>→</span>
            <SceneThumbnail config={SMALL_WORLD} scene={found} label={strings.caption(found)} />
            <span>{strings.rank(rank)}</span>
          </li>
        ))}
        {result && result.mistakes.length === 0 && <li>{strings.noMistakes}</li>}
      </ul>
    </div>
  );
}
