import { expect, it } from 'vitest';
import { leanHtml } from '../../src/site/leanPages.ts';

it('takes out what only the index needed, and nothing else', () => {
  const formula =
    '<math><semantics><mrow><mi>Q</mi></mrow><annotation encoding="application/x-tex">Q &lt; 1</annotation></semantics></math>';
  expect(leanHtml(formula)).toBe('<math><mrow><mi>Q</mi></mrow></math>');
  expect(
    leanHtml('<span class="katex-html" aria-hidden="true" data-pagefind-ignore="">x</span>'),
  ).toBe('<span class="katex-html" aria-hidden="true">x</span>');
});

it('rounds the sizes in styles to a hundredth of an em', () => {
  expect(leanHtml('<span style="height:0.6833em;vertical-align:-0.1944em;"></span>')).toBe(
    '<span style="height:0.68em;vertical-align:-0.19em;"></span>',
  );
  expect(leanHtml('<p>0.6833em is a size</p>')).toBe('<p>0.6833em is a size</p>');
});
