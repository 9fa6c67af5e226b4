import { expect, test, type Locator, type Page } from '@playwright/test';
import { Demo } from './demo.ts';
import { LANGUAGES, open } from './site.ts';

const SYMBOL = 'queries';

const inEquation = (page: Page) =>
  page.locator(`#eq-attention .small-math [data-sym="${SYMBOL}"]`).first();
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

test('a symbol that is in no legend is a tab stop once, where a sentence first has it', async ({
  page,
}) => {
  await open(page, '/en/vit/#demo-attention');
  await new Demo(page, 'attention').alive();
  const inSentence = page.locator('p .small-math [data-sym="temperature"]');
  const slider = page.locator('[data-demo="attention"] label[data-sym="temperature"]');
  await expect(page.locator('.symbol-legend [data-sym="temperature"]')).toHaveCount(0);
  await expect(page.locator('.small-math [data-sym="temperature"][tabindex="0"]')).toHaveCount(1);
  await inSentence.first().focus();
  await expect.poll(() => isLit(slider)).toBe(true);
  await page.keyboard.press('Enter');
  await expect(inSentence.first()).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Escape');
  await expect.poll(() => isLit(slider)).toBe(false);
});

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
