import { LANGUAGES, type Language } from '../language.ts';

/** Where a page stands in the book. */
export interface PagePlace {
  language: Language;
  /** The file name without its extension, or an empty string for the language's index page. */
  slug: string;
}

/** The place of `…/content/docs/<language>/<slug>.mdx`; nothing for any other file. */
export function pagePlace(path: string | undefined): PagePlace | undefined {
  const match = /content\/docs\/([^/]+)\/(.+)\.mdx?$/.exec(path?.replaceAll('\\', '/') ?? '');
  const language = LANGUAGES.find((known) => known === match?.[1]);
  if (!language) return undefined;
  return { language, slug: match![2]!.replace(/(^|\/)index$/, '') };
}

/** The address of a page, under the site's base path. */
export function pageUrl(base: string, language: Language, slug: string): string {
  return (
    [base.replace(/\/+$/, ''), language, slug].filter((part, i) => part || i === 0).join('/') + '/'
  );
}
