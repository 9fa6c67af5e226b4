import type { Link, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { bookIndex, type LanguageIndex, type SectionPlace } from './bookIndex.ts';
import { failAt } from './failure.ts';
import { pagePlace, pageUrl, type PagePlace } from './pagePlace.ts';
import { suggestion } from './suggestion.ts';

interface Target {
  id: string;
  slug: string;
  text: string;
  className: string;
}

/**
 * A link without text takes the name of what it points to, wherever in the book that is:
 * `[](#eq-attention)` becomes “式 (1.3)”, `[](#position-embedding)` the section's title.
 * `[](vit#attention)` chooses a page where several have a section of that id.
 */
export function crossReferences({ root, base }: { root: string; base: string }) {
  return (tree: Root, file: VFile): void => {
    const place = pagePlace(file.path);
    if (!place) return;
    visit(tree, 'link', (link) => {
      const match = /^([a-z0-9-]*)#(.+)$/.exec(link.url);
      if (!match || link.children.length > 0) return;
      const index = bookIndex(root)[place.language];
      const target = findTarget(index, place, match[1]!, match[2]!, (problem) =>
        failAt(file, link, problem),
      );
      fill(link, target, place, base);
    });
  };
}

function fill(
  link: Link,
  { id, slug, text, className }: Target,
  place: PagePlace,
  base: string,
): void {
  link.url = slug === place.slug ? `#${id}` : `${pageUrl(base, place.language, slug)}#${id}`;
  link.children = [{ type: 'text', value: text }];
  link.data = { ...link.data, hProperties: { className: [className] } };
}

function findTarget(
  index: LanguageIndex,
  place: PagePlace,
  slug: string,
  id: string,
  fail: (problem: string) => never,
): Target {
  const label = index.labels.get(id);
  if (label)
    return { id, slug: label.page.slug, text: label.text, className: 'numbered-reference' };
  const section = oneSection(index, place, slug, id, fail);
  return { id, slug: section.page.slug, text: section.title, className: 'section-reference' };
}

function oneSection(
  index: LanguageIndex,
  place: PagePlace,
  slug: string,
  id: string,
  fail: (problem: string) => never,
): SectionPlace {
  const sections = index.sections.get(id) ?? [];
  const wanted = slug ? sections.filter((section) => section.page.slug === slug) : sections;
  const here = wanted.find((section) => section.page.slug === place.slug);
  if (here) return here;
  if (wanted.length > 1) {
    const choices = wanted.map(({ page }) => `[](${page.slug}#${id})`).join(' or ');
    fail(`"#${id}" is a section of several pages; write ${choices}`);
  }
  if (!wanted[0]) {
    const known = [...index.labels.keys(), ...index.sections.keys()];
    const where = slug ? ` on the page "${slug}"` : '';
    fail(`nothing in "${place.language}" has the label "${id}"${where}.${suggestion(id, known)}`);
  }
  return wanted[0];
}
