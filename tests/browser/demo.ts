import { expect, type Locator, type Page } from '@playwright/test';
import { demoOn, embed } from './site.ts';

/** A demo on the open page, once it is alive. */
export class Demo {
  readonly page: Page;
  readonly id: string;
  readonly root: Locator;

  constructor(page: Page, id: string) {
    this.page = page;
    this.id = id;
    this.root = demoOn(page, id);
  }

  /** Opens the demo on its own page; `state` is the part of the query that sets it. */
  static async open(page: Page, id: string, language: string, state = ''): Promise<Demo> {
    await page.goto(`.${embed(id, language, state)}`);
    return new Demo(page, id).alive();
  }

  /** Waits until scripts have taken over. */
  async alive(): Promise<this> {
    await expect(this.root).toHaveAttribute('data-hydrated');
    return this;
  }

  /** The state it is in. */
  async state(): Promise<Record<string, unknown>> {
    const json = await this.root.getAttribute('data-state');
    return JSON.parse(json ?? 'null') as Record<string, unknown>;
  }

  /** The parameters of the address that belong to this demo. */
  parameters(): string[] {
    const names = [...new URL(this.page.url()).searchParams.keys()];
    return names.filter((name) => name.startsWith(`${this.id}.`));
  }

  /** Waits until the address, which follows the state after a while, has been the same for half a second. */
  async addressRests(): Promise<void> {
    const rests = async () => {
      const before = this.page.url();
      await this.page.waitForTimeout(500);
      return this.page.url() === before;
    };
    await expect.poll(rests).toBe(true);
  }

  /** The sliders that can be moved now, drawn or native. */
  sliders(): Promise<Locator[]> {
    return this.root
      .locator('input[type="range"]:enabled, [role="slider"]:not([aria-disabled="true"])')
      .filter({ visible: true })
      .all();
  }

  /** Moves a slider by one step with the arrow keys, away from the end that it is at. */
  async step(slider: Locator): Promise<void> {
    const before = await this.root.getAttribute('data-state');
    await slider.focus();
    for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp']) {
      await this.page.keyboard.press(key);
      if ((await this.root.getAttribute('data-state')) !== before) return;
    }
    const html = await slider.evaluate((element) => element.outerHTML.slice(0, 200));
    throw new Error(`No arrow key moves ${html}`);
  }

  /** Brings the demo into some state that is not its default, by keyboard, whatever controls it has. */
  async disturb(): Promise<void> {
    const before = await this.state();
    for (const slider of await this.sliders()) await this.step(slider);
    for (const box of await this.root.locator('input[type="checkbox"]:enabled:visible').all()) {
      await box.press('Space');
    }
    for (const select of await this.root.locator('select:enabled:visible').all()) {
      await select.press('ArrowDown');
    }
    const radio = this.root.locator('input[type="radio"]:checked:enabled').first();
    if (await radio.count()) await radio.press('ArrowDown');
    expect(await this.state()).not.toEqual(before);
  }

  /** Copies the link to this state, by keyboard; returns what the clipboard then holds. */
  async copyLink(): Promise<string> {
    await this.page.evaluate(() => navigator.clipboard.writeText(''));
    await this.press('copy-link');
    const read = () => this.page.evaluate(() => navigator.clipboard.readText());
    await expect.poll(read).toContain(`${this.id}.`);
    return read();
  }

  /** Presses one of the frame's buttons by keyboard. */
  async press(action: 'reset' | 'copy-link'): Promise<void> {
    await this.root.locator(`[data-action="${action}"]`).press('Enter');
  }
}
