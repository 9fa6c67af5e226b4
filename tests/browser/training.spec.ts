import { expect, type Locator, type Page, test } from '@playwright/test';
import { longestTask } from './mainThread.ts';

/** A step takes seconds on a machine that does much else. */
test.describe.configure({ timeout: 300_000 });

const PATIENCE = { timeout: 120_000 };

/** The demo that trains, on the chapter's page. */
class Lab {
  readonly page: Page;
  readonly root: Locator;

  constructor(page: Page) {
    this.page = page;
    this.root = page.locator('section[data-demo="lab-train"]');
  }

  static async open(page: Page, state = ''): Promise<Lab> {
    await page.goto(`./en/lab/${state}`);
    return new Lab(page).alive();
  }

  async alive(): Promise<this> {
    await this.root.scrollIntoViewIfNeeded();
    await expect(this.root).toHaveAttribute('data-hydrated', PATIENCE);
    return this;
  }

  button(name: RegExp): Locator {
    return this.root.locator('.lab-train-buttons').getByRole('button', { name });
  }

  /** Where each run stands, as the page says it */
  async steps(): Promise<number[]> {
    const lines = await this.root.locator('.lab-train-run').allInnerTexts();
    return lines.map((line) => Number(/step ([\d,]+) of/.exec(line)?.[1]?.replace(',', '') ?? 0));
  }

  /** How many workers train when so many runs share the cores of this machine */
  async expectedWorkers(runs = 1): Promise<number> {
    const cores = await this.page.evaluate(() => navigator.hardwareConcurrency);
    return runs * Math.max(1, Math.min(2, Math.floor(cores / runs)));
  }

  /** Waits until every run has made a step after this one. */
  async after(step: number, runs = 1): Promise<void> {
    await expect
      .poll(async () => {
        const steps = await this.steps();
        return steps.length === runs && steps.every((now) => now > step);
      }, PATIENCE)
      .toBe(true);
  }
}

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

test('a checkpoint that cannot be fetched: a message, no frozen page, and another try', async ({
  page,
}) => {
  const lab = await Lab.open(page);
  await page.context().route('**/checkpoints/language.safetensors', (route) => route.abort());
  await lab.button(/^Train/).click();
  await expect(lab.root.getByRole('alert')).toContainText('could not be fetched', PATIENCE);
  await expect.poll(() => page.workers().length).toBe(0);
  await page.context().unrouteAll();
  await lab.button(/^Train again/).click();
  await lab.after(0);
});

for (const which of ['first', 'last'] as const) {
  test(`the ${which} worker dies: a message, and the run goes on from its last state`, async ({
    page,
  }) => {
    const lab = await Lab.open(page);
    await lab.button(/^Train/).click();
    await lab.after(1);
    await page
      .workers()
      .at(which === 'first' ? 0 : -1)!
      .evaluate(() => {
        setTimeout(() => {
          throw new Error('injected');
        });
      });
    await expect(lab.root.getByRole('alert')).toContainText('stopped unexpectedly', PATIENCE);
    await expect.poll(() => page.workers().length).toBe(0);
    await lab.button(/^Go on from step/).click();
    await lab.after(1);
  });
}
