import { describe, expect, it } from 'vitest';
import { displayMath, smallMath } from '../../src/markdown/smallMath.ts';
import { symbolUses, withoutSymbols } from '../../src/markdown/symbolSyntax.ts';
import { toHtml } from 'hast-util-to-html';
import { failure, render } from './book.ts';

const ATTENTION =
  '$$ #eq-attention\n\\frac{\\sym{queries}{Q}\\sym{keys}{K}^\\top}{\\sqrt{\\sym{width}{d_h}}}\\sym{queries}{Q}\n$$\n';

describe('equations', () => {
  it('are numbered, can be linked to, and name their symbols once each', async () => {
    const html = await render({ 'zh/vit': ATTENTION });
    expect(html).toContain('<div id="eq-attention" class="equation"><span class="display-math">');
    expect(html).toContain('<span class="equation-number">(1.1)</span>');
    expect(html).toContain(
      '<ul class="symbol-legend" aria-label="式中的符号">' +
        '<li><span data-sym="queries" class="notation-query"><b><i>Q</i></b> 查询 <small><i>N</i>\u202f×\u2009<i>d</i><sub><i>h</i></sub></small></span></li>' +
        '<li><span data-sym="keys" class="notation-key"><b><i>K</i></b> 键</span></li>' +
        '<li><span data-sym="width"><b><i>d</i><sub><i>h</i></sub></b> 每头维度</span></li></ul>',
    );
  });

  it('speak English in English', async () => {
    expect(await render({ 'en/vit': ATTENTION })).toContain('aria-label="Symbols in the equation"');
  });

  it('carry their symbols and colours into the formula', async () => {
    const html = await render({ 'zh/vit': '$$\n\\sym{queries}{Q}\\sym{width}{d}\n$$' });
    expect(html).toContain('<span class="notation-query" data-sym="queries">');
    expect(html).toContain('<span data-sym="width">');
  });

  it('in a sentence are plain letters where that is enough', async () => {
    const html = await render({ 'zh/vit': '$\\sym{queries}{Q}_i$ $\\frac{1}{2}$' });
    expect(html).toContain(
      '<span class="small-math"><span class="notation-query" data-sym="queries"><i>Q</i></span><sub><i>i</i></sub></span>',
    );
    expect(html.match(/class="katex"/g)).toHaveLength(1);
  });

  it('in a sentence break over lines only where they are long', async () => {
    const html = await render({ 'zh/vit': '$a=b$ $a+b+c+d+e+f+g+h=i$' });
    expect(html).toContain('<span class="small-math"><i>a</i>');
    expect(html).toContain('<span class="small-math long-math"><i>a</i>');
  });

  it('without a label stay as they are', async () => {
    const html = await render({ 'zh/vit': '$$\n\\sym{queries}{Q}\n$$' });
    expect(html).not.toContain('equation');
    expect(html).toContain('display-math');
  });

  it.each([
    [
      'an unknown symbol',
      '$$\n\\sym{querys}{Q}\n$$',
      '"querys" is not a symbol of content/symbols.yaml. Did you mean "queries"?',
    ],
    ['an unknown symbol in the text', '字 $\\sym{nothing}{Q}$', '"nothing" is not a symbol'],
    [
      'a label of another kind',
      '$$ #attention\na\n$$',
      'the label of an equation begins with "eq-", not "attention"',
    ],
    ['a fence that is no label', '$$ attention\na\n$$', '"attention" is no label of an equation'],
    ['a number of its own', '$$ #eq-a\na \\tag{7}\n$$', 'take \\tag out of it'],
    ['TeX that KaTeX does not know', '$\\nonsense$', 'Undefined control sequence: \\nonsense'],
    ['TeX that is doubtful', '$中文$', 'unicodeTextInMathMode'],
    ['HTML that is not a symbol', '$\\htmlClass{x}{Q}$', '\\htmlClass'],
    [
      'a symbol that a legend cannot show',
      '$$ #eq-a\n\\sym{width}{\\frac{1}{2}}\n$$',
      'is too much for a legend',
    ],
  ])('fail on %s, with file and line', async (_name, text, message) => {
    const failed = await failure(`前文\n\n${text}`);
    expect(failed).toMatch(/content\/docs\/zh\/vit\.mdx:3: /);
    expect(failed).toContain(message);
  });
});

describe('search', () => {
  it('finds each formula once, as TeX without our symbol names', async () => {
    const html = await render({ 'zh/vit': '$$\n\\sym{queries}{Q}\\sym{keys}{K_{i}}\n$$' });
    expect(html).toContain('<annotation encoding="application/x-tex">QK_{i}</annotation>');
    expect(html).toContain('<mrow data-pagefind-ignore="">');
    expect(html).toContain('<span class="small-math" aria-hidden="true" data-pagefind-ignore="">');
  });

  it('finds a formula that KaTeX lays out as TeX, too', async () => {
    const html = await render({ 'zh/vit': '$$\n\\overbrace{Q}\n$$' });
    expect(html).toContain('<span class="katex-html" aria-hidden="true" data-pagefind-ignore="">');
  });
});

describe('symbol syntax', () => {
  it('sees nested symbols and braces', () => {
    const uses = symbolUses('\\sym{keys}{f(\\sym{queries}{Q_{i}})\\}} + \\sym{width}{d}');
    expect(uses.map(({ id, tex }) => [id, tex])).toEqual([
      ['keys', 'f(\\sym{queries}{Q_{i}})\\}'],
      ['queries', 'Q_{i}'],
      ['width', 'd'],
    ]);
  });

  it('can be taken out', () => {
    expect(withoutSymbols('\\sym{keys}{f(\\sym{queries}{Q})} + 1')).toBe('f(Q) + 1');
  });
});

describe('small mathematics', () => {
  it.each([
    ['x_\\text{class}', '<i>x</i><sub>class</sub>'],
    ['N\\times(P^2C)', '<i>N</i>\u202f×\u2009(<i>P</i><sup>2</sup><i>C</i>)'],
    ['\\mathcal{C}', '<u>C</u>'],
    ['\\mathrm{LN}', 'LN'],
    ['\\hat{y}', '<i>y\u0302</i>'],
    ['-1', '−1'],
    ['a=-1', '<i>a</i>\u202f=\u2009−1'],
    ['x_{i+1}', '<i>x</i><sub><i>i</i>+1</sub>'],
    ['\\mathbb{R}', 'ℝ'],
    ['\\log n', 'log\u2009<i>n</i>'],
    ['\\log(n)', 'log(<i>n</i>)'],
    ['1/\\sqrt{d_h}', '1/√<span class="root"><i>d</i><sub><i>h</i></sub></span>'],
    ['x_i^j', '<i>x</i><span class="scripts"><span><i>j</i></span><span><i>i</i></span></span>'],
    ['\\beta_{j,i}', '<i>β</i><sub><i>j</i>,<i>i</i></sub>'],
    ['a\\quad b', '<i>a</i>\u2003<i>b</i>'],
  ])('%s is %s', (tex, html) => {
    expect(toHtml({ type: 'root', children: smallMath(tex)! })).toBe(html);
  });

  it.each(['\\frac{1}{2}', '\\sum_i x_i', '\\begin{matrix}1\\end{matrix}'])(
    'cannot show %s',
    (tex) => {
      expect(smallMath(tex)).toBeUndefined();
    },
  );
});

describe('mathematics on a line of its own', () => {
  const span = (className: string, ...parts: string[]) =>
    `<span class="${className}">${parts.map((part) => `<span>${part}</span>`).join('')}</span>`;

  it.each([
    ['\\frac{1}{2}', span('frac', '1', '2')],
    ['\\sum_{i=1}^N 2', `${span('operator', '<i>N</i>', '∑', '<i>i</i>=1')}2`],
    ['\\sum_i 2', `${span('operator', '', '∑', '<i>i</i>')}2`],
    ['\\frac{1}{\\sum_i 2}', span('frac', '1', '<span class="big">∑</span><sub><i>i</i></sub>2')],
    ['\\big(1\\Big)', '<span class="big">(</span>1<span class="bigger">)</span>'],
    ['1=2', '1\u2005=\u20052'],
    ['\\begin{gathered}1\\\\2\\end{gathered}', span('lines', '1', '2')],
    ['\\begin{aligned}1&=2\\end{aligned}', span('aligned', '1', '\u2005=\u20052')],
  ])('%s is %s', (tex, html) => {
    expect(toHtml({ type: 'root', children: displayMath(tex)! })).toBe(html);
  });

  it.each([
    '\\left(\\frac{1}{2}\\right)',
    '\\frac{1}{\\frac{1}{2}}',
    '\\begin{cases}1&2\\end{cases}',
    '\\max_i x_i',
    'x^{\\frac{1}{2}}',
  ])('%s is left to KaTeX', (tex) => {
    expect(displayMath(tex)).toBeUndefined();
  });
});
