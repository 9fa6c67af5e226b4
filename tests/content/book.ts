import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Root } from 'mdast';
import type {} from 'mdast-util-mdx-jsx';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { type PluggableList, unified } from 'unified';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { rehypePlugins, remarkPlugins } from '../../src/markdown/index.ts';

const CHAPTERS = `
- { slug: vit, number: '1', zh: 视觉编码器, en: The vision encoder }
- { slug: recap, number: A, zh: 回顾, en: Recap }
`;
const SYMBOLS = `
queries: { zh: 查询, en: queries, tex: Q, shape: 'N\\times d_h', colour: query }
keys: { zh: 键, en: keys, tex: K, colour: key }
width: { zh: 每头维度, en: head width }
`;
const GLOSSARY = `
- id: attention
  zh: 注意力
  en: attention
  aliases: { zh: [], en: [] }
  definition: { zh: 加权求和。, en: A weighted sum. }
  section: vit#attention
`;
const REFERENCES = `
@inproceedings{wang2018nonlocal, title={Non-local Neural Networks}, author={Wang, Xiaolong and Girshick, Ross and Gupta, Abhinav and He, Kaiming}, booktitle={CVPR}, year={2018}, eprint={1711.07971}, archivePrefix={arXiv}}
@article{oord2018cpc, title={What is {CPC}?}, author={van den Oord, Aaron and Li, Yazhe}, journal={arXiv preprint arXiv:1807.03748}, year={2018}, eprint={1807.03748}, archivePrefix={arXiv}}
@misc{li2023a, title={First}, author={Li, Junnan and others}, year={2023}, howpublished={Blog, \\url{https://www.example.org/first}}}
@article{li2023b, title={Second}, author={Li, Junnan and others}, journal={Nature}, year={2023}, doi={10.1000/second}}
`;

/** A small book in a temporary folder: pages by “language/slug”. Returns its root. */
export function book(pages: Record<string, string>, files: Record<string, string> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'patchwork-book-'));
  const all: Record<string, string> = {
    'content/chapters.yaml': CHAPTERS,
    'content/symbols.yaml': SYMBOLS,
    'content/glossary.yaml': GLOSSARY,
    'content/references.bib': REFERENCES,
    ...files,
  };
  for (const [page, text] of Object.entries(pages)) all[`content/docs/${page}.mdx`] = text;
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

interface Rendering {
  /** Which of the pages to render; the first one unless told. */
  page?: string;
  base?: string;
}

/** Renders a page of a small book as the site would; JSX is left out of the HTML. */
export async function render(
  pages: Record<string, string>,
  { page = Object.keys(pages)[0]!, base = '/' }: Rendering = {},
): Promise<string> {
  const root = book(pages);
  const file = new VFile({ value: pages[page]!, path: join(root, `content/docs/${page}.mdx`) });
  const processor = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkMdx)
    .use(remarkPlugins({ base, root }) as PluggableList)
    .use(remarkRehype)
    .use(rehypePlugins({ base, root }) as PluggableList)
    .use(rehypeStringify);
  return String(await processor.process(file));
}

/** The attributes that the plugins give to the JSX elements of a page. */
export async function jsxAttributes(text: string): Promise<Record<string, unknown>[]> {
  const root = book({ 'zh/vit': text });
  const file = new VFile({ value: text, path: join(root, 'content/docs/zh/vit.mdx') });
  const processor = unified()
    .use(remarkParse)
    .use(remarkMdx)
    .use(remarkPlugins({ base: '/', root }) as PluggableList);
  const tree = (await processor.run(processor.parse(file), file)) as Root;
  const found: Record<string, unknown>[] = [];
  visit(tree, (node) => {
    if (node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') return;
    const attributes = node.attributes.filter((attribute) => attribute.type === 'mdxJsxAttribute');
    found.push(Object.fromEntries(attributes.map(({ name, value }) => [name, value])));
  });
  return found;
}

/** The failure of a page on which a plugin must fail. */
export async function failure(text: string, page = 'zh/vit'): Promise<string> {
  return render({ [page]: text }).then(
    () => 'no failure',
    (error: Error) => error.message,
  );
}
