import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { normaliseBase } from './basePath.ts';
import { withBitmapFiles } from './bitmapFiles.ts';
import { readBuiltPages } from './builtPages.ts';
import { withOneStylesheet } from './pageStyles.ts';

/**
 * Astro integration: takes out of the built pages what only the build needed, puts bitmaps into
 * files, and joins the stylesheets. It comes after the search index has been written and before the policy is hashed.
 */
export function leanPages(): AstroIntegration {
  let base = '/';
  return {
    name: 'lean-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = normaliseBase(config.base);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const pages = await readBuiltPages(root);
        const read = (name: string) => readFileSync(path.join(root, name), 'utf8');
        const files = new Map<string, Buffer | string>();
        for (const page of pages) {
          const bitmaps = withBitmapFiles(leanHtml(page.html), base);
          const styles = withOneStylesheet(bitmaps.html, base, read);
          const made = [...bitmaps.files, ...(styles.file ? [styles.file] : [])];
          for (const { path: name, content } of made) files.set(name, content);
          await writeFile(page.file, styles.html);
        }
        for (const [name, content] of files) await writeFile(path.join(root, name), content);
        logger.info(`${pages.length} pages, ${files.size} files beside them`);
      },
    },
  };
}

/**
 * A page without the marks for the search index, without the TeX beside each formula's MathML (it
 * was for the index, too), without the MathML wrappers that say nothing, and with KaTeX's sizes to a
 * hundredth of an em, a tenth of a pixel.
 */
export function leanHtml(html: string): string {
  return html
    .replace(/<annotation encoding="application\/x-tex">[^<]*<\/annotation>/g, '')
    .replace(/<mstyle scriptlevel="0" displaystyle="true">|<\/mstyle>|<\/?semantics>/g, '')
    .replaceAll('<math xmlns="http://www.w3.org/1998/Math/MathML"', '<math')
    .replace(/ data-pagefind-ignore(="[^"]*")?/g, '')
    .replace(
      /(?<=[:-])(\d*\.\d{3,})em(?=[;"])/g,
      (_, size: string) => `${Number(Number(size).toFixed(2))}em`,
    );
}
