import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  contentSecurityPolicy,
  headersFile,
  insertPolicy,
  policyFor,
} from '../../src/site/contentSecurityPolicy.ts';
import { page, project, read, runIntegration } from './fixtures.ts';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const directive = (policy: string, name: string) =>
  policy.split('; ').find((part) => part.startsWith(`${name} `)) ?? '';

describe('the policy of a page', () => {
  test('allows its own inline scripts and styles, and no others', () => {
    const { html } = page(
      'index.html',
      '<script>run(1 < 2)</script><noscript><style>b{}</style></noscript>',
      '<script type="module">go()</script><style>a{}</style>',
    );
    const policy = policyFor(html);
    expect(directive(policy, 'script-src')).toBe(
      `script-src 'self' 'wasm-unsafe-eval' ${hash('go()')} ${hash('run(1 < 2)')}`,
    );
    expect(directive(policy, 'style-src-elem')).toBe(
      `style-src-elem 'self' ${hash('a{}')} ${hash('b{}')}`,
    );
  });

  test('hashes an inline script once, and neither files nor data', () => {
    const { html } = page(
      'index.html',
      '<script>a</script><script>a</script><script src="/b.js"></script>' +
        '<script type="application/ld+json">{}</script>',
    );
    expect(directive(policyFor(html), 'script-src')).toBe(
      `script-src 'self' 'wasm-unsafe-eval' ${hash('a')}`,
    );
  });

  test('hashes what the browser sees when the file has Windows line ends', () => {
    const { html } = page('index.html', '<script>a\r\nb</script>');
    expect(policyFor(html)).toContain(hash('a\nb'));
  });

  test('shows dropped images, and lets no foreign origin in', () => {
    const policy = policyFor(page('index.html', '').html);
    expect(directive(policy, 'img-src')).toBe("img-src 'self' data: blob:");
    expect(policy).not.toMatch(/https?:|\*/);
  });
});

describe('its place', () => {
  test('is after the charset and before any script', () => {
    const { html } = page('index.html', '', '<script>a</script>');
    expect(insertPolicy(html)).toMatch(
      /<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="[^"]+"><script>/,
    );
  });

  test('is first in a head that does not start with a charset', () => {
    const html = '<html><head><script>a</script><meta charset="utf-8"></head></html>';
    expect(insertPolicy(html)).toMatch(/<head><meta http-equiv="Content-Security-Policy"/);
  });

  test('does not exist on a page without a head', () => {
    expect(() => insertPolicy('<p>text</p>')).toThrow('without <head>');
  });
});

test('the headers let other sites frame the embeds only, and cache hashed files', () => {
  const rules = headersFile(['/', '/404.html', '/embed/iou/', '/zh/', '/zh/vit/'], '/base/');
  const blocks = rules.split(/\n(?=\/)/);
  const ancestors = Object.fromEntries(
    blocks.map((block) => [block.split('\n')[0], /frame-ancestors (\S+)/.exec(block)?.[1]]),
  );
  expect(ancestors).toEqual({
    '/base/': "'self'",
    '/base/404.html': "'self'",
    '/base/embed/*': '*',
    '/base/zh/*': "'self'",
    '/base/_astro/*': undefined,
  });
  expect(rules).toMatch(/\/base\/_astro\/\*\n {2}Cache-Control: .*immutable/);
});

test('the integration writes the policy into every page, and the headers beside them', async () => {
  const { html } = page('index.html', '<script>a</script>');
  const root = project({ 'dist/index.html': html, 'dist/zh/vit/index.html': html });
  await runIntegration(contentSecurityPolicy(), root);
  for (const name of ['dist/index.html', 'dist/zh/vit/index.html']) {
    expect(read(root, name)).toContain(hash('a'));
  }
  expect(read(root, 'dist/_headers')).toContain("frame-ancestors 'self'");
});
