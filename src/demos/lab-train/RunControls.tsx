import type { Failure } from '../../train/failures.ts';
import { FAILURE_TEXTS } from '../../train/failureTexts.ts';
import type { LiveRun } from './live.ts';
import type { Training } from './useTraining.ts';
import type { Props } from './view.tsx';

type ControlsProps = Props & { training: Training };

/** Start, pause, stop; and how it goes. */
export function RunControls(props: ControlsProps) {
  const { derived, strings, training } = props;
  const { runs, found } = training;
  const isUntouched = runs.length === 0 && found.unfinished.length === 0;
  return (
    <section class="lab-train-controls">
      <div class="lab-train-buttons">
        <Buttons {...props} />
      </div>
      <div class="lab-train-status" role="status">
        {training.hasFailedToLoad && <p class="demo-problem">{strings.loadFailed}</p>}
        {training.hasNoOwnModel && <p class="demo-problem">{strings.noOwnModel}</p>}
        {found.refused && <Problem failure={found.refused} {...props} />}
        {isUntouched && !training.hasNoOwnModel && (
          <p>{strings.notStarted(derived.steps, derived.batch)}</p>
        )}
        {runs.map((run, index) => (
          <Status key={index} run={run} {...props} />
        ))}
      </div>
    </section>
  );
}

function Buttons({ derived, strings, training }: ControlsProps) {
  const { runs, found } = training;
  const [first] = runs;
  const step = found.unfinished[0]?.progress?.doneSteps;
  if (runs.some(({ status }) => status === 'loading')) {
    return <Button onClick={training.stop}>{strings.stop}</Button>;
  }
  if (training.isActive) {
    const isPaused = first?.status === 'paused';
    return (
      <>
        <Button isMain onClick={isPaused ? training.resume : training.pause}>
          {isPaused ? strings.resume : strings.pause}
        </Button>
        <Button onClick={training.stop}>{strings.stop}</Button>
      </>
    );
  }
  const canGoOn = first?.status === 'stopped' || first?.status === 'failed';
  return (
    <>
      {step !== undefined && (
        <Button isMain onClick={training.restore}>
          {strings.goOn(step)}
        </Button>
      )}
      {(step !== undefined || found.refused) && (
        <Button onClick={training.forget}>{strings.forget}</Button>
      )}
      {canGoOn && (
        <Button isMain onClick={training.goOn}>
          {strings.goOn(first.savedStep ?? 0)}
        </Button>
      )}
      <Button isMain={step === undefined && !canGoOn} onClick={training.start}>
        {first ? strings.again : strings.start(derived.steps)}
      </Button>
    </>
  );
}

interface ButtonProps {
  isMain?: boolean;
  onClick: () => void;
  children: string;
}

const Button = ({ isMain = false, onClick, children }: ButtonProps) => (
  <button type="button" class={isMain ? 'lab-train-main' : ''} onClick={onClick}>
    {children}
  </button>
);

/** A bar, the numbers of the moment, and what computes. */
function Status(props: ControlsProps & { run: LiveRun }) {
  const { run, strings } = props;
  const { status, loading, progress, backend, failure, notice } = run;
  const name = nameOf(run, props);
  const problem = failure ?? notice;
  return (
    <div class="lab-train-run">
      <progress
        max={1}
        value={loading ? loading.share : progress ? progress.doneSteps / progress.allSteps : 0}
        aria-label={strings.chart}
      />
      <p>
        {name}
        {loading && strings.loadingShare(strings.loading[loading.what], loading.share)}
        {!loading && progress && strings.progress(progress)}
        {!loading && status === 'paused' && !progress && strings.asking}
        {!loading &&
          progress &&
          status in strings.status &&
          ` · ${strings.status[status as 'done']}`}
        {!loading && status === 'running' && progress && (
          <>
            {progress.stepsPerSecond > 0 && ` · ${strings.speed(progress.stepsPerSecond)}`}
            {` · ${strings.left(progress.secondsLeft)}`}
          </>
        )}
      </p>
      <p class="lab-train-note">{backend && strings.backend(backend, progress?.workers ?? 1)}</p>
      {problem && <Problem failure={problem} {...props} />}
    </div>
  );
}

/** What went wrong, and what the reader can do. */
function Problem({ failure, language }: ControlsProps & { failure: Failure }) {
  const { what, advice } = FAILURE_TEXTS[language][failure.kind];
  return (
    <p class="demo-problem" role="alert">
      {what} {advice}
    </p>
  );
}

/** Which of two runs it is, or at which stage of the whole pipeline. */
function nameOf({ run, progress }: LiveRun, { derived, strings }: Props): string {
  if (derived.beside && run) return `${strings.connectors[run.connector]}: `;
  return derived.stage === 'pipeline' && progress ? `${strings.stageOfRun[progress.stage]}: ` : '';
}
