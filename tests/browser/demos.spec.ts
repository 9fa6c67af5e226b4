import { expect, test } from '@playwright/test';
import { Demo } from './demo.ts';
import { chaptersWith, demos, embed, LANGUAGES, open } from './site.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

/** The fields that take any text. */
const FREE_TEXT: Readonly<Record<string, readonly string[]>> = {
  clip: ['prompts'],
};

const SHOWS_NONSENSE = /NaN|undefined|\[object/;

for (const id of demos) {
  for (const language of LANGUAGES) {
    test.describe(`${id} in ${language}`, () => {
      test('is reached and left with the Tab key, control by control', async ({ page }) => {
        const demo = await Demo.open(page, id, language);
        const expected = await demo.root.evaluate(markTabStops);
        const reached = new Set<string>();
        for (let presses = 0; presses < expected.length + 40; presses++) {
          await page.keyboard.press('Tab');
          const stop = page.locator(':focus');
          if (await stop.count()) reached.add((await stop.getAttribute('data-tab-stop')) ?? '');
        }
        expect(expected.filter(({ name }) => !reached.has(name))).toEqual([]);
        expect(expected.length).toBeGreaterThan(0);
      });

      test('each slider follows the arrow keys, and the address follows the slider', async ({
        page,
      }) => {
        const demo = await Demo.open(page, id, language);
        const count = (await demo.sliders()).length;
        for (let index = 0; index < count; index++) {
          const slider = (await demo.sliders())[index];
          if (!slider) continue;
          await demo.step(slider);
          await expect.poll(() => demo.parameters()).not.toEqual([]);
          await demo.press('reset');
          await expect.poll(() => demo.parameters()).toEqual([]);
        }
      });

      test('a link brings its state back: reloaded, copied, opened elsewhere', async ({ page }) => {
        const demo = await Demo.open(page, id, language);
        await demo.disturb();
        const state = await demo.state();
        await demo.addressRests();
        const link = await demo.copyLink();

        await page.reload();
        expect(await (await demo.alive()).state()).toEqual(state);
        await page.goto('about:blank');
        await page.goto(link);
        expect(await (await demo.alive()).state()).toEqual(state);
        expect(await demo.root.innerText()).not.toMatch(SHOWS_NONSENSE);
      });

      test('reset brings the default back', async ({ page }) => {
        const demo = await Demo.open(page, id, language);
        const state = await demo.state();
        const text = await demo.root.innerText();
        expect(await demo.root.evaluate(chosenByGroup), 'of each group one is chosen').toEqual({});
        await demo.disturb();
        await demo.press('reset');
        await expect.poll(() => demo.state()).toEqual(state);
        await expect.poll(() => demo.root.innerText()).toBe(text);
        await expect.poll(() => demo.parameters()).toEqual([]);
      });

      test('nonsense in the address costs nothing', async ({ page }) => {
        const errors: string[] = [];
        page.on('pageerror', ({ message }) => errors.push(message));
        page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
        const demo = await Demo.open(page, id, language);
        const state = await demo.state();
        for (const value of ['nonsense', '-1e999', 'NaN', '', '<b>', '1e7', '0.333']) {
          const fields = Object.keys(state).map((field) => [`${id}.${field}`, value]);
          await Demo.open(page, id, language, new URLSearchParams(fields).toString());
          expect(await demo.root.innerText(), value).not.toMatch(SHOWS_NONSENSE);
          await expect(demo.root.locator('[data-derived] td').first()).not.toBeEmpty();
          if (value !== 'nonsense') continue;
          // A field that takes any text keeps it, and the demo says what it makes of it.
          const kept = (FREE_TEXT[id] ?? []).map((field) => [field, value]);
          expect(await demo.state()).toEqual({ ...state, ...Object.fromEntries(kept) });
        }
        expect(errors).toEqual([]);
      });
    });
  }

  test(`${id} tells the page around it how high it is`, async ({ page, baseURL }) => {
    await page.route('**/host.html', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><iframe></iframe>' }),
    );
    await page.goto(new URL('host.html', baseURL).href);
    await page.evaluate(
      (source) => {
        addEventListener('message', ({ data }: MessageEvent<{ type?: string; height: number }>) => {
          if (data.type === 'patchwork:height') document.title = String(data.height);
        });
        document.querySelector('iframe')!.src = source;
      },
      new URL(`.${embed(id, 'en')}`, baseURL).href,
    );
    // Heights are rounded, and change once more when the demo wakes up.
    await expect(async () => {
      const frame = page.frame({ url: /\/embed\// });
      const height = await frame?.evaluate(() => document.documentElement.scrollHeight);
      expect(height).toBeGreaterThan(100);
      expect(Math.abs(Number(await page.title()) - (height ?? 0))).toBeLessThanOrEqual(1);
    }).toPass({ timeout: 10_000 });
  });

  test(`${id} in its chapter keeps its link`, async ({ page }) => {
    const [chapter] = chaptersWith(id);
    test.skip(chapter === undefined, 'it stands in no chapter yet');
    await open(page, `${chapter}#demo-${id}`);
    const demo = new Demo(page, id);
    await demo.root.scrollIntoViewIfNeeded();
    await demo.alive();
    await demo.disturb();
    const state = await demo.state();
    const link = await demo.copyLink();
    expect(link).toContain(`#demo-${id}`);
    await page.goto('about:blank');
    await page.goto(link);
    await expect(demo.root).toBeInViewport();
    expect(await (await demo.alive()).state()).toEqual(state);
  });
}

/** The groups of radio buttons of which not exactly one is chosen, each with how many are. */
function chosenByGroup(root: Element): Record<string, number> {
  const chosen: Record<string, number> = {};
  for (const { name, checked } of root.querySelectorAll<HTMLInputElement>('input[type="radio"]')) {
    chosen[name] = (chosen[name] ?? 0) + Number(checked);
  }
  return Object.fromEntries(Object.entries(chosen).filter(([, count]) => count !== 1));
}

/** Names every element of a demo that Tab should stop at; of radio buttons the chosen one. */
function markTabStops(root: Element): { name: string; html: string }[] {
  const selector =
    'input:not([type="hidden"]), select, textarea, button, summary, a[href], [tabindex="0"]';
  const stops = [...root.querySelectorAll<HTMLElement>(selector)].filter((element) => {
    if (!element.checkVisibility({ visibilityProperty: true }) || element.tabIndex < 0)
      return false;
    if (element.matches(':disabled')) return false;
    return !(element instanceof HTMLInputElement && element.type === 'radio') || element.checked;
  });
  return stops.map((element, index) => {
    element.dataset.tabStop = `stop ${index}`;
    return { name: `stop ${index}`, html: element.outerHTML.slice(0, 160) };
  });
}
