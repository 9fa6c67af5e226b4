import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { routeOfFile } from '../../src/site/builtPages.ts';

const DIRECTORY = 'dist';
if (!existsSync(`${DIRECTORY}/index.html`)) {
  throw new Error('The browser tests look at the built site. Run "npm run build" first.');
}

interface Built {
  /** Its address without the base path: `/zh/vit/`. */
  route: string;
  html: string;
}

const built: readonly Built[] = globSync('**/*.html', { cwd: DIRECTORY })
  .sort()
  .map((file) => ({
    route: routeOfFile(file),
    html: readFileSync(path.join(DIRECTORY, file), 'utf8'),
  }))
  // A page that only sends the reader on has nothing to look at.
  .filter(({ html }) => !/<noscript><meta http-equiv="refresh"/.test(html));

const isEmbed = ({ route }: Built) => route.startsWith('/embed/');

/** The roots of demos; an exercise that is bound to a demo names it in the same attribute. */
const DEMO = 'section[data-demo]';
const hasDemo = ({ html }: Built, id = '[^"]+') =>
  new RegExp(`<section[^>]* data-demo="${id}"`).test(html);

/** The listings of code are one template, filled by the same program: the longest stand for all. */
const isListing = ({ route }: Built) => route.startsWith('/code/');
const listings = built
  .filter(isListing)
  .sort((a, b) => b.html.length - a.html.length)
  .slice(0, 2);

export const LANGUAGES = ['zh', 'en'] as const;
export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** The demos, by id: each has its own page. */
export const demos: readonly string[] = built
  .filter(isEmbed)
  .map(({ route }) => route.split('/')[2] ?? '');

/** The pages to look at, an embed once in each language. */
export const pages: readonly string[] = [
  ...built.filter((page) => !isEmbed(page) && !isListing(page)).map(({ route }) => route),
  ...listings.map(({ route }) => route),
  ...demos.flatMap((id) => LANGUAGES.map((language) => embed(id, language))),
];

/** The pages of the book, and the embeds: those that may hold demos. */
export const pagesWithDemos: readonly string[] = [
  ...built.filter((page) => !isEmbed(page) && hasDemo(page)).map(({ route }) => route),
  ...demos.map((id) => embed(id, 'zh')),
];

/** The address of a demo's own page. */
export function embed(id: string, language: string, state = ''): string {
  return `/embed/${id}/?lang=${language}${state && `&${state}`}`;
}

/** The chapter pages that show a demo. */
export const chaptersWith = (id: string): string[] =>
  built.filter((page) => !isEmbed(page) && hasDemo(page, id)).map(({ route }) => route);

/** Opens a page of the site in a theme, by the reader's system setting. */
export async function open(page: Page, route: string, theme: Theme = 'light'): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
  await page.goto(`.${route}`);
}

/** A demo on the open page, in the language that the page shows. */
export const demoOn = (page: Page, id: string): Locator =>
  page.locator(`section[data-demo="${id}"]`).filter({ visible: true });

/** Every demo on the open page, in whatever language. */
export const demosOn = (page: Page): Locator => page.locator(DEMO);

/**
 * Scrolls through the page as a reader does, so that everything that waits to be seen wakes up, and
 * waits until every visible demo is alive.
 */
export async function readThrough(page: Page, { step = 300, pause = 40 } = {}): Promise<void> {
  await page.evaluate(
    async ([distance, milliseconds]) => {
      for (let top = 0; top < document.documentElement.scrollHeight; top += distance) {
        scrollTo({ top, behavior: 'instant' });
        await new Promise((resolve) => setTimeout(resolve, milliseconds));
      }
    },
    [step, pause] as const,
  );
  await page.waitForFunction(
    (selector) =>
      [...document.querySelectorAll(selector)].every(
        (demo) => !demo.checkVisibility() || demo.hasAttribute('data-hydrated'),
      ),
    DEMO,
  );
}

/** Opens everything that can be unfolded. */
export async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}
