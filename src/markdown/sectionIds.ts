import type { Heading, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { readChapters } from './chapters.ts';
import { failAt } from './failure.ts';
import { headingId, headingTitle, removeHeadingId } from './headings.ts';
import { pagePlace } from './pagePlace.ts';

/**
 * `## 位置编码 [#position-embedding]`: the id of a section, the same in every language.
 * Fails where a chapter's h2 or h3 has none, and on a formula in a heading (the table of contents
 * would show it twice).
 */
export function sectionIds({ root }: { root: string }) {
  return (tree: Root, file: VFile): void => {
    const slug = pagePlace(file.path)?.slug;
    const isChapter = readChapters(root).some((chapter) => chapter.slug === slug);
    visit(tree, 'heading', (heading) => {
      visit(heading, 'inlineMath', (formula) => {
        failAt(
          file,
          formula,
          `no formula in a heading ("${headingTitle(heading)}"): write its name in words`,
        );
      });
      setId(heading, file, isChapter);
    });
  };
}

function setId(heading: Heading, file: VFile, isChapter: boolean): void {
  const id = headingId(heading);
  if (id) {
    removeHeadingId(heading);
    heading.data = { ...heading.data, hProperties: { ...heading.data?.hProperties, id } };
  } else if (isChapter && (heading.depth === 2 || heading.depth === 3)) {
    const title = headingTitle(heading);
    failAt(
      file,
      heading,
      `the section "${title}" has no id: write "${'#'.repeat(heading.depth)} ${title} [#its-id]"`,
    );
  }
}
