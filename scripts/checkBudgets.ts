/**
 * Weighs each chapter page of the build in a browser: the gzipped bytes of HTML, CSS and JavaScript
 * that it takes before anyone scrolls or touches it. Fails if one is over its budget.
 */
import { gzipSync } from 'node:zlib';
import { chromium, type Browser } from '@playwright/test';
import { normaliseBase, withBase } from '../src/site/basePath.ts';
import { readBuiltPages, type BuiltPage } from '../src/site/builtPages.ts';
import { elementsOf } from '../src/site/html.ts';
import { findBrowser, LAUNCH_FLAGS } from './browser.ts';
import { BUDGETS, type Budgeted } from './budgets.ts';
import { serve } from './staticServer.ts';

/** Gzipped bytes by kind. */
export type Weight = Record<Budgeted, number>;

/** The kinds whose weight is over its budget, each said in a line. */
export function excesses(weight: Weight, budgets: Weight = BUDGETS): string[] {
  return (Object.keys(budgets) as Budgeted[])
    .filter((kind) => weight[kind] > budgets[kind])
    .map(
      (kind) => `${kind} is ${kilobytes(weight[kind])}, allowed are ${kilobytes(budgets[kind])}`,
    );
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

const weigh = (content: string | Buffer): number => gzipSync(content, { level: 9 }).length;

/** Weighs one page: what it is, and all scripts and styles it loads until the network is quiet. */
async function weighPage(browser: Browser, address: string, html: string): Promise<Weight> {
  const inline = elementsOf(html).filter(({ name }) => name === 'style');
  const weight: Weight = {
    html: weigh(html),
    css: inline.length === 0 ? 0 : weigh(inline.map(({ text }) => text).join('\n')),
    javascript: 0,
  };
  const page = await browser.newPage();
  const pending: Promise<void>[] = [];
  page.on('response', (response) => {
    const kind = { script: 'javascript', stylesheet: 'css' }[response.request().resourceType()] as
      Budgeted | undefined;
    if (!kind) return;
    pending.push(response.body().then((body) => void (weight[kind] += weigh(body))));
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  await Promise.all(pending);
  await page.close();
  return weight;
}

const isChapter = ({ route }: BuiltPage): boolean => /^\/(zh|en)\/[^/]+\/$/.test(route);

async function main(): Promise<void> {
  const base = normaliseBase(process.env.BASE_PATH);
  const pages = (await readBuiltPages('dist')).filter(isChapter);
  if (pages.length === 0) throw new Error('The build has no chapter page to weigh.');
  const server = await serve({ directory: 'dist', base }, 0);
  const browser = await chromium.launch({ executablePath: findBrowser(), args: LAUNCH_FLAGS });
  for (const { route, html } of pages) {
    const address = `http://localhost:${server.port}${withBase(base, route)}`;
    const weight = await weighPage(browser, address, html);
    const { html: page, css, javascript } = weight;
    const figures = `HTML ${kilobytes(page)}, CSS ${kilobytes(css)}, JS ${kilobytes(javascript)}`;
    console.log(`${route}: ${figures}`);
    for (const excess of excesses(weight)) {
      console.error(`  Too heavy: ${excess}`);
      process.exitCode = 1;
    }
  }
  await browser.close();
  await server.close();
}

if (import.meta.main) await main();
