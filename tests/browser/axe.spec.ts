import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { open, pages, readThrough, THEMES, unfold } from './site.ts';

// axe injects itself as a script, which the site's policy rightly forbids.
test.use({ bypassCSP: true });
test.setTimeout(120_000);

const SIZES = [
  { width: 1280, height: 800 },
  { width: 360, height: 740 },
];

for (const theme of THEMES) {
  for (const route of pages) {
    test(`${route} in the ${theme} theme has no axe violation`, async ({ page }) => {
      await page.setViewportSize(SIZES[0]!);
      await open(page, route, theme);
      await readThrough(page);
      await unfold(page);
      for (const size of SIZES) {
        await page.setViewportSize(size);
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.flatMap(({ id, nodes }) =>
          nodes.map(
            ({ html, failureSummary }) => `${id} at ${size.width} px: ${html}\n${failureSummary}`,
          ),
        );
        expect(found.slice(0, 10), `${found.length} violations`).toEqual([]);
      }
    });
  }
}
