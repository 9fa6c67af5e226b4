/**
 * `npm test`: everything that must hold, in order, until the first step that fails.
 */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { REPORTS } from './testReports.ts';

interface Step {
  name: string;
  command: readonly string[];
}

interface Result {
  name: string;
  seconds: number;
  passed: boolean;
}

const STEPS: readonly Step[] = [
  { name: 'browser', command: ['node', 'scripts/browser.ts'] },
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'lint', command: ['eslint', '--max-warnings', '0', '.'] },
  { name: 'types', command: ['astro', 'check', '--minimumSeverity', 'warning'] },
  { name: 'unit tests', command: ['vitest', 'run'] },
  { name: 'published scores', command: ['node', 'scripts/evaluate.ts', '--check'] },
  { name: 'build', command: ['astro', 'build'] },
  { name: 'links', command: ['node', 'scripts/checkLinks.ts'] },
  { name: 'section manifest', command: ['node', 'scripts/manifest.ts', '--check'] },
  { name: 'size budgets', command: ['node', 'scripts/checkBudgets.ts'] },
  { name: 'browser tests', command: ['playwright', 'test'] },
];

/** The project's own programs come first, its own Node among them. */
const environment = {
  ...process.env,
  ASTRO_TELEMETRY_DISABLED: '1',
  PATH: `${path.resolve('node_modules/.bin')}${path.delimiter}${process.env.PATH ?? ''}`,
};

async function runStep({ name, command: [program = '', ...args] }: Step): Promise<Result> {
  console.log(`\n▶ ${name}`);
  const start = performance.now();
  const passed = await new Promise<boolean>((resolve) => {
    const child = spawn(program, args, {
      env: environment,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    });
    child.on('error', () => {
      resolve(false);
    });
    child.on('close', (code) => {
      resolve(code === 0);
    });
  });
  return { name, seconds: (performance.now() - start) / 1000, passed };
}

for (const report of Object.values(REPORTS)) rmSync(report, { force: true });
const results: Result[] = [];
for (const step of STEPS) {
  const result = await runStep(step);
  results.push(result);
  if (!result.passed) break;
}

console.log('');
for (const { name, seconds, passed } of results) {
  console.log(`${passed ? '✓' : '✗'} ${name.padEnd(18)} ${seconds.toFixed(1).padStart(7)} s`);
}
const failed = results.find(({ passed }) => !passed);
const notRun = STEPS.slice(results.length).map(({ name }) => name);
if (failed) {
  const rest = notRun.length > 0 ? ` Not run: ${notRun.join(', ')}.` : '';
  console.log(`\nFAILED at "${failed.name}".${rest}`);
  process.exitCode = 1;
} else console.log(`\nAll ${results.length} steps passed.`);
