import { expect, test } from 'vitest';
import { readBuiltPages, routeOfFile } from '../../src/site/builtPages.ts';
import { project } from './fixtures.ts';

test.each([
  ['index.html', '/'],
  ['404.html', '/404.html'],
  ['zh/vit/index.html', '/zh/vit/'],
])('%s is at %s', (file, route) => {
  expect(routeOfFile(file)).toBe(route);
});

test('all pages of a build are read', async () => {
  const root = project({ 'b/index.html': '<p>b</p>', 'a/index.html': '<p>a</p>', 'c.css': '' });
  const pages = await readBuiltPages(root);
  expect(pages.map(({ route, html }) => [route, html])).toEqual([
    ['/a/', '<p>a</p>'],
    ['/b/', '<p>b</p>'],
  ]);
});

test('a check never passes for want of a build', async () => {
  await expect(readBuiltPages(project({ 'a.css': '' }))).rejects.toThrow('no built page');
});
