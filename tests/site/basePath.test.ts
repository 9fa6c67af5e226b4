import { expect, test } from 'vitest';
import { normaliseBase, withBase } from '../../src/site/basePath.ts';

test.each([
  [undefined, '/'],
  ['', '/'],
  ['/', '/'],
  ['patchwork', '/patchwork/'],
  ['/patchwork', '/patchwork/'],
  ['/course/patchwork/', '/course/patchwork/'],
])('the base path %j is %s', (value, expected) => {
  expect(normaliseBase(value)).toBe(expected);
});

test('a route is put after the base path', () => {
  expect(withBase('/', '/zh/vit/')).toBe('/zh/vit/');
  expect(withBase('/patchwork', '/zh/vit/#patching')).toBe('/patchwork/zh/vit/#patching');
});
