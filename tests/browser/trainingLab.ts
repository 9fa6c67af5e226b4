import { expect, type Locator, type Page } from '@playwright/test';

/** A step takes seconds on a machine that does much else. */
export const PATIENCE = { timeout: 120_000 };

/** The demo that trains, on the chapter's page. */
export class Lab {
  readonly page: Page;
  readonly root: Locator;

  constructor(page: Page) {
    this.page = page;
    this.root = page.locator('section[data-demo="lab-train"]');
  }

  static async open(page: Page, state = '', site = './'): Promise<Lab> {
    await page.goto(`${site}en/lab/${state}`);
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
