import { describe, expect, it } from 'vitest';
import { failure, jsxAttributes, render } from './book.ts';

const VIT = `## 注意力 [#attention]

见[](#eq-second)、[](#demo-patchify)、[](#fig-one)、[](#exercise-one)、[](#convolution)。

$$ #eq-first
a
$$

$$ #eq-second
b
$$

<Figure id="fig-one">x</Figure>

<Demo id="patchify" />

<Exercise id="exercise-one">x</Exercise>
`;
const RECAP =
  '## 卷积 [#convolution]\n\n[](#eq-first) [](#attention)\n\n$$ #eq-recap\nc\n$$\n\n[](#eq-recap)\n';

describe('cross-references', () => {
  it('name equations, figures, demos, exercises and sections, numbered by chapter and kind', async () => {
    const html = await render({ 'zh/vit': VIT, 'zh/recap': RECAP });
    expect(html).toContain('<a href="#eq-second" class="numbered-reference">式 (1.2)</a>');
    expect(html).toContain('<a href="#demo-patchify" class="numbered-reference">演示 1.1</a>');
    expect(html).toContain('<a href="#fig-one" class="numbered-reference">图 1.1</a>');
    expect(html).toContain('<a href="#exercise-one" class="numbered-reference">练习 1.1</a>');
    expect(html).toContain('<a href="/zh/recap/#convolution" class="section-reference">卷积</a>');
  });

  it('speak English in English, reach other pages, and honour the base path', async () => {
    const html = await render({ 'en/recap': RECAP, 'en/vit': VIT }, { base: '/notes/' });
    expect(html).toContain(
      '<a href="/notes/en/vit/#eq-first" class="numbered-reference">Eq. (1.1)</a>',
    );
    expect(html).toContain(
      '<a href="/notes/en/vit/#attention" class="section-reference">注意力</a>',
    );
    expect(html).toContain('<a href="#eq-recap" class="numbered-reference">Eq. (A.1)</a>');
  });

  it('have no chapter number on a page that is no chapter', async () => {
    expect(await render({ 'zh/teach': '$$ #eq-x\na\n$$\n\n[](#eq-x)' })).toContain('>式 (1)</a>');
  });

  it('leave links that have a text alone', async () => {
    expect(await render({ 'zh/vit': '[那里](#nowhere)' })).toContain('<a href="#nowhere">那里</a>');
  });

  it('prefer a section of the same page, and let the author choose a page', async () => {
    const pages = {
      'zh/vit': '## 参考一 [#references]\n\n[](#references) [](recap#references)',
      'zh/recap': '## 参考二 [#references]',
    };
    const html = await render(pages);
    expect(html).toContain('<a href="#references" class="section-reference">参考一</a>');
    expect(html).toContain('<a href="/zh/recap/#references" class="section-reference">参考二</a>');
  });

  it('fail on a section that several other pages have', async () => {
    const pages = {
      'zh/teach': '[](#references)',
      'zh/vit': '## 一 [#references]',
      'zh/recap': '## 二 [#references]',
    };
    await expect(render(pages)).rejects.toThrow(
      /several pages; write \[\]\(recap#references\) or \[\]\(vit#ref/,
    );
  });

  it('fail on an unknown label, with file, line and what is near', async () => {
    const message = await failure('$$ #eq-attention\na\n$$\n\n[](#eq-atention)');
    expect(message).toMatch(
      /content\/docs\/zh\/vit\.mdx:5: nothing in "zh" has the label "eq-atention"/,
    );
    expect(message).toContain('Did you mean "eq-attention"?');
  });

  it('fail on a section that the chosen page lacks', async () => {
    expect(await failure('[](recap#nothing)')).toContain(
      'has the label "nothing" on the page "recap"',
    );
  });
});

describe('numbered components', () => {
  it('are told their label', async () => {
    const [figure, demo] = await jsxAttributes(
      '<Figure id="fig-a">x</Figure>\n\n<Demo id="patchify" />\n',
    );
    expect(figure).toEqual({ id: 'fig-a', label: '图 1.1' });
    expect(demo).toEqual({ id: 'patchify', label: '演示 1.1' });
  });

  it.each([
    ['<Figure>x</Figure>', '<Figure> needs an id, as a plain string: <Figure id="fig-its-name">'],
    ['<Figure id="vit">x</Figure>', '<Figure> needs an id'],
    ['<Exercise id={name}>x</Exercise>', '<Exercise> needs an id'],
    ['<Demo />', '<Demo id="its-name">'],
  ])('fail without an id that can be referred to: %s', async (jsx, message) => {
    expect(await failure(`\n\n${jsx}\n`)).toMatch(/vit\.mdx:3: /);
    expect(await failure(jsx)).toContain(message);
  });
});
