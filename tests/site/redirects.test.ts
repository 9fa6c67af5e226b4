import { describe, expect, test } from 'vitest';
import {
  checkRedirects,
  parseRedirects,
  redirectedPages,
  redirects,
} from '../../src/site/redirects.ts';
import { page, project, read, runIntegration } from './fixtures.ts';

const vit = page('zh/vit/index.html', '<h2 id="patching">Patches</h2>');

describe('the file of redirects', () => {
  test('maps addresses to addresses', () => {
    expect(parseRedirects('/zh/old/: /zh/vit/\n/zh/vit/#old: /zh/vit/#patching')).toEqual({
      '/zh/old/': '/zh/vit/',
      '/zh/vit/#old': '/zh/vit/#patching',
    });
  });

  test('may be empty', () => {
    expect(parseRedirects('# nothing yet\n')).toEqual({});
  });

  test.each(['- a', '/zh/old: /zh/vit/', '/zh/old/: https://example.org/', '/zh/old/: 3'])(
    'is refused when it says %j',
    (yaml) => {
      expect(() => parseRedirects(yaml)).toThrow('content/redirects.yaml');
    },
  );

  test('may not hide what exists', () => {
    expect(() => {
      checkRedirects({ '/zh/vit/#patching': '/zh/vit/' }, [vit]);
    }).toThrow('/zh/vit/#patching exists; remove its redirect');
  });

  test('may not lead nowhere', () => {
    expect(() => {
      checkRedirects({ '/zh/old/': '/zh/vit/#gone' }, [vit]);
    }).toThrow('leads to /zh/vit/#gone, which does not exist');
  });
});

describe('what a reader of an old address gets', () => {
  test('a script on the page that lost a section', () => {
    const [changed] = redirectedPages({ '/zh/vit/#old': '/zh/vit/#patching' }, [vit], '/');
    expect(changed?.file).toBe('zh/vit/index.html');
    expect(follow(changed?.html, '/zh/vit/?iou.x=1#old')).toBe('/zh/vit/?iou.x=1#patching');
    expect(follow(changed?.html, '/zh/vit/#patching')).toBeUndefined();
  });

  test('a stub for a page that is gone, which keeps query and section', () => {
    const entries = { '/zh/old/': '/zh/vit/', '/zh/old/#a': '/zh/vit/#patching' };
    const [created] = redirectedPages(entries, [vit], '/base/');
    expect(created?.file).toBe('zh/old/index.html');
    expect(follow(created?.html, '/base/zh/old/?iou.x=1#b')).toBe('/base/zh/vit/?iou.x=1#b');
    expect(follow(created?.html, '/base/zh/old/#a')).toBe('/base/zh/vit/#patching');
    expect(created?.html).toContain('<noscript><meta http-equiv="refresh" content="0;url=/base/');
  });

  test('an error at build time if only the sections of a page that is gone are listed', () => {
    expect(() => redirectedPages({ '/zh/old/#a': '/zh/vit/' }, [vit], '/')).toThrow(
      'give the page a redirect too',
    );
  });
});

test('the integration writes both kinds into the build', async () => {
  const root = project({
    'content/redirects.yaml': '/zh/old/: /zh/vit/\n/zh/vit/#old: /zh/vit/#patching\n',
    'dist/zh/vit/index.html': vit.html,
  });
  await runIntegration(redirects(), root);
  expect(read(root, 'dist/zh/old/index.html')).toContain('/zh/vit/');
  expect(read(root, 'dist/zh/vit/index.html')).toContain('"#old":"/zh/vit/#patching"');
});

/** Runs the page's script at an address; returns where it sends the reader. */
function follow(html = '', address: string): string | undefined {
  const script = /<script>(.*)<\/script>/s.exec(html)?.[1] ?? '';
  const url = new URL(address, 'http://site.invalid');
  let target: URL | undefined;
  const location = {
    href: url.href,
    hash: url.hash,
    search: url.search,
    replace: (to: URL) => (target = to),
  };
  // The script is our own output; running it is the test.
  new Function('location', 'addEventListener', script)(location, () => undefined);
  return target && target.pathname + target.search + target.hash;
}
