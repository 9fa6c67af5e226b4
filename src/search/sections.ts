import { defaultTreeAdapter as tree, parse, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** A part of a page that a search leads to: from one heading with an id to the next. */
export interface PageSection {
  /** The heading's id; empty for what stands before the first. */
  id: string;
  title: string;
  text: string;
}

const BLOCKS = new Set([
  'p',
  'li',
  'dt',
  'dd',
  'td',
  'th',
  'div',
  'figcaption',
  'caption',
  'summary',
  'option',
  'h1',
  'h4',
]);
const SILENT = new Set(['script', 'style', 'template', 'select', 'noscript', 'button', 'svg']);

/**
 * Cuts the article of a built page into sections. What is marked `data-pagefind-ignore` is left
 * out, and so are scripts and controls.
 */
export function pageSections(html: string): { title: string; sections: PageSection[] } {
  const main = find(parse(html).childNodes, (element) => has(element, 'data-pagefind-body'));
  if (!main) return { title: '', sections: [] };
  const heading = find([main], (element) => element.tagName === 'h1');
  const title = heading ? textOf(heading) : '';
  const sections: PageSection[] = [{ id: '', title, text: '' }];
  collect(main, sections);
  return { title, sections: sections.map((section) => ({ ...section, text: tidy(section.text) })) };
}

function collect(parent: Element, sections: PageSection[]): void {
  for (const node of parent.childNodes) {
    const section = sections.at(-1)!;
    if (tree.isTextNode(node)) section.text += node.value;
    if (!tree.isElementNode(node) || isIgnored(node)) continue;
    const id = attribute(node, 'id');
    if (/^h[23]$/.test(node.tagName) && id) {
      sections.push({ id, title: textOf(node), text: '' });
      continue;
    }
    collect(node, sections);
    if (BLOCKS.has(node.tagName)) sections.at(-1)!.text += '\n';
  }
}

const isIgnored = (element: Element) =>
  SILENT.has(element.tagName) ||
  has(element, 'data-pagefind-ignore') ||
  attribute(element, 'class')?.split(' ').includes('sr-only') === true;

function textOf(node: Node): string {
  if (tree.isTextNode(node)) return node.value;
  if (!tree.isElementNode(node) || isIgnored(node)) return '';
  return tidy(node.childNodes.map(textOf).join(''));
}

function find(nodes: Node[], matches: (element: Element) => boolean): Element | undefined {
  for (const node of nodes) {
    if (!tree.isElementNode(node)) continue;
    const found = matches(node) ? node : find(node.childNodes, matches);
    if (found) return found;
  }
  return undefined;
}

const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();
const attribute = (element: Element, name: string) =>
  element.attrs.find((attr) => attr.name === name)?.value;
const has = (element: Element, name: string) => attribute(element, name) !== undefined;
