import { describe, expect, it } from 'vitest';
import { sectionRecord } from '../../src/search/record.ts';
import { pageSections } from '../../src/search/sections.ts';

const page = `<html><body><nav>menu</nav><main data-pagefind-body><h1>ViT</h1><p>intro</p>
  <h2 id="patches">Patches</h2><p>cut <b>into</b> squares</p><div data-pagefind-ignore>noise</div>
  <h3 id="grid">Grid</h3><p>rows</p><script>no()</script><button>no</button></main></body></html>`;

describe('a page is cut into sections', () => {
  it('from heading to heading, without what is not text', () => {
    expect(pageSections(page)).toEqual({
      title: 'ViT',
      sections: [
        { id: '', title: 'ViT', text: 'ViT intro' },
        { id: 'patches', title: 'Patches', text: 'cut into squares' },
        { id: 'grid', title: 'Grid', text: 'rows' },
      ],
    });
  });

  it('a page without an article has none', () => {
    expect(pageSections('<html><body>bare</body></html>').sections).toEqual([]);
  });
});

it('a record has the names of its terms in both languages, and no markup of the text', () => {
  const term = {
    id: 'patch',
    zh: '图像块',
    en: 'patch',
    aliases: { zh: [], en: ['image patch'] },
    definition: { zh: '…', en: '…' },
    section: 'vit#patches',
  };
  const html = sectionRecord(
    'en',
    'ViT',
    { id: 'patches', title: 'Patches', text: 'a < b & "c"' },
    [term],
  );
  expect(html).toContain('图 像 块 ; patch ; image patch');
  expect(html).toContain('a &lt; b &amp; &quot;c&quot;');
});
