import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { open, pages, readThrough, THEMES, unfold, type Theme } from './site.ts';

// axe injects itself as a script, which the site's policy rightly forbids.
test.use({ bypassCSP: true });
test.setTimeout(180_000);

/** A phone in one theme, a laptop in the other: what axe finds depends on both, hardly on the pair. */
const WIDTHS: Record<Theme, number> = { light: 1280, dark: 360 };

for (const theme of THEMES) {
  for (const route of pages) {
    test(`${route} in the ${theme} theme has no axe violation`, async ({ page }) => {
      await page.setViewportSize({ width: WIDTHS[theme], height: 800 });
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
