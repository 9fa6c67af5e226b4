import { afterEach, describe, expect, test } from 'vitest';
import { answer, serve, type Listening } from '../../scripts/staticServer.ts';
import { project } from '../site/fixtures.ts';

const directory = `${project({
  'dist/index.html': 'home',
  'dist/404.html': 'missing',
  'dist/zh/vit/index.html': '位置编码',
  'dist/pagefind/index.wasm': 'wasm',
  'secret.txt': 'secret',
})}/dist`;
const root = { directory, base: '/' };
const based = { directory, base: '/patchwork/' };

describe('a path', () => {
  test.each([
    ['/', `${directory}/index.html`],
    ['/zh/vit/', `${directory}/zh/vit/index.html`],
    ['/pagefind/index.wasm', `${directory}/pagefind/index.wasm`],
  ])('%s is a file', (path, file) => {
    expect(answer(root, path)).toEqual({ status: 200, file });
  });

  test('of a folder gets its slash', () => {
    expect(answer(root, '/zh/vit')).toEqual({ status: 301, location: '/zh/vit/' });
  });

  test.each([
    '/nothing',
    '/zh/vit/nothing/',
    '/zh/',
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/%E0',
  ])('%s is missing', (path) => {
    expect(answer(root, path)).toEqual({ status: 404, file: `${directory}/404.html` });
  });

  test('is taken below the base path only', () => {
    expect(answer(based, '/patchwork/zh/vit/')).toMatchObject({ status: 200 });
    expect(answer(based, '/zh/vit/')).toMatchObject({ status: 404 });
    expect(answer(based, '/')).toEqual({ status: 302, location: '/patchwork/' });
    expect(answer(based, '/patchwork')).toEqual({ status: 301, location: '/patchwork/' });
  });
});

describe('the server', () => {
  const running: Listening[] = [];
  const start = async (port: number, onBusy?: (port: number) => void) => {
    const listening = await serve(root, port, onBusy);
    running.push(listening);
    return listening;
  };
  afterEach(async () => {
    await Promise.all(running.splice(0).map(({ close }) => close()));
  });

  test('serves pages with their type, and the 404 page', async () => {
    const { port } = await start(0);
    const page = await fetch(`http://localhost:${port}/zh/vit/`);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await page.text()).toBe('位置编码');
    const wasm = await fetch(`http://localhost:${port}/pagefind/index.wasm`);
    expect(wasm.headers.get('content-type')).toBe('application/wasm');
    const missing = await fetch(`http://localhost:${port}/nothing`);
    expect([missing.status, await missing.text()]).toEqual([404, 'missing']);
  });

  test('keeps the query when it redirects', async () => {
    const { port } = await start(0);
    const url = `http://localhost:${port}/zh/vit?iou.x=1`;
    const { headers } = await fetch(url, { redirect: 'manual' });
    expect(headers.get('location')).toBe('/zh/vit/?iou.x=1');
  });

  test('changes nothing, so it refuses to', async () => {
    const { port } = await start(0);
    const { status } = await fetch(`http://localhost:${port}/`, { method: 'POST' });
    expect(status).toBe(405);
  });

  test('takes the next port when one is busy, and says so', async () => {
    const first = await start(0);
    const busy: number[] = [];
    const second = await start(first.port, (port) => busy.push(port));
    expect(second.port).toBeGreaterThan(first.port);
    expect(busy[0]).toBe(first.port);
  });

  test('listens on loopback addresses only', async () => {
    const { port } = await start(0);
    const { networkInterfaces } = await import('node:os');
    const outward = Object.values(networkInterfaces())
      .flat()
      .filter((address) => address && !address.internal && address.family === 'IPv4');
    for (const address of outward) {
      await expect(fetch(`http://${address?.address}:${port}/`)).rejects.toThrow();
    }
  });
});
