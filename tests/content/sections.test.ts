import { describe, expect, it } from 'vitest';
import { failure, render } from './book.ts';

describe('section ids', () => {
  it('are taken off the heading', async () => {
    const html = await render({ 'zh/vit': '## 位置编码 [#position-embedding]' });
    expect(html).toMatch(/^<h2 id="position-embedding">位置编码</);
  });

  it('are what the link after a heading leads to', async () => {
    const html = await render({ 'zh/vit': '## 位置编码 [#position-embedding]' });
    expect(html).toContain(
      '<a class="section-link" href="#position-embedding" aria-label="本节链接"></a></h2>',
    );
  });

  it.each(['## 位置编码', '### 位置编码'])('are required in a chapter: %s', async (heading) => {
    const message = await failure(`文字\n\n${heading}`);
    expect(message).toMatch(/content\/docs\/zh\/vit\.mdx:3: the section "位置编码" has no id/);
    expect(message).toContain(`write "${heading} [#its-id]"`);
  });

  it('are optional in deeper headings and on pages that are no chapters', async () => {
    expect(await failure('#### 细节')).toBe('no failure');
    expect(await failure('## 标题', 'zh/teach')).toBe('no failure');
  });

  it('do not go with a formula in the heading', async () => {
    expect(await failure('\n## 为何除以 $\\sqrt{d}$ [#scale]')).toMatch(
      /vit\.mdx:2: no formula in a heading/,
    );
  });
});
