import type { Language } from '../language.ts';
import type { Work } from './bibliography.ts';

const SHOWN_AUTHORS = 3;

interface Typography {
  and: string;
  others: string;
  /** Between author and year in parentheses, and between two works. */
  comma: string;
  semicolon: string;
  parentheses: [string, string];
  backTo: (number: number) => string;
}

/** How the two languages print a citation. */
export const TYPOGRAPHY: Record<Language, Typography> = {
  zh: {
    and: ' 和 ',
    others: ' 等',
    comma: '，',
    semicolon: '；',
    parentheses: ['（', '）'],
    backTo: (number) => `回到第 ${number} 处引用`,
  },
  en: {
    and: ' and ',
    others: ' et al.',
    comma: ', ',
    semicolon: '; ',
    parentheses: ['(', ')'],
    backTo: (number) => `Back to citation ${number}`,
  },
};

/** “Wang et al.”, “Radford 等”: the authors as a citation names them. */
export function shortAuthors({ authors, hasMoreAuthors }: Work, language: Language): string {
  const { and, others } = TYPOGRAPHY[language];
  const [first, second] = authors.map(({ family }) => family);
  if (!first) return '';
  if (authors.length > 2 || hasMoreAuthors) return first + others;
  return second ? first + and + second : first;
}

/** The authors as the list of references names them: at most three. */
export function listedAuthors({ authors, hasMoreAuthors }: Work, language: Language): string {
  const { and, others } = TYPOGRAPHY[language];
  const names = authors.map(({ given, family }) => [given, family].filter(Boolean).join(' '));
  if (names.length > SHOWN_AUTHORS || hasMoreAuthors) {
    return names.slice(0, SHOWN_AUTHORS).join(', ') + others;
  }
  return [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(and);
}

/** Years by key, with a letter where authors and year alone would name two works: 2023a, 2023b. */
export function citedYears(works: Work[]): Map<string, string> {
  const years = new Map<string, string>();
  for (const group of groupBy(works, (work) => `${shortAuthors(work, 'en')} ${work.year}`)) {
    const sorted = group.toSorted((a, b) => a.title.localeCompare(b.title, 'en'));
    sorted.forEach((work, i) => {
      years.set(work.key, work.year + (group.length > 1 ? String.fromCharCode(97 + i) : ''));
    });
  }
  return years;
}

function groupBy<Item>(items: Item[], name: (item: Item) => string): Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(name(item), [...(groups.get(name(item)) ?? []), item]);
  return [...groups.values()];
}
