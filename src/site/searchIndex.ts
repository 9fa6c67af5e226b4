import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';
import { readGlossary } from '../markdown/glossary.ts';
import { sectionRecord } from '../search/record.ts';
import { pageSections } from '../search/sections.ts';
import { withBase } from './basePath.ts';
import { readBuiltPages } from './builtPages.ts';

const LANGUAGE_TAGS: Record<string, string> = { zh: 'zh-CN', en: 'en' };

/** Writes the search index: one Pagefind record a section, so that sections are ranked, not pages. */
export function searchIndex(): AstroIntegration {
  let base = '/';
  return {
    name: 'patchwork:search-index',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base;
      },
      'astro:build:done': async ({ dir, logger }) => {
        const count = await writeIndex(fileURLToPath(dir), base);
        logger.info(`${count} sections indexed`);
      },
    },
  };
}

async function writeIndex(directory: string, base: string): Promise<number> {
  const { index, errors } = await pagefind.createIndex();
  if (!index) throw new Error(`the search index could not be created: ${errors.join('; ')}`);
  const glossary = readGlossary(process.cwd());
  let count = 0;
  for (const { route, html } of await readBuiltPages(directory)) {
    const [, language, slug = ''] = route.split('/');
    const tag = LANGUAGE_TAGS[language];
    if (!tag) continue;
    const { title, sections } = pageSections(html);
    for (const section of sections.filter(({ text }) => text)) {
      const terms = glossary.filter((term) => term.section === `${slug}#${section.id}`);
      const url = withBase(base, route) + (section.id && `#${section.id}`);
      const added = await index.addHTMLFile({
        url,
        content: sectionRecord(tag, title, section, terms),
      });
      if (added.errors.length)
        throw new Error(`${url} could not be indexed: ${added.errors.join('; ')}`);
      count++;
    }
  }
  await index.writeFiles({ outputPath: `${directory}/pagefind` });
  await pagefind.close();
  return count;
}
