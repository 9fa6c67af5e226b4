import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { Lab, PATIENCE } from './trainingLab.ts';

test.describe.configure({ timeout: 300_000 });

/** Each failure is told, ends the workers, and leaves something to go on with. */
async function expectFailure(lab: Lab, text: string): Promise<void> {
  await expect(lab.root.getByRole('alert')).toContainText(text, PATIENCE);
  await expect.poll(() => lab.page.workers().length).toBe(0);
}

test('a checkpoint that cannot be fetched: a message, no frozen page, and another try', async ({
  page,
}) => {
  const lab = await Lab.open(page);
  await page.context().route('**/checkpoints/language.safetensors', (route) => route.abort());
  await lab.button(/^Train/).click();
  await expect(lab.root.getByRole('alert')).toContainText('could not be fetched', PATIENCE);
  await expect.poll(() => page.workers().length).toBe(0);
  await page.context().unrouteAll();
  await lab.button(/^Train again/).click();
  await lab.after(0);
});

for (const which of ['first', 'last'] as const) {
  test(`the ${which} worker dies: a message, and the run goes on from its last state`, async ({
    page,
  }) => {
    const lab = await Lab.open(page);
    await lab.button(/^Train/).click();
    await lab.after(1);
    await page
      .workers()
      .at(which === 'first' ? 0 : -1)!
      .evaluate(() => {
        setTimeout(() => {
          throw new Error('injected');
        });
      });
    await expect(lab.root.getByRole('alert')).toContainText('stopped unexpectedly', PATIENCE);
    await expect.poll(() => page.workers().length).toBe(0);
    await lab.button(/^Go on from step/).click();
    await lab.after(1);
  });
}

test('a loss that is no number: a message, and half the peak from the last good state', async ({
  page,
}) => {
  const lab = await Lab.open(page);
  await lab.button(/^Train/).click();
  await lab.after(1);
  // The schedule's cosine makes the next step's learning rate; the loss of the step after it is NaN.
  for (const worker of page.workers()) await worker.evaluate(() => void (Math.cos = () => NaN));
  await expectFailure(lab, 'training diverged');
  await lab.button(/^Go on from step/).click();
  await lab.after(1);
});

/** Runs in a worker. */
function exhaustMemory(): void {
  WebAssembly.Memory.prototype.grow = () => {
    throw new RangeError('WebAssembly.Memory.grow(): Maximum memory size exceeded');
  };
}

test('exhausted memory: a message, and another try', async ({ page }) => {
  const lab = await Lab.open(page);
  let isFull = true;
  page.on('worker', (worker) => {
    if (isFull) void worker.evaluate(exhaustMemory).catch(() => {});
  });
  await lab.button(/^Train/).click();
  await expectFailure(lab, 'not enough memory');
  isFull = false;
  await lab.button(/^Train again/).click();
  await lab.after(0);
});

test('a corrupt checkpoint is refused with a message', async ({ page }) => {
  const bytes = readFileSync('public/checkpoints/language.safetensors');
  bytes[bytes.length - 9] ^= 0x40;
  await page
    .context()
    .route('**/checkpoints/language.safetensors', (route) => route.fulfill({ body: bytes }));
  const lab = await Lab.open(page);
  await lab.button(/^Train/).click();
  await expectFailure(lab, 'The checkpoint cannot be used');
});

test('a full storage: a notice, and the run goes on', async ({ page }) => {
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  const lab = await Lab.open(page);
  await lab.button(/^Train/).click();
  await expect(lab.root.getByRole('alert')).toContainText('storage is full', PATIENCE);
  const [told] = await lab.steps();
  await lab.after(told + 1);
});
