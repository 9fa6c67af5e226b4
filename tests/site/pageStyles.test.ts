import { expect, it } from 'vitest';
import { withOneStylesheet } from '../../src/site/pageStyles.ts';

const link = (href: string) => `<link rel="stylesheet" href="${href}">`;
const read = (path: string) => `/* ${path} */`;

it('joins the stylesheets of a page in their order, where the first stood', () => {
  const page = `<title>x</title>${link('/p/_astro/a.css')}<script></script>${link('/p/_astro/b.css')}<p>`;
  const { html, file } = withOneStylesheet(page, '/p/', read);
  expect(file?.content).toBe('/* _astro/a.css */\n/* _astro/b.css */');
  expect(html).toBe(`<title>x</title>${link(`/p/${file?.path}`)}<script></script><p>`);
});

it('leaves a page with one stylesheet, and one for print, as it is', () => {
  const page = `<link rel="stylesheet" href="/print.css" media="print">${link('/a.css')}`;
  expect(withOneStylesheet(page, '/', read)).toEqual({ html: page });
});
