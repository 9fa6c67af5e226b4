/**
 * Lighthouse (mobile) on the chapter pages of the built site: prints the four scores of each, the
 * median of several runs, and what is below the goal. `node scripts/bench/lighthouse.ts [route …]`
 */
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { findBrowser, LAUNCH_FLAGS } from '../browser.ts';
import { serve } from '../staticServer.ts';

const RUNS = 3;
const GOALS = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100 } as const;
type Category = keyof typeof GOALS;
const CATEGORIES = Object.keys(GOALS) as Category[];

const routes = process.argv.slice(2).length ? process.argv.slice(2) : ['/zh/vit/', '/en/vit/'];
const server = await serve({ directory: 'dist', base: '/' }, 4380, () => undefined);
const chrome = await launch({
  chromePath: findBrowser(),
  chromeFlags: ['--headless', ...LAUNCH_FLAGS],
});

/** One run: the scores in percent, and the titles of the audits that did not pass. */
async function run(url: string): Promise<{ scores: Record<Category, number>; failed: string[] }> {
  const result = await lighthouse(url, { port: chrome.port, onlyCategories: CATEGORIES });
  if (!result) throw new Error(`Lighthouse said nothing about ${url}`);
  const { categories, audits } = result.lhr;
  const score = (name: Category) => Math.round(100 * (categories[name]?.score ?? 0));
  return {
    scores: Object.fromEntries(CATEGORIES.map((name) => [name, score(name)])) as Record<
      Category,
      number
    >,
    failed: Object.values(audits)
      .filter((audit) => audit.score !== null && audit.score < 0.9)
      .map((audit) => `${audit.id} (${audit.displayValue ?? audit.title})`),
  };
}

const median = (values: number[]) =>
  values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

for (const route of routes) {
  const runs: Awaited<ReturnType<typeof run>>[] = [];
  for (let index = 0; index < RUNS; index++)
    runs.push(await run(`http://localhost:${server.port}${route}`));
  const scores = CATEGORIES.map((name) => `${name} ${median(runs.map((one) => one.scores[name]))}`);
  console.log(`${route}: ${scores.join(', ')}`);
  for (const failed of runs.at(-1)?.failed ?? []) console.log(`  · ${failed}`);
}
chrome.kill();
await server.close();
