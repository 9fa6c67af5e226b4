import { useEffect, useRef, useState } from 'preact/hooks';
import { loadCheckpoints } from '../../checkpoints/shipped.ts';
import { SceneThumbnail } from '../../ui/SceneThumbnail.tsx';
import { SEQUENCE_FILE, SEQUENCE_WORLD, sequenceModelOf } from '../sequenceModel.ts';
import { GALLERY_SIZE, measureRetrieval, type Measurement } from './measure.ts';
import type { Props } from './view.tsx';

/** The gallery sorted by the model's score in both directions, and a measurement when asked for. */
export function Retrieval({ derived, strings }: Props) {
  const { texts, images } = derived.answers.retrieval;
  return (
    <>
      <div class="tasks-options">
        <p>
          {strings.texts} <b class={`tasks-${texts.verdict}`}>{strings.verdict[texts.verdict]}</b>
        </p>
        <ol class="tasks-texts">
          {texts.found.map(({ scene, score, isOwn }, index) => (
            <li key={index} class={index === 0 ? 'tasks-chosen' : undefined}>
              <span>{strings.caption(scene)}</span>
              <span>{strings.percent(score)}</span>
              <small>{isOwn && strings.own}</small>
            </li>
          ))}
        </ol>
      </div>
      <div class="tasks-options">
        {images && (
          <>
            <p>
              {strings.images}{' '}
              <b class={`tasks-${images.verdict}`}>{strings.verdict[images.verdict]}</b>
            </p>
            <ol class="tasks-images">
              {images.found.map(({ scene, score, isOwn }, index) => (
                <li key={index} class={index === 0 ? 'tasks-chosen' : undefined}>
                  <SceneThumbnail
                    config={SEQUENCE_WORLD}
                    scene={scene}
                    label={strings.caption(scene)}
                  />
                  <span>{strings.percent(score)}</span>
                  <small>{isOwn && strings.own}</small>
                </li>
              ))}
            </ol>
          </>
        )}
        <Recall strings={strings} />
      </div>
    </>
  );
}

type Status = { share: number } | { found: Measurement } | { failed: true } | undefined;

/** R@1 and R@5 on unseen scenes, when the reader asks; every press draws others. */
function Recall({ strings }: Pick<Props, 'strings'>) {
  const [status, setStatus] = useState<Status>();
  const run = useRef(0);
  useEffect(() => () => void (run.current = -1), []);
  const measure = async () => {
    const own = (run.current += 1);
    const isWanted = () => run.current === own;
    setStatus({ share: 0 });
    try {
      const model = sequenceModelOf(await loadCheckpoints([SEQUENCE_FILE]));
      const onShare = (share: number) => isWanted() && setStatus({ share });
      const found = await measureRetrieval(model, own, onShare, isWanted);
      if (found) setStatus({ found });
    } catch (error) {
      console.error(error);
      setStatus({ failed: true });
    }
  };
  return (
    <>
      <button type="button" data-action="measure" onClick={() => void measure()}>
        {strings.measure(GALLERY_SIZE)}
      </button>
      <p class="tasks-note tasks-measured" role="status">
        {status && 'share' in status && strings.measuring(status.share)}
        {status && 'failed' in status && strings.failed}
        {status &&
          'found' in status &&
          strings.measured(status.found).map((line) => <span key={line}>{line}</span>)}
      </p>
    </>
  );
}
