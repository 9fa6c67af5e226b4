import { startEngine } from '../src/vlm/engine.ts';
import { SMALL_WORLD as W } from '../src/world/config.ts';
import { modelConfig } from '../src/vlm/model.ts';
import { languageStage } from '../src/train/stages.ts';
import { train, initialState } from '../src/train/trainer.ts';
import { initialDecoder } from '../src/vlm/decoder.ts';
import { initialiser } from '../src/vlm/initialise.ts';
await startEngine(); const c = modelConfig(W);
const job = languageStage(W, c, { steps: 14, batch: 32, peak: 1e-3, seed: 3 });
const b = job.batch; let bt = 0; job.batch = (s) => { const t = process.cpuUsage(); const r = b(s); const q = process.cpuUsage(t); bt += q.user / 1000; return r; };
let c0 = process.cpuUsage(); for await (const p of train(job, initialState({ decoder: initialDecoder(initialiser(1), c.decoder) }, ['decoder']))) { const q = process.cpuUsage(c0); console.log(p.step, p.loss.toFixed(3), 'cpu', (q.user + q.system) / 1000, 'batch', bt.toFixed(1)); bt = 0; c0 = process.cpuUsage(); }
