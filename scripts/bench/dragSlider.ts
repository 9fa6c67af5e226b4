/**
 * What moving a slider costs, on a processor four times slower: `node scripts/bench/dragSlider.ts
 * [demo …]`. For each demo and slider (drawn ones included), the main thread's work: script, style,
 * layout, paint, above what the same costs on a slider that moves nothing. Milliseconds of
 *
 * - a step: an arrow key again and again, with time between. Median, from the key to the frame's
 *   hand-over to the compositor: unslowed and times four, and slowed by Chromium. “Later” is what a step
 *   leaves to follow its frame (src/ui/later.tsx), the whole of it, unslowed and times four;
 * - a drag: the mouse to and fro, a move each frame, unslowed and times four. The mean of a move, with
 *   what follows: no time is between, it has to fit in. (A slider of few values rests in most moves.)
 *
 * The work is the thread's own CPU time from Chromium's trace, so that other programs count only as far as
 * they slow the processor down; they do, by half at times: compare builds in turn, within a minute.
 * Chromium slows a thread by halting it, and a short task by more than it says; the baseline shows it.
 */
import { chromium, type Browser, type CDPSession, type Locator, type Page } from '@playwright/test';
import { setTimeout as pause } from 'node:timers/promises';
import { DEMO_IDS } from '../../src/demos/registry.ts';
import { findBrowser, LAUNCH_FLAGS } from '../browser.ts';
import { serve } from '../staticServer.ts';
import { mainThreadWork } from './mainThreadWork.ts';

const SLOWDOWN = 4;
/** At 60 Hz, in milliseconds. */
const FRAME = 1000 / 60;
const STEPS = 24;
/** Between two steps, in milliseconds: time for what a step leaves for later. */
const BETWEEN_STEPS = 250;
/** Of a drag, and how many of them lead from one end to the other. */
const MOVES = 150;
const SWEEP = 50;

/** Milliseconds of work on the slower processor. */
interface Costs {
  step: number;
  later: number;
  /** A step, as Chromium slows it */
  slowed: number;
  drag: number;
}

class SliderBench {
  readonly browser: Browser;
  readonly page: Page;
  readonly client: CDPSession;

  constructor(browser: Browser, page: Page, client: CDPSession) {
    this.browser = browser;
    this.page = page;
    this.client = client;
  }

  async costsOf(slider: Locator): Promise<Costs> {
    await slider.focus();
    const { step, later } = await this.steps();
    await this.client.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    const slowed = (await this.steps()).step;
    await this.client.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    const drag = await this.drag(slider);
    return { step: SLOWDOWN * step, later: SLOWDOWN * later, slowed, drag: SLOWDOWN * drag };
  }

  /** Median work until a step's frame, and from there until the next frame, if there is one. */
  private async steps(): Promise<Pick<Costs, 'step' | 'later'>> {
    const { keys, commits, between } = await mainThreadWork(this.browser, this.page, async () => {
      for (let step = 0; step < STEPS; step++) {
        await this.page.keyboard.press(step % 8 < 4 ? 'ArrowRight' : 'ArrowLeft');
        await pause(BETWEEN_STEPS);
      }
    });
    const costs = keys.map((key, index) => {
      const next = keys[index + 1] ?? Infinity;
      const [first, second] = commits.filter((commit) => commit > key && commit < next);
      const step = between(key, first ?? next);
      return { step, later: second ? between(key, second) - step : 0 };
    });
    return {
      step: median(costs.map(({ step }) => step)),
      later: median(costs.map(({ later }) => later)),
    };
  }

  /** The mean work of a move. */
  private async drag(slider: Locator): Promise<number> {
    await slider.scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await slider.boundingBox())!;
    const isGrid = height > width / 4; // dragged from corner to corner
    /** From just inside one end, 0, to just inside the other, 1. */
    const pointAt = (way: number): [number, number] => {
      const share = 0.05 + 0.9 * way;
      return [x + share * width, y + (isGrid ? share : 0.5) * height];
    };
    await this.page.mouse.move(...pointAt(0));
    await this.page.mouse.down();
    const { between } = await mainThreadWork(this.browser, this.page, async () => {
      for (let move = 0; move < MOVES; move++) {
        const phase = (move / SWEEP) % 2;
        const [toX, toY] = pointAt(phase < 1 ? phase : 2 - phase);
        const event = { type: 'mouseMoved', x: toX, y: toY, button: 'left', buttons: 1 } as const;
        void this.client.send('Input.dispatchMouseEvent', event); // an answer takes a frame
        await pause(FRAME);
      }
    });
    await this.page.mouse.up();
    return between(0, Infinity) / MOVES;
  }
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

async function measureDemo(browser: Browser, port: number, id: string): Promise<void> {
  const page = await browser.newPage();
  await page.goto(`http://localhost:${port}/embed/${id}/?lang=en`);
  await page.locator(`[data-demo="${id}"][data-hydrated]`).filter({ visible: true }).waitFor();
  await page.evaluate(() => {
    document.body.insertAdjacentHTML('beforeend', '<input type="range" data-baseline>');
  });
  const bench = new SliderBench(browser, page, await page.context().newCDPSession(page));
  const still = await bench.costsOf(page.locator('[data-baseline]'));
  console.log(`${id}, baseline: ${inWords(still)}`);
  const sliders = page
    .locator('[data-hydrated] :is(input[type=range], [role=slider])')
    .filter({ visible: true });
  const reset = page.locator('[data-action=reset]').filter({ visible: true });
  for (const [index, slider] of (await sliders.all()).entries()) {
    await reset.click(); // the slider before has been left somewhere
    const { step, later, slowed, drag } = await bench.costsOf(slider);
    const above: Costs = {
      step: step - still.step,
      later,
      slowed: slowed - still.slowed,
      drag: drag - still.drag,
    };
    const isOver = Math.max(above.step, above.slowed, above.drag) > FRAME;
    const verdict = isOver ? '  more than a frame' : '';
    console.log(`${id}, slider ${index + 1}: ${inWords(above)}${verdict}`);
  }
  await page.close();
}

function inWords(costs: Costs): string {
  const [step, later, slowed, drag] = [costs.step, costs.later, costs.slowed, costs.drag].map(
    (work) => work.toFixed(1),
  );
  return `step ${step} ms (slowed by Chromium ${slowed}), later ${later} ms; drag ${drag} ms`;
}

const server = await serve({ directory: 'dist', base: '/' }, 4381, () => undefined);
const browser = await chromium.launch({ executablePath: findBrowser(), args: LAUNCH_FLAGS });
const chosen = process.argv.slice(2);
for (const id of DEMO_IDS) {
  if (chosen.length === 0 || chosen.includes(id)) await measureDemo(browser, server.port, id);
}
await browser.close();
await server.close();
