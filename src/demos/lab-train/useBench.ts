import { useEffect, useRef, useState } from 'preact/hooks';
import type { Bench } from './bench.ts';
import type { LiveRun } from './live.ts';

/** The bench of this page; it is loaded when it is first used. */
export interface BenchHandle {
  runs: readonly LiveRun[];
  /** The program that trains could not be had; the next use tries again */
  hasFailedToLoad: boolean;
  use: <Result>(work: (bench: Bench) => Result | Promise<Result>) => Promise<Result | undefined>;
}

/** Milliseconds between two drawings of what goes on: the numbers come faster than anyone reads. */
const REDRAW_EVERY = 200;

/** Loads the program that trains when it is wanted, and ends its runs with the demo. */
export function useBench(): BenchHandle {
  const bench = useRef<Promise<Bench>>();
  const [runs, setRuns] = useState<readonly LiveRun[]>([]);
  const [hasFailedToLoad, setFailedToLoad] = useState(false);
  useEffect(
    () => () =>
      void bench.current?.then(
        (made) => made.dispose(),
        () => undefined,
      ),
    [],
  );
  const load = async (): Promise<Bench> => {
    const module = await import('./bench.ts');
    let isDue = false;
    const made: Bench = new module.Bench(() => {
      if (isDue) return;
      isDue = true;
      setTimeout(() => {
        isDue = false;
        setRuns(made.runs);
      }, REDRAW_EVERY);
    });
    return made;
  };
  return {
    runs,
    hasFailedToLoad,
    use: async (work) => {
      let made: Bench;
      try {
        made = await (bench.current ??= load());
        setFailedToLoad(false);
      } catch (error) {
        console.error(error);
        bench.current = undefined;
        setFailedToLoad(true);
        return undefined;
      }
      try {
        return await work(made);
      } catch (error) {
        console.error(error); // the session has put what the reader should know into its state
        return undefined;
      }
    },
  };
}
