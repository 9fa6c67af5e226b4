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

/** Puts copies of shipped checkpoints among the reader's models, the newest last; a file without a name is damaged. */
const keep = (page: Page, models: Record<string, string | undefined>): Promise<void> =>
  page.evaluate(async (entries) => {
    const files = await Promise.all(
      entries.map(async ([, shipped]) => {
        if (!shipped) return Uint8Array.of(1, 2, 3);
        const url = new URL(`../../checkpoints/${shipped}.safetensors`, location.href);
        return new Uint8Array(await (await fetch(url)).arrayBuffer());
      }),
    );
    await new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open('patchwork-models');
      opening.onupgradeneeded = () => opening.result.createObjectStore('models');
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const writing = opening.result.transaction('models', 'readwrite');
        const store = writing.objectStore('models');
        entries.forEach(([name], index) =>
          store.put({ file: files[index], savedAt: index + 1 }, name),
        );
        writing.oncomplete = () => resolve();
        writing.onerror = () => reject(writing.error);
      };
    });
  }, Object.entries(models));

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
      await keep(page, { 'peft-lora-style': undefined });
      const ask = await Demo.open(page, 'lab-ask', language, 'lab-ask.model=mine');
      await expect(ask.root).toContainText(message);
      await expect(ask.root.locator('.lab-ask-verdict')).toContainText('✓');
    });
  }
});

test.describe('of several models', () => {
  const OURS = 'trained by us, run here';
  const YOURS = 'trained by you, run here';

  test.beforeEach(async ({ page }) => {
    await page.goto('./en/lab/');
    await keep(page, {
      clip: 'clip',
      'align-mlp': 'align-mlp',
      'instruct-linear': 'instruct-linear',
    });
  });

  test('the reader chooses one by keyboard, and a link keeps the choice', async ({ page }) => {
    const ask = await Demo.open(page, 'lab-ask', 'en');
    const badge = ask.root.locator('.demo-toolbar .demo-badge');
    await expect(badge).toHaveText(OURS);
    await ask.root.getByRole('radio', { name: 'mine' }).check();
    const choice = ask.root.getByRole('group', { name: 'Which one' });
    await expect(choice.getByRole('radio')).toHaveCount(2); // no CLIP: it cannot be asked
    await expect(choice.getByRole('radio', { name: 'stage 2, linear' })).toBeChecked();
    await expect(badge).toHaveText(YOURS);
    const answer = ask.root.locator('.lab-ask-answer'); // with the probabilities of other words
    await ask.root.getByLabel('Your question').fill('How many objects are there?');
    await ask.root.getByRole('button', { name: 'Ask' }).click();
    await expect(answer).toContainText('3end');
    const newest = await answer.textContent();
    await choice.getByRole('radio', { name: 'stage 2, linear' }).press('ArrowDown');
    await expect(choice.getByRole('radio', { name: 'stage 1, MLP' })).toBeChecked();
    await expect(choice.getByRole('radio', { name: 'stage 1, MLP' })).toBeFocused();
    await expect(answer).not.toHaveText(newest!);
    await expect.poll(() => page.url()).toContain('lab-ask.own=align-mlp');
    await page.reload();
    await ask.alive();
    await expect(choice.getByRole('radio', { name: 'stage 1, MLP' })).toBeChecked();
  });

  test('a link to a model that is not there says so; the newest answers', async ({ page }) => {
    const ask = await Demo.open(
      page,
      'lab-ask',
      'en',
      'lab-ask.model=mine&lab-ask.own=instruct-mlp',
    );
    await expect(ask.root).toContainText('(stage 2, MLP) is not in this browser. Your newest');
    await expect(ask.root.getByRole('radio', { name: 'stage 2, linear' }).last()).toBeChecked();
  });

  test('the second press deletes one; the last one gone, the book’s model answers', async ({
    page,
  }) => {
    const ask = await Demo.open(page, 'lab-ask', 'en', 'lab-ask.model=mine&lab-ask.own=align-mlp');
    const summary = ask.root.locator('.own-models summary');
    await expect(summary).toContainText('your models in this browser: 3');
    await summary.press('Enter');
    const press = async (key: string, name: string) => {
      await ask.root.getByRole('button', { name: `Delete ${name}` }).press(key);
      await expect(ask.root.getByRole('button', { name: `Really delete? ${name}` })).toBeFocused();
    };
    await press('Enter', 'stage 1, MLP');
    await page.keyboard.press('Tab'); // one that is left is not deleted
    await expect(ask.root.getByRole('button', { name: 'Delete stage 1, MLP' })).toBeVisible();
    for (const [name, left] of [
      ['stage 1, MLP', 'browser: 2'],
      ['vision encoder', 'browser: 1'],
      ['stage 2, linear', 'No model of yours'],
    ]) {
      await press('Space', name);
      await page.keyboard.press('Space');
      await expect(summary).toContainText(left);
      await expect(summary).toBeFocused();
      await expect(ask.root.locator('.own-models')).toContainText(`Deleted: ${name}.`);
    }
    await expect(ask.root).toContainText('ours after stage 2 answers');
    await expect(ask.root.locator('.demo-toolbar .demo-badge')).toHaveText(OURS);
    expect((await ask.state()).own).toBe('newest');
    await page.reload();
    await ask.alive();
    await expect(ask.root.locator('.own-models')).toHaveCount(0);
  });
});

test('the reader chooses which of several own models is examined', async ({ page }) => {
  await page.goto('./en/lab/');
  await keep(page, { 'align-mlp': 'align-mlp', 'instruct-linear': 'instruct-linear' });
  await page.goto('./en/lab/?lab-exam.examinee=mine');
  const exam = await demo(page, 'lab-exam');
  const which = exam.root.getByRole('group', { name: 'Which one' });
  await expect(which.getByRole('radio', { checked: true })).toHaveAccessibleName('stage 2, linear');
  await expect(exam.root).toContainText('trained by you');
  await which.getByRole('radio', { name: 'stage 1, MLP' }).check({ force: true });
  await expect(page).toHaveURL(/lab-exam.own=align-mlp/);
  await exam.root.getByRole('button', { name: 'Start the examination' }).click();
  await expect(exam.root.getByText(/^Done: \d+ questions/)).toBeVisible(PATIENCE);
});

test('where the models cannot be looked up, there are none', async ({ page }) => {
  await page.route(/ownModels\.[^/]*\.js$/, (route) => route.abort());
  const exam = await Demo.open(page, 'lab-exam', 'en', 'lab-exam.examinee=mine');
  await exam.root.getByRole('button', { name: 'Start the examination' }).click();
  await expect(exam.root.getByText('You have no model yet')).toBeVisible();
});
