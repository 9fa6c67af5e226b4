import type { Browser, Page } from '@playwright/test';

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** Microseconds: start, length, and the thread's own time in between */
  ts: number;
  dur?: number;
  tdur?: number;
  args?: { data?: { type?: string } };
}

/** What a page's main thread did; times in microseconds, work in milliseconds of the thread's own time. */
export interface MainThreadWork {
  /** When keys came, and when frames went to the compositor */
  keys: number[];
  commits: number[];
  /** The work of all tasks that lie at least in part between two times */
  between: (from: number, to: number) => number;
}

const CATEGORIES = ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'];

/** Traces a page's main thread while something is done to it. */
export async function mainThreadWork(
  browser: Browser,
  page: Page,
  act: () => Promise<void>,
): Promise<MainThreadWork> {
  await browser.startTracing(page, { categories: CATEGORIES });
  await act();
  const trace = JSON.parse(String(await browser.stopTracing())) as { traceEvents: TraceEvent[] };
  const inputs = trace.traceEvents.filter(({ name }) => name === 'EventDispatch');
  if (inputs.length === 0) throw new Error('nothing came to the page');
  const [{ pid, tid }] = inputs; // the one page that gets input
  const thread = trace.traceEvents
    .filter((event) => event.pid === pid && event.tid === tid)
    .sort((a, b) => a.ts - b.ts);
  const times = (name: string, type?: string) =>
    thread
      .filter((event) => event.name === name && event.args?.data?.type === type)
      .map(({ ts }) => ts);
  const tasks = thread.filter(({ name }) => name === 'RunTask');
  return {
    keys: times('EventDispatch', 'keydown'),
    commits: times('Commit'),
    between: (from, to) =>
      tasks
        .filter(({ ts, dur = 0 }) => ts + dur > from && ts < to)
        .reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000,
  };
}
