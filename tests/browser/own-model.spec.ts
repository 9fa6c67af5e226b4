import { expect, type Page, test } from '@playwright/test';
import { Demo } from './demo.ts';

/** A step takes seconds on a machine that does much else. */
test.describe.configure({ timeout: 300_000 });

const PATIENCE = { timeout: 120_000 };

const demo = async (page: Page, id: string): Promise<Demo> => {
  const found = new Demo(page, id);
  await found.root.scrollIntoViewIfNeeded();
  return found.alive();
};

test('a reader tunes a model, and asks it on the same page', async ({ page }) => {
  const settings = 'lab-train.stage=peft&lab-train.method=softPrompt&lab-train.task=style';
  await page.goto(`./en/lab/?${settings}&lab-ask.model=mine`);
  const train = await demo(page, 'lab-train');
  const buttons = train.root.locator('.lab-train-buttons');
  await buttons.getByRole('button', { name: /^Train/ }).click();
  await expect(train.root.locator('.lab-train-run')).toContainText(/step [1-9]/, PATIENCE);
  await buttons.getByRole('button', { name: /^Stop/ }).click();
  await expect(train.root.getByText('choose “mine” in the demo that asks')).toBeVisible(PATIENCE);
  const ask = await demo(page, 'lab-ask');
  await expect(ask.root).toContainText('the model that you tuned (soft prompt', PATIENCE);
  await expect(ask.root).toContainText('% on the soft prompt');
});

test.describe('a model that has been damaged', () => {
  for (const [language, message] of [
    ['en', 'Your model cannot be used'],
    ['zh', '你的模型不能用'],
  ]) {
    test(`is told of, and the book’s answers: ${language}`, async ({ page }) => {
      await page.goto(`./${language}/lab/`);
      await page.evaluate(
        () =>
          new Promise<void>((resolve, reject) => {
            const opening = indexedDB.open('patchwork-models');
            opening.onupgradeneeded = () => opening.result.createObjectStore('models');
            opening.onerror = () => reject(opening.error);
            opening.onsuccess = () => {
              const writing = opening.result.transaction('models', 'readwrite');
              const file = Uint8Array.of(1, 2, 3);
              writing.objectStore('models').put({ file, savedAt: 1 }, 'peft-lora-style');
              writing.oncomplete = () => resolve();
            };
          }),
      );
      const ask = await Demo.open(page, 'lab-ask', language, 'lab-ask.model=mine');
      await expect(ask.root).toContainText(message);
      await expect(ask.root.locator('.lab-ask-verdict')).toContainText('✓');
    });
  }
});
