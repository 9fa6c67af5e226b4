/** What the book keeps of a run that made one of its checkpoints; scripts/runs.ts writes it. */
export interface ShippedRun {
  seed: number;
  steps: number;
  batch: number;
  curve: readonly (readonly [step: number, loss: number])[];
  /** To `sampleTurns` of its stage */
  answers?: readonly (readonly string[])[];
  /** Of stage 0a: cosine of sample picture i and the caption of sample scene j */
  similarities?: readonly (readonly number[])[];
}

export interface ShippedRuns {
  /** By part, connector, or tuning method */
  parameters: Readonly<Record<string, number>>;
  /** By checkpoint */
  runs: Readonly<Record<string, ShippedRun>>;
}
