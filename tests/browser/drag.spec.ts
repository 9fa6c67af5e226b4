import { expect, test, type Locator } from '@playwright/test';
import { LONGEST_WAIT, PAUSE } from '../../src/ui/later.tsx';
import { Demo } from './demo.ts';
import { demos } from './site.ts';

/*
 * A step of a slider sets the attributes that it changes, and no others. Counted, not timed, so that
 * a busy machine does not matter; scripts/bench/dragSlider.ts measures.
 */
for (const id of demos) {
  test(`${id}: no step of a slider sets an attribute to what it is`, async ({ page }) => {
    const demo = await Demo.open(page, id, 'en');
    for (const slider of await demo.sliders()) {
      for (let steps = 0; steps < 3; steps++) {
        await watchRewriting(demo.root);
        await demo.step(slider);
        expect(await rewritten(demo.root)).toEqual([]);
      }
    }
  });
}

/*
 * Some parts of a view are drawn after the rest (src/ui/later.tsx): none may be left behind, however
 * quickly the steps follow each other.
 */
for (const id of demos) {
  test(`${id}: a drag ends with what a page opened there shows`, async ({ page }) => {
    const demo = await Demo.open(page, id, 'en');
    const sliders = await demo.sliders();
    test.skip(sliders.length === 0, 'nothing to drag');
    for (const slider of sliders) {
      await demo.step(slider);
      for (const key of ['ArrowRight', 'ArrowRight', 'ArrowLeft']) await page.keyboard.press(key);
    }
    await demo.addressRests();
    const dragged = await drawn(demo.root);
    const state = await demo.state();
    await page.reload();
    await demo.alive();
    expect(await demo.state()).toEqual(state);
    await expect.poll(() => drawn(demo.root)).toEqual(dragged);
  });
}

/* Time stands still but for what the test lets pass. */
test('what follows a drag is drawn in its first pause, and now and then before', async ({
  page,
}) => {
  await page.clock.install();
  const demo = await Demo.open(page, 'infonce', 'en');
  const steps = demo.root.getByRole('slider', { name: 'Step' });
  const circle = demo.root.locator('.infonce-arrow');
  const reading = demo.root.locator('.infonce-reading');
  const look = async () => [await circle.getAttribute('d'), await reading.textContent()];
  await page.clock.pauseAt(Date.now() + 60_000);

  const changes = [0, 0];
  let before = await look();
  const move = async (milliseconds: number) => {
    await steps.press('ArrowRight');
    await page.clock.runFor(milliseconds);
    const after = await look();
    after.forEach((what, part) => (changes[part] += what === before[part] ? 0 : 1));
    before = after;
  };
  const frame = 16;
  const frames = Math.ceil(LONGEST_WAIT / frame) + 1;
  for (let moved = 0; moved < frames; moved++) await move(frame);
  expect(changes).toEqual([frames, 1]);

  await page.clock.runFor(PAUSE - frame);
  const [, rested] = await look();
  expect(rested).not.toBe(before[1]);

  await demo.root.locator('.grid-picker').press('ArrowRight');
  expect((await look())[1]).not.toBe(rested); // what is picked in the part itself
});

for (const id of demos) {
  test(`${id}: the frame of a drawn slider lies on the cell that is picked`, async ({ page }) => {
    const demo = await Demo.open(page, id, 'en');
    const pickers = await demo.root.locator('.grid-picker').filter({ visible: true }).all();
    test.skip(pickers.length === 0, 'nothing is picked by a drawn slider');
    for (const picker of pickers) {
      await liesOn(picker, 'Home', topLeft);
      await liesOn(picker, 'End', bottomRight);
    }
  });
}

/** Presses a key that picks a cell in a corner; the frame then has this corner of the picker. */
async function liesOn(picker: Locator, key: string, corner: Corner): Promise<void> {
  const frame = picker.locator('.grid-cursor > span');
  await picker.press(key);
  await expect
    .poll(async () => distance(await corner(frame), await corner(picker)))
    .toBeLessThan(1);
}

type Corner = (element: Locator) => Promise<[number, number]>;

/** The corners of what is drawn, in pixels. */
const topLeft: Corner = async (element) => {
  const { x, y } = (await element.boundingBox())!;
  return [x, y];
};
const bottomRight: Corner = async (element) => {
  const { x, y, width, height } = (await element.boundingBox())!;
  return [x + width, y + height];
};
const distance = (one: [number, number], other: [number, number]): number =>
  Math.hypot(one[0] - other[0], one[1] - other[1]);

/** Every element of the demo with its attributes, in the order of the alphabet, and its own text. */
const drawn = (root: Locator): Promise<string[]> =>
  root.evaluate((element) =>
    [...element.querySelectorAll<HTMLElement | SVGElement>('*')].map((each) => {
      const attributes = [...each.attributes]
        // A style that came with the page is spelt otherwise than one that a script has set.
        .map(({ name, value }) => `${name}=${name === 'style' ? each.style.cssText : value}`)
        .sort();
      const text = [...each.childNodes].filter((node) => node instanceof Text);
      return [each.localName, ...attributes, ...text.map(({ data }) => data)].join(' | ');
    }),
  );

interface Watching extends Element {
  rewritten?: string[];
}

/** Begins to note which attributes are set to what they are. */
async function watchRewriting(root: Locator): Promise<void> {
  await root.evaluate((element: Watching) => {
    const found: string[] = [];
    element.rewritten = found;
    new MutationObserver((records) => {
      for (const { target, attributeName, oldValue } of records) {
        const changed = target as Element;
        const now = changed.getAttribute(attributeName!);
        const name = `${changed.localName}.${changed.getAttribute('class') ?? ''}`;
        if (oldValue === now) found.push(`${name}: ${attributeName} = ${now}`);
      }
    }).observe(element, { subtree: true, attributeOldValue: true });
  });
}

/** What has been noted once the parts that follow in a pause are drawn too. */
const rewritten = (root: Locator): Promise<string[]> =>
  root.evaluate(async (element: Watching, pause) => {
    await new Promise((next) => setTimeout(next, 2 * pause));
    return element.rewritten ?? [];
  }, PAUSE);
