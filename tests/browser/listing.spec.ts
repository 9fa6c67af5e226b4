import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { Demo } from './demo.ts';

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

test('the code that runs opens beside its demo, as it stands in the files', async ({ page }) => {
  const demo = await Demo.open(page, 'infonce', 'en');
  const block = page.locator('.demo-block').filter({ has: demo.root });
  await block.getByText('The code that runs').click();
  const files = block.locator('.code-pair details');
  const names = await files.locator('summary code').allTextContents();
  expect(names).toEqual(['info_nce.py', 'infoNce.ts', 'sigmoid_loss.py', 'sigmoidLoss.ts']);
  for (const file of await files.all()) {
    await file.locator('summary').click();
    await expect(file.locator('pre').first()).toBeVisible();
    const shown = await file.locator('pre').allTextContents();
    const path = await file.getByRole('link').textContent();
    expect(linesOf(shown.join('\n'))).toEqual(linesOf(readFileSync(path!, 'utf8')));
  }
});
