/**
 * Trains in Chromium what a reader can train, on the page of the chapter, and says how long it took:
 *
 *     node scripts/bench/readerTraining.ts http://localhost:4321/ [query …]
 *
 * A query is the demo's state, such as "lab-train.stage=peft&lab-train.method=adapter". The clock says
 * little on a machine that does much else; the processor's time is of all the browser's renderers.
 */
import { type CDPSession, chromium } from '@playwright/test';
import { findBrowser, LAUNCH_FLAGS } from '../browser.ts';

const [site = 'http://localhost:4321/', ...queries] = process.argv.slice(2);
const PATIENCE = { timeout: 900_000 };

const browser = await chromium.launch({ executablePath: findBrowser()!, args: LAUNCH_FLAGS });
const session = await browser.newBrowserCDPSession();
for (const query of queries.length > 0 ? queries : ['']) {
  console.log(`${query || 'stage 1'}: ${await train(query)}`);
}
await browser.close();

/** Seconds of the processor that all renderers have used. */
async function processorTime(cdp: CDPSession): Promise<number> {
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  return renderers.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

async function train(query: string): Promise<string> {
  const page = await browser.newPage();
  await page.goto(`${site}en/lab/?${query}`);
  const demo = page.locator('section[data-demo="lab-train"]');
  await demo.scrollIntoViewIfNeeded(PATIENCE);
  await page.locator('section[data-demo="lab-train"][data-hydrated]').waitFor(PATIENCE);
  const [cpu, wall] = [await processorTime(session), performance.now()];
  await demo.getByRole('button', { name: /^Train/ }).click();
  const run = demo.locator('.lab-train-run');
  await run
    .getByText(/step \d+ of/)
    .first()
    .waitFor(PATIENCE);
  const first = [await processorTime(session), performance.now()];
  await run
    .getByText(/Trained|Failed/i)
    .first()
    .waitFor(PATIENCE);
  const seconds = (performance.now() - wall) / 1000;
  const all = (await processorTime(session)) - cpu;
  const text = (await run.innerText()).replaceAll('\n', ' ');
  const samples = await demo.locator('.lab-train-samples dt.lab-train-right').count();
  await page.close();
  const loading = `${((first[1] - wall) / 1000).toFixed(1)} s (${(first[0] - cpu).toFixed(1)} CPU s) to the first step`;
  return `${seconds.toFixed(1)} s, ${all.toFixed(1)} CPU s; ${loading}; ${text}; ${samples} right`;
}
