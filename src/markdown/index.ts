import type { RehypePlugins, RemarkPlugins } from '@astrojs/markdown-remark';
import remarkMath from 'remark-math';
import { citations } from './citations.ts';
import { crossReferences } from './crossReferences.ts';
import { equations } from './equations.ts';
import { katexOptions } from './katexOptions.ts';
import { numberedComponents } from './numberedComponents.ts';
import { renderMath } from './renderMath.ts';
import { sectionIds } from './sectionIds.ts';
import { sectionLinks } from './sectionLinks.ts';
import { symbolColours } from './symbolColours.ts';
import { symbolNames } from './symbolNames.ts';
import { terms } from './terms.ts';
import { texOnce } from './texOnce.ts';

interface Options {
  /** The site's base path, which links between pages begin with. */
  base: string;
  /** The folder that holds `content/`. */
  root?: string;
}

/** What the site adds to Markdown. Each plugin says in its own file what it is for. */
export function remarkPlugins({ base, root = process.cwd() }: Options): RemarkPlugins {
  return [
    remarkMath,
    [symbolNames, { root }],
    [sectionIds, { root }],
    [equations, { root }],
    [numberedComponents, { root }],
    [terms, { root }],
    [crossReferences, { root, base }],
    [citations, { root }],
  ];
}

/** What the site does to the HTML of a page. */
export function rehypePlugins({ root = process.cwd() }: Options): RehypePlugins {
  return [renderMath, [symbolColours, { root }], texOnce, sectionLinks];
}

export { katexOptions };
