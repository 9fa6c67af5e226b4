import { describe, expect, test } from 'vitest';
import {
  compareManifest,
  mergeManifest,
  publishedSections,
  sectionManifest,
  unlistedMessage,
} from '../../src/site/sectionManifest.ts';
import { page, project, runIntegration } from './fixtures.ts';

const MAIN = `<h1 id="_top">ViT</h1><h2 id="patching">Patches</h2><h3 id="cost">Cost</h3>
  <div id="eq-patches"></div><figure id="fig-vit"></figure>
  <section id="demo-patchify"><p id="demo-patchify-title"></p><input id="patchify-size"></section>`;
const PUBLISHED = { '/zh/vit/': ['patching', 'cost'] };

test('what is published are the sections and the numbered things of chapters', () => {
  const pages = [page('zh/vit/index.html', MAIN), page('embed/iou/index.html', MAIN)];
  expect(publishedSections(pages)).toEqual({
    '/zh/vit/': ['patching', 'cost', 'eq-patches', 'fig-vit', 'demo-patchify'],
  });
});

test('ids outside the text, in the frame of the page, are not published', () => {
  const { route, file, html } = page('zh/vit/index.html', '');
  const framed = html.replace('<main>', '<nav><h2 id="contents">Contents</h2></nav><main>');
  expect(publishedSections([{ route, file, html: framed }])).toEqual({ '/zh/vit/': [] });
});

describe('a build compared with the manifest', () => {
  test('agrees', () => {
    expect(compareManifest(PUBLISHED, PUBLISHED, {})).toEqual({ lost: [], unlisted: [] });
  });

  test('has lost a section', () => {
    const { lost } = compareManifest(PUBLISHED, { '/zh/vit/': ['patching'] }, {});
    expect(lost).toEqual(['/zh/vit/#cost']);
  });

  test('has lost a page', () => {
    expect(compareManifest(PUBLISHED, {}, {}).lost).toEqual([
      '/zh/vit/',
      '/zh/vit/#patching',
      '/zh/vit/#cost',
    ]);
  });

  test('has lost nothing that is redirected, by section or by page', () => {
    const built = { '/zh/vit/': ['patching'] };
    const section = { '/zh/vit/#cost': '/zh/vit/#patching' };
    expect(compareManifest(PUBLISHED, built, section).lost).toEqual([]);
    expect(compareManifest(PUBLISHED, {}, { '/zh/vit/': '/zh/new/' }).lost).toEqual([]);
  });

  test('has something new, and says what to do', () => {
    const { unlisted } = compareManifest({}, PUBLISHED, {});
    expect(unlisted).toEqual(['/zh/vit/', '/zh/vit/#patching', '/zh/vit/#cost']);
    expect(unlistedMessage(unlisted)).toContain('npm run manifest');
  });
});

test('updating the manifest adds, sorts, and never removes', () => {
  const merged = mergeManifest(
    { '/zh/vit/': ['patching'] },
    { '/zh/vit/': ['cost'], '/en/vit/': [] },
  );
  expect(merged).toEqual({ '/en/vit/': [], '/zh/vit/': ['cost', 'patching'] });
  expect(Object.keys(merged)).toEqual(['/en/vit/', '/zh/vit/']);
});

describe('the integration', () => {
  const build = { 'dist/zh/vit/index.html': page('', '<h2 id="patching">Patches</h2>').html };

  test('fails the build when an address is lost', async () => {
    const root = project({
      ...build,
      'content/published-sections.json': JSON.stringify(PUBLISHED),
    });
    await expect(runIntegration(sectionManifest(), root)).rejects.toThrow('/zh/vit/#cost');
  });

  test('lets it pass once there is a redirect', async () => {
    const root = project({
      ...build,
      'content/published-sections.json': JSON.stringify(PUBLISHED),
      'content/redirects.yaml': '/zh/vit/#cost: /zh/vit/#patching',
    });
    expect(await runIntegration(sectionManifest(), root)).toEqual([]);
  });

  test('only warns of what is new', async () => {
    const [warning] = await runIntegration(sectionManifest(), project(build));
    expect(warning).toContain('/zh/vit/#patching');
  });
});
