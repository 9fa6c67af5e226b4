import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { Language } from '../language.ts';
import { pagePlace } from './pagePlace.ts';

const LINK_NAME: Record<Language, string> = { zh: '本节链接', en: 'Link to this section' };

/**
 * Gives each section heading a link to itself, to be copied. Its sign is drawn by the stylesheet
 * (book.css): Starlight's icon, repeated in every heading, weighs as much as a page of text.
 */
export function sectionLinks() {
  return (tree: Root, file: VFile): void => {
    const place = pagePlace(file.path);
    if (!place) return;
    visit(tree, 'element', (element) => {
      const { id } = element.properties;
      if (!/^h[23]$/.test(element.tagName) || typeof id !== 'string') return;
      element.children.push({
        type: 'element',
        tagName: 'a',
        properties: {
          className: ['section-link'],
          href: `#${id}`,
          ariaLabel: LINK_NAME[place.language],
        },
        children: [],
      });
    });
  };
}
