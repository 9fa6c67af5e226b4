import { useEffect, useRef, useState } from 'preact/hooks';
import { type Failure, failureOf } from '../../train/failures.ts';
import type { TrainingSession } from '../../train/session.ts';
import type { Examined } from '../../train/worker/protocol.ts';
import type { Derived } from './derive.ts';
import { loadExaminee } from './loadExaminee.ts';

/** How an examination of this page stands. */
export interface Examination {
  status: 'idle' | 'preparing' | 'answering' | 'stopped' | 'done' | 'failed';
  /** How far it is, 0 to 1 */
  share: number;
  examined?: Examined | undefined;
  failure?: Failure | undefined;
  /** Chosen, but there is no such model */
  hasNoModel?: boolean;
  start: () => void;
  stop: () => void;
}

type Progress = Omit<Examination, 'start' | 'stop'>;
const IDLE: Progress = { status: 'idle', share: 0 };

/** Examines the model that is chosen, in a worker; what it finds is forgotten when the settings change. */
export function useExamination({ run, scenes, seed }: Derived): Examination {
  const [progress, setProgress] = useState<Progress>(IDLE);
  const session = useRef<TrainingSession>();
  const attempt = useRef(0);
  const end = () => {
    attempt.current += 1; // whatever is under way no longer counts
    session.current?.dispose();
    session.current = undefined;
  };
  const paper = JSON.stringify([run, scenes, seed]);
  useEffect(() => {
    setProgress(IDLE);
    return end;
  }, [paper]);

  const start = async () => {
    end();
    const mine = attempt.current;
    const isCurrent = () => mine === attempt.current;
    if (!run) return setProgress({ ...IDLE, hasNoModel: true });
    setProgress({ status: 'preparing', share: 0 });
    try {
      const loaded = await loadExaminee(run);
      if (!isCurrent()) return loaded.session.dispose();
      session.current = loaded.session;
      loaded.session.subscribe(() => {
        const share = loaded.session.state.examining;
        if (isCurrent() && share !== undefined) setProgress({ status: 'answering', share });
      });
      await loaded.begin();
      const examined = await loaded.session.examine(scenes, seed);
      if (isCurrent()) setProgress({ status: 'done', share: 1, examined });
    } catch (error) {
      if (isCurrent()) setProgress({ status: 'failed', share: 0, failure: failureOf(error) });
    }
    if (isCurrent()) end();
  };
  return {
    ...progress,
    start: () => void start(),
    stop: () => {
      end();
      setProgress({ status: 'stopped', share: 0 });
    },
  };
}
