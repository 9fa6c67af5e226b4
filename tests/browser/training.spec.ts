import { expect, test } from '@playwright/test';
import { serve } from '../../scripts/staticServer.ts';
import { normaliseBase } from '../../src/site/basePath.ts';
import { longestTask } from './mainThread.ts';
import { Lab, PATIENCE } from './trainingLab.ts';

test.describe.configure({ timeout: 300_000 });

test('a reader trains a connector: the page stays fluent, the loss falls, pausing pauses', async ({
  browser,
  page,
}) => {
  const lab = await Lab.open(page);
  const longest = await longestTask(browser, page, async () => {
    await lab.button(/^Train/).click();
    await lab.after(15);
  });
  const description = `${longest.cpu} ms of the processor, ${longest.wall} ms of the clock`;
  test.info().annotations.push({ type: 'longest task of the main thread', description });
  expect(longest.cpu, description).toBeLessThanOrEqual(50);
  const text = await lab.root.locator('.lab-train-run').innerText();
  expect(text).toMatch(/steps\/s/);
  expect(Number(/loss ([\d.]+)/.exec(text)?.[1])).toBeLessThan(2.5);
  await lab.button(/^Pause/).click();
  await expect(lab.button(/^Resume/)).toBeVisible(PATIENCE);
  const [paused] = await lab.steps();
  await page.waitForTimeout(2000);
  expect(await lab.steps()).toEqual([paused]);
  await lab.button(/^Resume/).click();
  await lab.after(paused);
});

test('a reload loses a few seconds at most: the run is offered, and goes on', async ({ page }) => {
  let lab = await Lab.open(page);
  await lab.button(/^Train/).click();
  await lab.after(3);
  await lab.button(/^Pause/).click(); // a pause saves
  await expect(lab.button(/^Resume/)).toBeVisible(PATIENCE);
  const [before] = await lab.steps();
  await page.waitForTimeout(500);
  await page.reload();
  lab = await new Lab(page).alive();
  await lab.button(new RegExp(`^Go on from step ${before}$`)).click(PATIENCE);
  await lab.after(before);
});

test('hiding the page neither ends nor loses the run; leaving it ends the workers', async ({
  page,
}) => {
  const lab = await Lab.open(page);
  await lab.button(/^Train/).click();
  await lab.after(2);
  expect(page.workers()).toHaveLength(await lab.expectedWorkers());
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  const [hidden] = await lab.steps();
  await lab.after(hidden + 2);
  const [worker] = page.workers();
  const closed = new Promise((resolve) => worker.on('close', resolve));
  await page.goto('./en/vit/');
  await closed;
  expect(page.workers()).toEqual([]);
  // … and what it has learned is still there.
  await page.goBack();
  await new Lab(page).alive();
  await expect(lab.button(/^Go on from step [1-9]/)).toBeVisible(PATIENCE);
});

test('stopping leaves no worker, and the run can be gone on with', async ({ page }) => {
  const lab = await Lab.open(page);
  await lab.button(/^Train/).click();
  await lab.after(1);
  await lab.button(/^Stop/).click();
  await expect(lab.button(/^Go on from step/)).toBeVisible(PATIENCE);
  await expect.poll(() => page.workers().length).toBe(0);
  const [stopped] = await lab.steps();
  await lab.button(/^Go on from step/).click();
  await lab.after(stopped);
  expect(page.workers()).toHaveLength(await lab.expectedWorkers());
});

test('two connectors are trained side by side, each in its own worker', async ({ page }) => {
  const lab = await Lab.open(page, '?lab-train.compare=linear');
  await lab.button(/^Train/).click();
  await lab.after(1, 2);
  expect(page.workers()).toHaveLength(await lab.expectedWorkers(2));
  await lab.button(/^Stop/).click();
  await expect.poll(() => page.workers().length, PATIENCE).toBe(0);
});

/** A page with these is isolated from others, and may share memory with its workers. */
const ISOLATION = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

test('on a page that is isolated from others the engine takes no threads, and learns', async ({
  page,
}) => {
  const base = normaliseBase(process.env.BASE_PATH);
  const server = await serve({ directory: 'dist', base, headers: ISOLATION }, 4480);
  const lab = await Lab.open(page, '', `http://localhost:${server.port}${base}`);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  await lab.button(/^Train/).click();
  await lab.after(15);
  expect(page.workers()).toHaveLength(await lab.expectedWorkers());
  const text = await lab.root.locator('.lab-train-run').innerText();
  const loss = Number(/loss ([\d.]+)/.exec(text)?.[1]);
  expect(loss).toBeGreaterThan(0.1);
  expect(loss).toBeLessThan(2.5);
  await page.close();
  await server.close();
});
