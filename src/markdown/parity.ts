import type { BookIndex } from './bookIndex.ts';
import type { LabelKind } from './labels.ts';
import type { PageContents } from './pageContents.ts';

const KINDS: { kind: LabelKind; name: string }[] = [
  { kind: 'equation', name: 'equations' },
  { kind: 'figure', name: 'figures' },
  { kind: 'demo', name: 'demos' },
  { kind: 'exercise', name: 'exercises' },
];

/**
 * Where the two languages have come apart: pages, sections, equations, figures, demos and exercises
 * must be the same and in the same order; the works a page cites and the terms it explains must be
 * the same. Empty when all is well.
 */
export function parityProblems({ zh, en }: BookIndex): string[] {
  const slugs = new Set([...zh.pages.keys(), ...en.pages.keys()]);
  return [...slugs].flatMap((slug) => {
    const chinese = zh.pages.get(slug);
    const english = en.pages.get(slug);
    if (chinese && english) return pageProblems(slug, chinese, english);
    return [`the page "${slug}" is missing in ${chinese ? 'en' : 'zh'}`];
  });
}

function pageProblems(slug: string, zh: PageContents, en: PageContents): string[] {
  const sections = (page: PageContents) => page.sections.map(({ id, depth }) => `h${depth} #${id}`);
  const labels = (page: PageContents, wanted: LabelKind) =>
    page.labels.filter(({ kind }) => kind === wanted).map(({ id }) => id);
  return [
    ...difference(slug, 'sections', sections(zh), sections(en)),
    ...KINDS.flatMap(({ kind, name }) =>
      difference(slug, name, labels(zh, kind), labels(en, kind)),
    ),
    ...difference(slug, 'citations', unordered(zh.citations), unordered(en.citations)),
    ...difference(slug, 'terms', unordered(zh.terms), unordered(en.terms)),
  ];
}

function unordered(names: string[]): string[] {
  return [...new Set(names)].sort();
}

function difference(slug: string, what: string, zh: string[], en: string[]): string[] {
  const onlyIn = (language: string, names: string[], others: string[]) => {
    const missing = names.filter((name) => !others.includes(name));
    return missing.length > 0
      ? [`${slug}: ${what} only in ${language}: ${missing.join(', ')}`]
      : [];
  };
  const problems = [...onlyIn('zh', zh, en), ...onlyIn('en', en, zh)];
  if (problems.length > 0 || zh.join() === en.join()) return problems;
  return [`${slug}: ${what} in another order: zh ${zh.join(', ')}; en ${en.join(', ')}`];
}
