import { expect, test, type Page } from '@playwright/test';
import sharp from 'sharp';
import { FRAME_STRINGS } from '../../src/demos/frameStrings.ts';
import { Demo } from './demo.ts';

const { image: strings } = FRAME_STRINGS.en;

const solid = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#c02080' } });

/** Two frames, one above the other, as an animated GIF. */
const animation = () =>
  sharp(Buffer.concat([Buffer.alloc(300, 40), Buffer.alloc(300, 200)]), {
    raw: { width: 10, height: 20, channels: 3, pageHeight: 10 },
  })
    .gif()
    .toBuffer();

const choose = (page: Page, name: string, mimeType: string, buffer: Buffer) =>
  page
    .locator('input[type=file]:visible, .file-button input')
    .filter({ visible: true })
    .first()
    .setInputFiles({ name, mimeType, buffer });

/** The address of the picture that the demo shows. */
const pictureUrl = (demo: Demo) =>
  demo.root
    .locator('.picture image')
    .first()
    .getAttribute('href', { timeout: 2000 })
    .catch(() => null);

async function stillWorks(demo: Demo) {
  const slider = (await demo.sliders())[0];
  if (!slider) throw new Error('the demo has no slider');
  await demo.step(slider);
  await expect(demo.root.locator('.picture')).toBeVisible();
}

test('an own image is shown and worked on, and is not sent anywhere', async ({ page }) => {
  const requests: string[] = [];
  const demo = await Demo.open(page, 'patchify', 'en');
  const before = await demo.root.locator('img.pixels').first().getAttribute('src');
  page.on('request', (request) => requests.push(request.url()));
  await choose(page, 'pink.png', 'image/png', await solid(300, 200).png().toBuffer());
  await expect.poll(() => pictureUrl(demo)).toMatch(/^blob:/);
  expect(await demo.root.locator('img.pixels').first().getAttribute('src')).not.toBe(before);
  await expect(demo.root.locator('.image-source select')).toHaveValue('own');
  expect(requests.filter((url) => !/^(blob|data):/.test(url))).toEqual([]);
  await stillWorks(demo);

  await demo.root.locator('.image-source select').selectOption('shapes');
  await expect.poll(() => pictureUrl(demo)).toMatch(/scenes\/shapes/);
});

const bad: [name: string, mimeType: string, make: () => Promise<Buffer>, message: string][] = [
  ['empty.png', 'image/png', () => Promise.resolve(Buffer.alloc(0)), strings.problems.empty],
  [
    'notes.png',
    'image/png',
    () => Promise.resolve(Buffer.from('just text')),
    strings.problems.notAnImage,
  ],
  [
    'drawing.svg',
    'image/svg+xml',
    () => Promise.resolve(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')),
    strings.problems.vector,
  ],
  [
    'broken.png',
    'image/png',
    async () => (await solid(200, 200).png().toBuffer()).subarray(0, 60),
    strings.problems.broken,
  ],
];

for (const [name, mimeType, make, message] of bad) {
  test(`${name} gets a clear message and costs nothing`, async ({ page }) => {
    const demo = await Demo.open(page, 'patchify', 'en');
    await choose(page, name, mimeType, await make());
    await expect(demo.root.locator('.image-note')).toHaveText(message);
    expect(await pictureUrl(demo)).toMatch(/scenes\/harbour/);
    await stillWorks(demo);
  });
}

test('a picture of 100 megapixels is scaled down, or said to be too large', async ({ page }) => {
  const demo = await Demo.open(page, 'patchify', 'en');
  await choose(page, 'huge.png', 'image/png', await solid(10_000, 10_000).png().toBuffer());
  const note = demo.root.locator('.image-note');
  await expect(note).not.toHaveText(strings.loading, { timeout: 30_000 });
  expect([strings.notices.scaledDown, strings.problems.broken]).toContain(await note.innerText());
  await stillWorks(demo);
});

test('of an animated picture the first frame is used, and the reader is told', async ({ page }) => {
  const demo = await Demo.open(page, 'patchify', 'en');
  await choose(page, 'animated.gif', 'image/gif', await animation());
  await expect(demo.root.locator('.image-note')).toHaveText(strings.notices.firstFrame);
  await expect.poll(() => pictureUrl(demo)).toMatch(/^blob:/);
});

for (const kind of ['drop', 'paste'] as const) {
  test(`an image can be given by ${kind}`, async ({ page }) => {
    const demo = await Demo.open(page, 'patchify', 'en');
    const bytes = [...(await solid(64, 64).png().toBuffer())];
    await demo.root.evaluate(
      (root, [type, data]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([new Uint8Array(data)], 'pink.png', { type: 'image/png' }));
        const event =
          type === 'drop'
            ? new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer })
            : new ClipboardEvent('paste', {
                bubbles: true,
                cancelable: true,
                clipboardData: transfer,
              });
        root.dispatchEvent(event);
      },
      [kind, bytes] as const,
    );
    await expect.poll(() => pictureUrl(demo)).toMatch(/^blob:/);
  });
}

test('a photograph that does not load leaves the last picture and says so', async ({ page }) => {
  await page.route('**/photos/*.jpg', (route) => route.abort());
  const demo = await Demo.open(page, 'patchify', 'en');
  await demo.root.locator('.image-source select').selectOption('boats');
  await expect(demo.root.locator('.image-note')).toHaveText(strings.photoFailed);
  await stillWorks(demo);
});
