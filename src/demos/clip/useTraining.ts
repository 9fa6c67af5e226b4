import { useEffect, useRef, useState } from 'preact/hooks';
import type { RunDescription } from '../../train/description.ts';
import { failureOf } from '../../train/failures.ts';
import type { SessionState, TrainingSession } from '../../train/session.ts';

const IDLE: SessionState = { status: 'idle', curve: [] };

/** A training session that is loaded and started at a press. Another description of the run ends it. */
export function useTraining(description: string) {
  const [state, setState] = useState<SessionState>(IDLE);
  const session = useRef<TrainingSession>();
  const end = () => {
    session.current?.dispose();
    session.current = undefined;
  };
  useEffect(() => {
    setState(IDLE);
    return end;
  }, [description]);
  const start = async (run: RunDescription) => {
    end();
    setState({ ...IDLE, status: 'loading' });
    try {
      const { TrainingSession } = await import('../../train/session.ts');
      const begun = new TrainingSession({ slot: 'clip' });
      session.current = begun;
      begun.subscribe(() => session.current === begun && setState(begun.state));
      await begun.start(run);
    } catch (error) {
      setState({ ...IDLE, status: 'failed', failure: failureOf(error) });
    }
  };
  return { state, start, stop: () => void session.current?.stop() };
}
