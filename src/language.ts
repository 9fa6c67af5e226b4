export type Language = 'zh' | 'en';
export const LANGUAGES: readonly Language[] = ['zh', 'en'];

/** The site's language for a BCP 47 tag: Chinese of any kind is zh, everything else is en. */
export const languageOf = (tag: string | undefined): Language =>
  tag?.toLowerCase().startsWith('zh') ? 'zh' : 'en';
