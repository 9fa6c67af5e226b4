import type { RunDescription } from '../../train/description.ts';
import type { State } from './derive.ts';
import type { StageName } from './state.ts';

/** The fields of the state that describe a run, and the one that is trained beside it. */
export function stateOf(
  { connector, stages }: RunDescription,
  beside?: RunDescription,
): Partial<State> {
  const [first] = stages;
  return {
    stage: stageOfRun({ connector, stages }),
    connector,
    compare: beside?.connector ?? 'none',
    from: first.from,
    seed: first.seed,
    ...(first.kind === 'contrastive' && stages.length === 1 ? { objects: first.objects } : {}),
    ...(first.kind === 'peft' ? { method: first.method, task: first.task } : {}),
  };
}

/** The stage of the state that a run is; only the whole pipeline has several. */
export function stageOfRun({ stages }: RunDescription): StageName {
  if (stages.length > 1) return 'pipeline';
  const names = {
    contrastive: 'encoder',
    language: 'language',
    alignment: 'connector',
    instruction: 'instructions',
    peft: 'peft',
    finished: 'instructions',
  } as const;
  return names[stages[0].kind];
}
