import { describe, expect, test } from 'vitest';
import { BUDGETS } from '../../scripts/budgets.ts';
import { excesses } from '../../scripts/checkBudgets.ts';
import { brokenLinks } from '../../scripts/checkLinks.ts';
import { countPlaywright, countVitest } from '../../scripts/testReports.ts';
import { page } from '../site/fixtures.ts';

describe('links', () => {
  const check = (html: string, base = '/') =>
    brokenLinks({
      pages: [
        page('index.html', html),
        page('zh/vit/index.html', '<h2 id="patching">Patches</h2>'),
      ],
      base,
      hasFile: (name) => name === 'photo.jpg',
    }).map(({ link, reason }) => `${link}: ${reason}`);

  test('that lead somewhere, or out of the site, are fine', () => {
    const html = `<a href="/zh/vit/#patching"></a><a href="zh/vit/?a=1"></a><img src="/photo.jpg">
      <a href="https://example.org/x"></a><a href="#"></a><a href="mailto:a@b.c"></a>`;
    expect(check(html)).toEqual([]);
  });

  test.each([
    ['<a href="/zh/gone/"></a>', '/zh/gone/: no such page or file'],
    ['<a href="/zh/vit/#gone"></a>', '/zh/vit/#gone: no #gone on /zh/vit/'],
    ['<a href="#gone"></a>', '#gone: no #gone on /'],
    ['<img src="/gone.jpg">', '/gone.jpg: no such page or file'],
    ['<img srcset="/photo.jpg 1x, /gone.jpg 2x">', '/gone.jpg: no such page or file'],
    ['<svg><use href="#gone"></use></svg>', '#gone: no #gone on /'],
  ])('in %s are broken', (html, message) => {
    expect(check(html)).toEqual([message]);
  });

  test('that forget the base path are broken', () => {
    expect(check('<a href="/zh/vit/"></a>', '/base/')).toEqual([
      '/zh/vit/: outside the base path /base/',
    ]);
    expect(check('<a href="/base/zh/vit/"></a>', '/base/')).toEqual([]);
  });
});

describe('budgets', () => {
  test('that are kept say nothing', () => {
    expect(excesses({ ...BUDGETS })).toEqual([]);
  });

  test('that are broken are named with both figures', () => {
    expect(excesses({ ...BUDGETS, javascript: 35_100 })).toEqual([
      'javascript is 35.1 kB, allowed are 35.0 kB',
    ]);
  });
});

describe('the closing count', () => {
  test('counts a vitest file that fell over before its first test as a failure', () => {
    const passed = { status: 'passed', assertionResults: [{}] };
    const fallen = { status: 'failed', assertionResults: [] };
    const report = { numPassedTests: 3, numFailedTests: 1, testResults: [passed, fallen] };
    expect(countVitest(report)).toEqual({ passed: 3, failed: 2 });
  });

  test('counts Playwright’s tests and its errors', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1 };
    expect(countPlaywright({ stats, errors: [{}] })).toEqual({ passed: 6, failed: 2 });
  });
});
