import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { parse } from 'yaml';
import { readGlossary, type Term } from '../../src/markdown/glossary.ts';
import { SEARCH_STRINGS } from '../../src/search/strings.ts';
import { LANGUAGES, open } from './site.ts';

interface Asked {
  language: (typeof LANGUAGES)[number];
  query: string;
  section: string;
}

const asked = parse(readFileSync('tests/search/queries.yaml', 'utf8')) as Asked[];
const glossary = readGlossary('.');
const namesOf = (term: Term) => [term.zh, term.en, ...term.aliases.zh, ...term.aliases.en];

/** The sections that a search lists, best first, as `page#section`. */
async function sectionsFor(page: Page, query: string): Promise<string[]> {
  const status = page.locator('.search-status');
  await page.locator('.search-bar input').fill('');
  await expect(status).toHaveText(/↑↓/);
  await page.locator('.search-bar input').fill(query);
  await expect(status).not.toHaveText(/↑↓/);
  const links = await page
    .locator('.search-dialog li a')
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  return links.map((href) => {
    const { pathname, hash } = new URL(href);
    return `${pathname.split('/').at(-2)}${hash}`;
  });
}

for (const language of LANGUAGES) {
  test.describe(`search in ${language}`, () => {
    test.beforeEach(async ({ page }) => {
      await open(page, `/${language}/vit/`);
      await page.keyboard.press('Control+k');
    });

    for (const { query, section } of asked.filter((one) => one.language === language)) {
      test(`“${query}” leads to ${section}`, async ({ page }) => {
        expect((await sectionsFor(page, query))[0]).toBe(section);
      });
    }

    test('each name of each term, in both languages, finds its section', async ({ page }) => {
      const names = glossary.flatMap((term) =>
        namesOf(term).map((name) => ({ name, section: term.section })),
      );
      const missed = await page.evaluate(async (asked) => {
        interface Search extends HTMLElement {
          find: (typed: string) => Promise<{ url: string }[]>;
        }
        const search = document.querySelector<Search>('patchwork-search')!;
        const results = await Promise.all(asked.map(({ name }) => search.find(name)));
        return asked.filter(({ section }, index) => {
          const best = results[index].slice(0, 3).map(({ url }) => url.replace('/#', '#'));
          return !best.some((url) => url.endsWith(`/${section}`));
        });
      }, names);
      expect(missed).toEqual([]);
    });

    test('formulas are indexed once, as TeX without our marks', async ({ page }) => {
      const found = await sectionsFor(page, 'softmax');
      expect(found).toContain('vit#attention');
      for (const noise of ['htmlData', 'mathnormal', 'vlist'])
        expect(await sectionsFor(page, noise), noise).toEqual([]);
      expect(await page.locator('.search-dialog').innerText()).not.toMatch(/htmlData|⁂/);
    });

    test('what is not there gets a hint, not an empty list', async ({ page }) => {
      const { none } = SEARCH_STRINGS[language];
      expect(await sectionsFor(page, 'zzzz')).toEqual([]);
      await expect(page.locator('.search-status')).toHaveText(none('zzzz'));
    });

    test('by keyboard alone: open, type, walk, go', async ({ page }) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('/');
      await page.keyboard.type('softmax');
      await expect(page.locator('.search-dialog li').first()).toBeVisible();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      const href = await page.locator('.search-dialog li a').nth(1).getAttribute('href');
      await page.keyboard.press('Enter');
      await expect.poll(() => page.url()).toContain(href!);
      await expect(page.locator('.search-dialog')).toBeHidden();
    });
  });
}

test('an index that does not load is said so, and is tried again', async ({ page }) => {
  await page.route('**/pagefind/pagefind.js', (route) => route.abort());
  await open(page, '/en/vit/');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('attention');
  await expect(page.locator('.search-status')).toHaveText(SEARCH_STRINGS.en.failed);
  await page.unroute('**/pagefind/pagefind.js');
  await page.keyboard.type(' ');
  await page.keyboard.press('Backspace');
  await expect(page.locator('.search-dialog li').first()).toBeVisible();
});
