import { expect, test, type Page } from '@playwright/test';
import { open, pages, pagesWithDemos, readThrough, unfold } from './site.ts';

test.setTimeout(120_000);

const WIDTHS = [360, 768, 1280];

/** The elements that stick out of the page, if it can be scrolled sideways. */
const sticksOut = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const outside = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 0.5,
    );
    const shown = outside.slice(0, 5).map((element) => element.outerHTML.slice(0, 120));
    return [`${scrollWidth} px of content in ${clientWidth} px`, ...shown];
  });

interface Shift {
  value: number;
  moved: string[];
}

/** Records every layout shift from the first paint on. */
async function recordShifts(page: Page): Promise<() => Promise<Shift[]>> {
  await page.addInitScript(() => {
    const shifts: Shift[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, sources } = entry as PerformanceEntry & {
          value: number;
          sources: { node: Node | null }[];
        };
        const nodes = sources.map(({ node }) =>
          node instanceof Element ? node : node?.parentElement,
        );
        shifts.push({ value, moved: nodes.map((node) => node?.outerHTML.slice(0, 120) ?? '') });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => (window as unknown as { shifts: Shift[] }).shifts);
}

for (const width of WIDTHS) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 800 } });

    for (const route of pages) {
      test(`${route} does not scroll sideways`, async ({ page }) => {
        await open(page, route);
        expect(await sticksOut(page), 'as it opens').toEqual([]);
        await readThrough(page);
        await unfold(page);
        expect(await sticksOut(page), 'with everything alive and unfolded').toEqual([]);
      });
    }

    for (const route of pagesWithDemos) {
      test(`${route} does not move while its demos wake up`, async ({ page }) => {
        const shifts = await recordShifts(page);
        await open(page, route);
        await readThrough(page, { step: 150, pause: 60 });
        expect(await shifts()).toEqual([]);
      });
    }
  });
}
