import { describe, expect, it } from 'vitest';
import { findCitations } from '../../src/markdown/citationSyntax.ts';
import { failure, render } from './book.ts';

const page = (text: string) => `${text}\n\n## 参考文献 [#references]\n`;
const cited = (text: string, language = 'zh') => render({ [`${language}/vit`]: page(text) });
const plain = async (text: string, language?: string) =>
  (await cited(text, language)).replace(/<ul class="references.*/s, '').replace(/<[^>]+>/g, '');

describe('citations', () => {
  it.each([
    ['zh', '见 [@wang2018nonlocal] 文', '见（Wang 等，2018）文'],
    ['zh', '[@wang2018nonlocal; @oord2018cpc]', '（Wang 等，2018；van den Oord 和 Li，2018）'],
    ['zh', '@wang2018nonlocal认为', 'Wang 等（2018）认为'],
    ['zh', '[参见 @oord2018cpc, 第 2 节]', '（参见 van den Oord 和 Li，2018，第 2 节）'],
    ['en', 'as [@wang2018nonlocal] say', 'as (Wang et al., 2018) say'],
    ['en', '[@oord2018cpc, Section 2]', '(van den Oord and Li, 2018, Section 2)'],
    ['en', '@oord2018cpc show', 'van den Oord and Li (2018) show'],
    ['en', '[@li2023a; @li2023b]', '(Li et al., 2023a; Li et al., 2023b)'],
  ])('%s: %s', async (language, text, expected) => {
    expect((await plain(text, language)).trim().split('\n')[0]).toBe(expected);
  });

  it('are found inside emphasis and tables, and left alone in code and addresses', async () => {
    const html = await cited(
      '*[@li2023a]* `[@nothing]` mail@example.org\n\n| a |\n|---|\n| [@li2023b] |\n',
    );
    expect(html.match(/class="citation"/g)).toHaveLength(2);
    expect(html).toContain('<code>[@nothing]</code>');
  });

  it('link to the entry, which links back to each of them', async () => {
    const html = await cited('[@wang2018nonlocal] @wang2018nonlocal', 'en');
    expect(html).toContain('<a href="#ref-wang2018nonlocal" id="cite-wang2018nonlocal-1">');
    expect(html).toContain('<a href="#ref-wang2018nonlocal" id="cite-wang2018nonlocal-2">');
    expect(html).toContain(
      '<a href="#cite-wang2018nonlocal-2" class="back" aria-label="Back to citation 2">',
    );
  });

  it('fail on an unknown key, with file, line and what is near', async () => {
    const message = await failure(page('文字\n\n文字 [@wang2018nonlocl]'));
    expect(message).toMatch(
      /vit\.mdx:3: "wang2018nonlocl" is not a key of content\/references\.bib/,
    );
    expect(message).toContain('Did you mean "wang2018nonlocal"?');
  });

  it('fail on what is no citation', async () => {
    expect(await failure(page('[@li2023a and @li2023b]'))).toContain(
      '"@li2023a and @li2023b" is not a key',
    );
  });

  it('fail on a page that has no section for the list', async () => {
    expect(await failure('[@li2023a]')).toContain('needs a section "## … [#references]"');
  });
});

describe('the list of references', () => {
  it('is sorted, gives at most three authors, and links to arXiv, DOI and address', async () => {
    const html = await cited('[@wang2018nonlocal; @oord2018cpc; @li2023b; @li2023a]', 'en');
    const entries = [...html.matchAll(/<li id="ref-(\w+)">(.*?)<\/li>/gs)];
    expect(entries.map(([, key]) => key)).toEqual([
      'li2023a',
      'li2023b',
      'oord2018cpc',
      'wang2018nonlocal',
    ]);
    const texts = entries.map(([, , entry]) => entry!.replace(/<[^>]+>|↩/g, '').trim());
    expect(texts).toEqual([
      'Junnan Li et al. (2023a). First. Blog. example.org',
      'Junnan Li et al. (2023b). Second. Nature. doi:10.1000/second',
      'Aaron van den Oord and Yazhe Li (2018). What is CPC? arXiv:1807.03748',
      'Xiaolong Wang, Ross Girshick, Abhinav Gupta et al. (2018). Non-local Neural Networks. CVPR. arXiv:1711.07971',
    ]);
    expect(html).toContain('<a href="https://arxiv.org/abs/1711.07971">');
    expect(html).toContain('<a href="https://doi.org/10.1000/second">');
    expect(html).toContain('<a href="https://www.example.org/first">');
  });

  it('speaks Chinese in Chinese', async () => {
    expect(await cited('[@wang2018nonlocal]')).toContain('Abhinav Gupta 等（2018）Non-local');
  });
});

describe('citation syntax', () => {
  it('takes full-width separators', () => {
    expect(findCitations('[@a1；@b2，图 3]')[0]!.works).toEqual([
      { key: 'a1', prefix: '', locator: '' },
      { key: 'b2', prefix: '', locator: '图 3' },
    ]);
  });
});
