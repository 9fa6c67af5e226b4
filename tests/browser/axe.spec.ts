import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { open, pages, readThrough, THEMES, unfold } from './site.ts';

// axe injects itself as a script, which the site's policy rightly forbids.
test.use({ bypassCSP: true });
test.setTimeout(180_000);

const WIDTHS = [1280, 360];

for (const theme of THEMES) {
  for (const width of WIDTHS) {
    for (const route of pages) {
      test(`${route} at ${width} px in the ${theme} theme has no axe violation`, async ({
        page,
      }) => {
        await page.setViewportSize({ width, height: 800 });
        await open(page, route, theme);
        await readThrough(page);
        await unfold(page);
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.flatMap(({ id, nodes }) =>
          nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
        );
        expect(found.slice(0, 10), `${found.length} violations`).toEqual([]);
      });
    }
  }
}
