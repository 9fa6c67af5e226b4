import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import type { Root } from 'mdast';
import { unified } from 'unified';
import { placeName } from './failure.ts';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMath).use(remarkMdx);
const FRONTMATTER = /^---\r?\n[\s\S]*?\r?\n---/;

/** Parses a page as the site does; positions are those of the file, frontmatter included. */
export function parseMdx(text: string, path: string): Root {
  const body = text.replace(FRONTMATTER, (frontmatter) => frontmatter.replaceAll(/[^\r\n]/g, ' '));
  try {
    return parser.parse({ value: body, path });
  } catch (error) {
    const { line, message } = error as Error & { line?: number };
    throw new Error(`${placeName(path, line)}: ${message}`, { cause: error });
  }
}
