import { expect, test, type Page } from '@playwright/test';
import { open, pages, pagesWithDemos, readThrough, unfold } from './site.ts';

const WIDTHS = [360, 768, 1280];

/** The elements that stick out of the page, if it can be scrolled sideways. */
const sticksOut = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    // What sticks out of a block that is not laid out yet is not seen, and a laid out one clips it.
    const laidOut = new CSSStyleSheet();
    laidOut.replaceSync('* { content-visibility: visible !important; }');
    document.adoptedStyleSheets.push(laidOut);
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const outside = [...document.body.querySelectorAll('*')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 0.5,
    );
    const shown = outside.slice(0, 5).map((element) => element.outerHTML.slice(0, 120));
    return [`${scrollWidth} px of content in ${clientWidth} px`, ...shown];
  });

/** What counts as no shift of the text and its demos: less than CLS, given in thousandths, can show. */
const ZERO = 0.0005;

/**
 * What the whole page may shift. Its header and sidebars move by some ten-thousandths when the
 * browser paints them half parsed, before any of our scripts runs.
 */
const WHOLE_PAGE = 0.01;

interface Shift {
  value: number;
  /** Milliseconds since the page was asked for. */
  at: number;
  moved: string[];
  /** Whether it moved something of the text, where the demos stand. */
  isInText: boolean;
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
        const moved = nodes.map((node) => node?.outerHTML.slice(0, 120) ?? '');
        const isInText = nodes.some((node) => node?.closest('main'));
        shifts.push({ value, at: entry.startTime, moved, isInText });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => (window as unknown as { shifts: Shift[] }).shifts);
}

/** Loads the page as over a slow network, so that the browser paints it in several steps. */
async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 50,
    downloadThroughput: 50_000,
    uploadThroughput: 50_000,
  });
}

const total = (shifts: Shift[]): number => shifts.reduce((sum, { value }) => sum + value, 0);

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
        test.setTimeout(300_000); // a long page, read slowly over a slow network
        const shifts = await recordShifts(page);
        await slowDown(page);
        await open(page, route);
        await readThrough(page, { step: 240, pause: 60 });
        const found = await shifts();
        const inText = found.filter(({ isInText }) => isInText);
        expect(total(inText), JSON.stringify(inText, null, 2)).toBeLessThan(ZERO);
        expect(total(found), JSON.stringify(found, null, 2)).toBeLessThan(WHOLE_PAGE);
      });
    }
  });
}

/** Some places of the text that a link can lead to, far from each other. */
const somePlaces = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.sl-markdown-content :is(h2, h3, figure, section)[id]')]
      .map(({ id }) => id)
      .filter((_, index) => index % 12 === 11),
  );

/** Pixels from the top of the window, headers included, within which a place is found at once. */
const AT_THE_TOP = 220;

/** Where an element stands in the window; 0 if it stands lower only because the page ends. */
const placeOf = (page: Page, id: string): Promise<number> =>
  page.locator(`[id="${id}"]`).evaluate((element) => {
    const { scrollHeight } = document.documentElement;
    const isAtEnd = scrollY + innerHeight >= scrollHeight - 1;
    const { top } = element.getBoundingClientRect();
    return isAtEnd && top > 0 ? 0 : top;
  });

for (const width of [360, 1280]) {
  test.describe(`a link, at ${width} px`, () => {
    test.use({ viewport: { width, height: 800 } });

    for (const route of pagesWithDemos.filter((page) => !page.startsWith('/embed/'))) {
      test(`into ${route} leads to its place`, async ({ page }) => {
        await open(page, route);
        for (const id of await somePlaces(page)) {
          await page.goto('about:blank');
          await open(page, `${route}#${id}`);
          await expect(async () => {
            const top = await placeOf(page, id);
            expect(top, id).toBeGreaterThanOrEqual(0);
            expect(top, id).toBeLessThanOrEqual(AT_THE_TOP);
          }).toPass({ timeout: 5000 });
        }
      });
    }
  });
}
