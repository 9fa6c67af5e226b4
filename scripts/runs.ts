/**
 * Writes src/data/runs.json, what the book shows of the runs that made its checkpoints: their settings
 * and loss curves, how many parameters each part has, and what each model says of the sample scenes.
 *
 *     node scripts/runs.ts
 */
import { writeFileSync } from 'node:fs';
import { shippedRuns } from './training/shippedRuns.ts';

const RESULT = new URL('../src/data/runs.json', import.meta.url);

writeFileSync(RESULT, `${JSON.stringify(await shippedRuns(), null, 1)}\n`);
