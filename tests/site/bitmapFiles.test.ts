import { expect, it } from 'vitest';
import { withBitmapFiles } from '../../src/site/bitmapFiles.ts';

const uri = (bytes: number) => `data:image/bmp;base64,${Buffer.alloc(bytes, 7).toString('base64')}`;

it('puts a large bitmap into a file that its content names, under the base path', () => {
  const page = `<span style="background-image:url(${uri(300)});"></span>`;
  const { html, files } = withBitmapFiles(page + page, '/patchwork/');
  expect(html).toMatch(
    /^(<span style="background-image:url\(\/patchwork\/_astro\/[0-9a-f]{8}\.bmp\);"><\/span>)\1$/,
  );
  expect(new Set(files.map(({ path }) => path)).size).toBe(1);
  expect(files[0]!.content).toEqual(Buffer.alloc(300, 7));
});

it('leaves a small one, and what is no bitmap, in the page', () => {
  const page = `<img src="${uri(60)}"><p>data:image/png;base64,AAAA</p>`;
  expect(withBitmapFiles(page, '/')).toEqual({ html: page, files: [] });
});
