import { useContext, useEffect, useState } from 'preact/hooks';
import type { RunDescription } from '../../train/description.ts';
import { Hydrated } from '../../ui/hydration.ts';
import type { Derived } from './derive.ts';
import { findRuns, forgetRuns, type FoundRuns, NOTHING_FOUND } from './foundRuns.ts';
import { isActive, type LiveRun } from './live.ts';
import { useBench } from './useBench.ts';

/** The runs of this page, and what can be done with them. */
export interface Training {
  /** Those of the settings that are shown; none before the first start */
  runs: readonly LiveRun[];
  isActive: boolean;
  /** The program that trains could not be had */
  hasFailedToLoad: boolean;
  /** A run was to begin with a model of the reader's own, and there is none */
  hasNoOwnModel: boolean;
  /** What an earlier visit has left */
  found: FoundRuns;
  start: () => void;
  pause: () => void;
  resume: () => void;
  stop: () => void;
  goOn: () => void;
  /** Goes on with what is found unfinished */
  restore: () => void;
  /** Deletes what is found, refused or not */
  forget: () => void;
  exportTrained: (name: string) => Promise<Uint8Array<ArrayBuffer> | undefined>;
  exportForPython: () => Promise<Uint8Array<ArrayBuffer> | undefined>;
}

/** Trains what the settings describe. The engine is loaded when the reader starts it, not before. */
export function useTraining(
  derived: Derived,
  onRestore: (runs: readonly RunDescription[]) => void,
): Training {
  const hydrated = useContext(Hydrated);
  const { runs, hasFailedToLoad, use } = useBench();
  const [found, setFound] = useState(NOTHING_FOUND);
  const [hasNoOwnModel, setNoOwnModel] = useState(false);
  const wanted = [derived.run, ...(derived.beside ? [derived.beside] : [])];
  const isShown = isSameRuns(runs, wanted);
  const active = runs.some(isActive);
  useEffect(() => {
    if (hydrated) void findRuns().then(setFound);
  }, [hydrated]);
  useEffect(() => {
    // The address bar or "reset" has changed the settings: the run that they described has ended.
    if (active && !isShown) void use((bench) => bench.stop());
  }, [active, isShown]);
  return {
    runs: isShown ? runs : [],
    isActive: active,
    hasFailedToLoad,
    hasNoOwnModel: hasNoOwnModel && derived.from === 'mine',
    found,
    start: () => {
      setFound(NOTHING_FOUND);
      void use(async (bench) => setNoOwnModel(!(await bench.start(wanted))));
    },
    pause: () => void use((bench) => bench.pause()),
    resume: () => void use((bench) => bench.resume()),
    stop: () => void use((bench) => bench.stop()),
    goOn: () => void use((bench) => bench.goOn()),
    restore: () => {
      onRestore(found.unfinished.map(({ run }) => run));
      setFound(NOTHING_FOUND);
      void use((bench) => bench.restore(found.unfinished));
    },
    forget: () => {
      setFound(NOTHING_FOUND);
      void forgetRuns();
    },
    exportTrained: (name) => use((bench) => bench.exportTrained(name)),
    exportForPython: () => use((bench) => bench.exportForPython()),
  };
}

/** Runs are those that are wanted if their descriptions agree in all but the names of files. */
const isSameRuns = (runs: readonly LiveRun[], wanted: readonly RunDescription[]): boolean =>
  runs.length === wanted.length &&
  runs.every(({ run }, index) => run && keyOf(run) === keyOf(wanted[index]));

/** A lower peak, after a run has diverged, makes no other run of it. */
const keyOf = ({ connector, stages }: RunDescription): string =>
  JSON.stringify([connector, stages.map((stage) => ({ ...stage, peak: 0 }))]);
