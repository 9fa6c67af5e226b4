import { expect, test } from '@playwright/test';
import { demos, demosOn, open, pagesWithDemos } from './site.ts';

test.use({ javaScriptEnabled: false });

const CONTROLS =
  'input, select, textarea, button, [role="slider"], [tabindex="0"]:not([role="region"])';

for (const route of pagesWithDemos) {
  test(`${route} without JavaScript`, async ({ page }) => {
    await open(page, route);
    const roots = await demosOn(page).all();
    expect(roots.length).toBeGreaterThan(0);
    for (const root of roots) {
      await test.step('shows the default state as numbers', async () => {
        const rows = await root.locator('[data-derived] table tbody tr').all();
        expect(rows.length).toBeGreaterThan(0);
        for (const row of rows) {
          const cells = await row.locator('td').allTextContents();
          expect(cells.join('').trim()).not.toMatch(/^$|NaN|undefined/);
        }
      });
      await test.step('has no control that pretends to work', async () => {
        for (const control of await root.locator(CONTROLS).all()) {
          const isDead = (await control.isDisabled()) || !(await control.isVisible());
          const html = await control.evaluate((element) => element.outerHTML.slice(0, 200));
          expect(isDead, html).toBe(true);
        }
      });
    }
  });
}

test('every demo stands in a chapter or on its own page', async ({ page }) => {
  for (const id of demos) {
    await open(page, `/embed/${id}/`);
    await expect(demosOn(page).first()).toBeVisible();
  }
});
