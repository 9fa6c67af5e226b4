/**
 * Serves the built site on http://localhost:4321, or on the next free port.
 * `PORT` and `BASE_PATH` are honoured; `npm start` builds first.
 */
import { existsSync } from 'node:fs';
import { normaliseBase } from '../src/site/basePath.ts';
import { serve } from './staticServer.ts';

const DIRECTORY = 'dist';

if (!existsSync(`${DIRECTORY}/index.html`)) {
  console.error('There is no built site yet. Run "npm start", or "npm run build" and then this.');
  process.exit(1);
}
const wanted = Number(process.env.PORT ?? 4321);
if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65535) {
  console.error(`PORT must be a number from 0 to 65535, not "${process.env.PORT}".`);
  process.exit(1);
}
const base = normaliseBase(process.env.BASE_PATH);
const { port } = await serve({ directory: DIRECTORY, base }, wanted, (busy) => {
  console.log(`Port ${busy} is in use by another program; trying ${busy + 1}.`);
});
console.log(`\n  Patchwork is at http://localhost:${port}${base}\n  Press Ctrl+C to stop.\n`);
