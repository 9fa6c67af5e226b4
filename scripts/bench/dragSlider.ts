/**
 * How long a demo takes to paint after a slider moves, with the CPU slowed four times:
 * `node scripts/bench/dragSlider.ts`. For each demo and slider (drawn ones included) the median
 * and the 95th percentile, over the steps of a drag, of the event's processing time and of the time
 * until the next frame has been produced.
 */
import { chromium, type Page } from '@playwright/test';
import { DEMO_IDS } from '../../src/demos/registry.ts';
import { findBrowser, LAUNCH_FLAGS } from '../browser.ts';
import { serve } from '../staticServer.ts';

const SLOWDOWN = 4;
const STEPS = 30;

const server = await serve({ directory: 'dist', base: '/' }, 4381, () => undefined);
const browser = await chromium.launch({ executablePath: findBrowser(), args: LAUNCH_FLAGS });

interface Step {
  /** From the event to the end of all work it caused before the frame, in milliseconds. */
  work: number;
  /** From the event to the start of the frame after the one that painted it. */
  frame: number;
}

/** Presses an arrow key on a slider again and again, as a drag does, and times each press. */
async function drag(page: Page, index: number): Promise<Step[]> {
  const sliders = page
    .locator('[data-hydrated] :is(input[type=range], [role=slider])')
    .filter({ visible: true });
  await sliders.nth(index).focus();
  const steps: Step[] = [];
  for (let step = 0; step < STEPS; step++) {
    await page.evaluate(() => {
      addEventListener(
        'keydown',
        ({ timeStamp }) => {
          requestAnimationFrame(() =>
            setTimeout(() => {
              const work = performance.now() - timeStamp; // after style, layout and paint of this frame
              requestAnimationFrame(() => {
                (window as { timing?: Step }).timing = {
                  work,
                  frame: performance.now() - timeStamp,
                };
              });
            }),
          );
        },
        { once: true, capture: true },
      );
    });
    await page.keyboard.press(step % 8 < 4 ? 'ArrowRight' : 'ArrowLeft');
    await page.waitForFunction(() => (window as { timing?: Step }).timing);
    steps.push(await page.evaluate(() => (window as { timing?: Step }).timing!));
    await page.evaluate(() => {
      (window as { timing?: Step }).timing = undefined;
    });
  }
  return steps;
}

const at = (values: number[], share: number) =>
  values.sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))] ??
  NaN;

for (const id of DEMO_IDS) {
  const page = await browser.newPage();
  await page.goto(`http://localhost:${server.port}/embed/${id}/?lang=en`);
  await page.locator('[data-hydrated]').first().waitFor();
  const client = await page.context().newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  const count = await page
    .locator('[data-hydrated] :is(input[type=range], [role=slider])')
    .filter({ visible: true })
    .count();
  for (let index = 0; index < count; index++) {
    const steps = await drag(page, index);
    const text = (key: keyof Step) => {
      const values = steps.map((step) => step[key]);
      return `${key} median ${at(values, 0.5).toFixed(1)} ms, 95 % ${at(values, 0.95).toFixed(1)} ms`;
    };
    console.log(`${id}, slider ${index + 1}: ${text('work')}; ${text('frame')}`);
  }
  await page.close();
}
await browser.close();
await server.close();
