/**
 * What a step of a slider costs before its frame is painted, with the CPU slowed four times:
 * `node scripts/bench/dragSlider.ts [demo …]`. For each demo and slider (drawn ones included) the
 * median and the 95th percentile, over the steps of a drag, of the main thread's work from the key
 * to the frame's hand-over to the compositor: script, style, layout, paint. The same key on a
 * slider of the page that moves nothing is the baseline, which is taken off. “Next frame” is what a
 * step leaves for the frame after (src/ui/later.tsx; the whole of it, nothing taken off).
 *
 * The work is the thread's own CPU time from Chromium's trace, so that other programs count only as far as
 * they slow the processor down; they do, by half at times: compare builds in turn, within a minute.
 */
import { chromium, type Browser, type Locator, type Page } from '@playwright/test';
import { DEMO_IDS } from '../../src/demos/registry.ts';
import { findBrowser, LAUNCH_FLAGS } from '../browser.ts';
import { serve } from '../staticServer.ts';

const SLOWDOWN = 4;
const STEPS = 24;
/** Between two keys, in milliseconds: time for what a step leaves for later. */
const PAUSE = 250;
/** A frame at 60 Hz, in milliseconds. */
const FRAME = 1000 / 60;
const CATEGORIES = ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'];

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** Microseconds: start, and the thread's own time. */
  ts: number;
  dur?: number;
  tdur?: number;
  args?: { data?: { type?: string } };
}

/** Milliseconds of work until the frame of a step, and from there until the next one, if there is one. */
interface Step {
  frame: number;
  after: number;
}

/** Presses an arrow key on a slider again and again, as a drag does; returns each step's work. */
async function drag(browser: Browser, page: Page, slider: Locator): Promise<Step[]> {
  await slider.focus();
  await browser.startTracing(page, { categories: CATEGORIES });
  for (let step = 0; step < STEPS; step++) {
    await page.keyboard.press(step % 8 < 4 ? 'ArrowRight' : 'ArrowLeft');
    await page.waitForTimeout(PAUSE);
  }
  const trace = JSON.parse(String(await browser.stopTracing())) as { traceEvents: TraceEvent[] };
  return stepsOf(trace.traceEvents);
}

/** The thread's work from each key to the end of the next commit, and to that of the one after. */
function stepsOf(events: TraceEvent[]): Step[] {
  const isKey = ({ name, args }: TraceEvent) =>
    name === 'EventDispatch' && args?.data?.type === 'keydown';
  const keys = events.filter(isKey).sort((a, b) => a.ts - b.ts);
  const thread = events.filter(({ pid, tid }) => pid === keys[0].pid && tid === keys[0].tid);
  const tasks = thread.filter(({ name }) => name === 'RunTask');
  const commits = thread.filter(({ name }) => name === 'Commit').sort((a, b) => a.ts - b.ts);
  const work = (from: number, to: number) =>
    tasks
      .filter(({ ts, dur = 0 }) => ts + dur > from && ts < to)
      .reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000;
  return keys.map(({ ts }, index) => {
    const next = keys[index + 1]?.ts ?? Infinity;
    const [first, second] = commits.filter((commit) => commit.ts > ts && commit.ts < next);
    const until = work(ts, first?.ts ?? next);
    return { frame: until, after: second ? work(ts, second.ts) - until : 0 };
  });
}

function at(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}

const framesOf = (steps: Step[]) => steps.map(({ frame }) => frame);

async function measureDemo(browser: Browser, port: number, id: string): Promise<void> {
  const page = await browser.newPage();
  await page.goto(`http://localhost:${port}/embed/${id}/?lang=en`);
  await page.locator(`[data-demo="${id}"][data-hydrated]`).filter({ visible: true }).waitFor();
  await page.evaluate(() => {
    document.body.insertAdjacentHTML('beforeend', '<input type="range" data-baseline>');
  });
  const client = await page.context().newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  const still = await drag(browser, page, page.locator('[data-baseline]'));
  const baseline = at(framesOf(still), 0.5);
  const sliders = page
    .locator('[data-hydrated] :is(input[type=range], [role=slider])')
    .filter({ visible: true });
  for (const [index, slider] of (await sliders.all()).entries()) {
    const steps = await drag(browser, page, slider);
    const above = framesOf(steps).map((work) => work - baseline);
    const after = steps.map((step) => step.after);
    const [median, most, next] = [at(above, 0.5), at(above, 0.95), at(after, 0.5)].map((work) =>
      work.toFixed(1),
    );
    const verdict = at(above, 0.5) <= FRAME ? '' : '  more than a frame';
    console.log(
      `${id}, slider ${index + 1}: median ${median} ms, 95 % ${most} ms above ${baseline.toFixed(1)} ms; next frame ${next} ms${verdict}`,
    );
  }
  await page.close();
}

const server = await serve({ directory: 'dist', base: '/' }, 4381, () => undefined);
const browser = await chromium.launch({ executablePath: findBrowser(), args: LAUNCH_FLAGS });
const chosen = process.argv.slice(2);
for (const id of DEMO_IDS) {
  if (chosen.length === 0 || chosen.includes(id)) await measureDemo(browser, server.port, id);
}
await browser.close();
await server.close();
