import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readBuiltPages } from './builtPages.ts';

/**
 * Astro integration: takes out of the built pages what only the build needed. It comes after the
 * search index has been written and before the policy is hashed.
 */
export function leanPages(): AstroIntegration {
  return {
    name: 'lean-pages',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const pages = await readBuiltPages(fileURLToPath(dir));
        await Promise.all(pages.map(({ file, html }) => writeFile(file, leanHtml(html))));
        logger.info(`${pages.length} pages`);
      },
    },
  };
}

/**
 * A page without the marks for the search index, without the TeX beside each formula's MathML (it
 * was for the index, too), without the MathML wrappers that say nothing, and with KaTeX's sizes to a hundredth of an em, a tenth of a pixel.
 */
export function leanHtml(html: string): string {
  return html
    .replace(/<annotation encoding="application\/x-tex">[^<]*<\/annotation>/g, '')
    .replace(/<template id="theme-icons">.*?<\/template>/s, '') // the theme select says it in words
    .replace(/<mstyle scriptlevel="0" displaystyle="true">|<\/mstyle>|<\/?semantics>/g, '')
    .replaceAll('<math xmlns="http://www.w3.org/1998/Math/MathML"', '<math')
    .replace(/ data-pagefind-ignore(="[^"]*")?/g, '')
    .replace(
      /(?<=[:-])(\d*\.\d{3,})em(?=[;"])/g,
      (_, size: string) => `${Number(Number(size).toFixed(2))}em`,
    );
}
