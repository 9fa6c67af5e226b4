import { expect, test, type Locator, type Page } from '@playwright/test';
import { Demo } from './demo.ts';
import { LANGUAGES, open } from './site.ts';

const SYMBOL = 'queries';

const inEquation = (page: Page) =>
  page.locator(`#eq-attention .katex-html [data-sym="${SYMBOL}"]`).first();
const inLegend = (page: Page) =>
  page.locator(`#eq-attention .symbol-legend [data-sym="${SYMBOL}"]`);
const inDemo = (page: Page) =>
  page.locator(`[data-demo="attention"] [data-sym="${SYMBOL}"]`).first();

const isLit = (element: Locator) =>
  element.evaluate((node) => getComputedStyle(node).outlineStyle === 'solid');

async function expectLit(page: Page, lit: boolean) {
  for (const element of [inEquation(page), inLegend(page), inDemo(page)]) {
    await expect.poll(() => isLit(element)).toBe(lit);
  }
}

for (const language of LANGUAGES) {
  test.describe(`symbols in ${language}`, () => {
    test.beforeEach(async ({ page }) => {
      await open(page, `/${language}/vit/#demo-attention`);
      await new Demo(page, 'attention').alive();
      await expectLit(page, false);
    });

    test('pointing at one in an equation lights the same quantity in the demo, and back', async ({
      page,
    }) => {
      await inEquation(page).hover();
      await expectLit(page, true);
      await page.mouse.move(0, 0);
      await expectLit(page, false);
      await inDemo(page).hover();
      await expectLit(page, true);
    });

    test('by keyboard, through the legend; Escape puts the light out', async ({ page }) => {
      await inLegend(page).focus();
      await page.keyboard.press('Enter');
      await expectLit(page, true);
      await page.keyboard.press('Escape');
      await expectLit(page, false);
    });

    test('the light stays on what the demo draws anew', async ({ page }) => {
      await inLegend(page).focus();
      await page.keyboard.press('Enter');
      await page.locator('[data-demo="attention"] .image-source select').selectOption('shapes');
      await expectLit(page, true);
    });
  });
}

test('by touch', async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    hasTouch: true,
    isMobile: true,
    viewport: { width: 360, height: 740 },
    baseURL: baseURL!,
  });
  const page = await context.newPage();
  await open(page, '/en/vit/#demo-attention');
  await new Demo(page, 'attention').alive();
  await inEquation(page).tap();
  await expectLit(page, true);
  await context.close();
});
