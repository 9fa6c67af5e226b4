import type { Node, Root } from 'mdast';
import type {} from 'mdast-util-math';
import type {} from 'mdast-util-mdx-jsx';
import { visit } from 'unist-util-visit';
import type { Language } from '../language.ts';
import { cachedReader } from './cachedReader.ts';
import { findCitations } from './citationSyntax.ts';
import { headingId, headingTitle } from './headings.ts';
import { componentLabel, equationLabel, literalAttribute, type LabelKind } from './labels.ts';
import { pagePlace } from './pagePlace.ts';
import { parseMdx } from './parser.ts';

export interface Section {
  id: string;
  title: string;
  depth: number;
  line: number;
}

export interface Label {
  id: string;
  kind: LabelKind;
  line: number;
}

/** What other pages, the index and the tests want to know of a page. */
export interface PageContents {
  language: Language;
  slug: string;
  path: string;
  sections: Section[];
  /** In document order, so that their place gives their number. */
  labels: Label[];
  /** Keys of the works that are cited, and ids of the terms that are used, in document order. */
  citations: string[];
  terms: string[];
}

/** The contents of a page of `content/docs/`. */
export function pageContents(tree: Root, path: string): PageContents {
  const place = pagePlace(path);
  if (!place) throw new Error(`${path} is not a page of content/docs/<language>/`);
  const page: PageContents = { ...place, path, sections: [], labels: [], citations: [], terms: [] };
  visit(tree, (node) => {
    const line = (node as Node).position?.start.line ?? 0;
    if (node.type === 'heading') {
      const id = headingId(node);
      if (id) page.sections.push({ id, title: headingTitle(node), depth: node.depth, line });
    } else if (node.type === 'math') {
      const id = equationLabel(node.meta);
      if (id) page.labels.push({ id, kind: 'equation', line });
    } else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      const label = componentLabel(node);
      if (label?.id) page.labels.push({ id: label.id, kind: label.kind, line });
      if (node.name === 'Term') page.terms.push(literalAttribute(node, 'id') ?? '');
    } else if (node.type === 'text') {
      const works = findCitations(node.value).flatMap((citation) => citation.works);
      page.citations.push(...works.map((work) => work.key));
    }
  });
  return page;
}

/** The contents of a page file, parsed again only after it has changed. */
export const readPage = cachedReader((text, path) => pageContents(parseMdx(text, path), path));
