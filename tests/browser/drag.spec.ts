import { expect, test, type Locator } from '@playwright/test';
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

const rewritten = (root: Locator): Promise<string[]> =>
  root.evaluate((element: Watching) => element.rewritten ?? []);
