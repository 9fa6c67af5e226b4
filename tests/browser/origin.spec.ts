import { expect, test, type Page } from '@playwright/test';
import { demos, LANGUAGES, open, pages, readThrough, THEMES } from './site.ts';

/** Collects whatever a page does that it must not: errors, foreign requests, policy violations. */
async function watch(page: Page, origin: string): Promise<string[]> {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const url = new URL(request.url());
    const isOwn = url.origin === origin || url.protocol === 'data:' || url.protocol === 'blob:';
    if (!isOwn) problems.push(`request to another origin: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
  });
  await page.exposeFunction('reportViolation', (text: string) => problems.push(text));
  await page.addInitScript(() => {
    const report = (window as unknown as { reportViolation: (text: string) => void })
      .reportViolation;
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) => {
      report(`policy: ${violatedDirective} ${blockedURI} ${sample}`);
    });
  });
  return problems;
}

/** Opens the search, if the page has one, and waits until it has answered. */
async function search(page: Page): Promise<void> {
  const button = page.locator('.search-open');
  if ((await button.count()) === 0) return;
  await button.click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('input').first().fill('attention');
  await expect(dialog.locator('a[href]').first()).toBeVisible();
}

test('there are pages and demos to look at', () => {
  expect(pages.some((route) => /^\/zh\/./.test(route))).toBe(true);
  expect(demos.length).toBeGreaterThan(0);
});

for (const theme of THEMES) {
  for (const route of pages) {
    test(`${route} in the ${theme} theme asks nobody else and has no error`, async ({
      page,
      baseURL,
    }) => {
      const problems = await watch(page, new URL(baseURL ?? '').origin);
      await open(page, route, theme);
      await readThrough(page);
      await search(page);
      await page.waitForLoadState('networkidle');
      expect(problems).toEqual([]);
    });
  }
}

test('the search that is opened above is there in both languages', async ({ page }) => {
  for (const language of LANGUAGES) {
    await open(page, `/${language}/vit/`);
    await expect(page.locator('.search-open')).toBeVisible();
  }
});

test('every page carries the policy', async ({ page }) => {
  for (const route of pages) {
    const html = await (await page.request.get(`.${route}`)).text();
    expect(html, route).toContain('http-equiv="Content-Security-Policy"');
  }
});
