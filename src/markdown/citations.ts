import type { Heading, PhrasingContent, Root, RootContent, Text } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import type { Language } from '../language.ts';
import { readBibliography, type Work } from './bibliography.ts';
import { findCitations, type Citation } from './citationSyntax.ts';
import { citedYears, listedAuthors, shortAuthors, TYPOGRAPHY } from './citationText.ts';
import { failAt } from './failure.ts';
import { headingId } from './headings.ts';
import { markup } from './markup.ts';
import { pagePlace } from './pagePlace.ts';
import { suggestion } from './suggestion.ts';

/** What the citations of one page share. */
interface CitedPage {
  language: Language;
  works: Map<string, Work>;
  years: Map<string, string>;
  /** How often each work has been cited so far; the entries link back to each place. */
  counts: Map<string, number>;
}

const REFERENCES = 'references';

/**
 * `[@dosovitskiy2021vit]` becomes “(Dosovitskiy et al., 2021)”, a bare `@dosovitskiy2021vit`
 * “Dosovitskiy et al. (2021)”, both linked to the list of references, which is set under the
 * heading with the id `references`. A key that is not in `content/references.bib` fails the build.
 */
export function citations({ root }: { root: string }) {
  return (tree: Root, file: VFile): void => {
    const place = pagePlace(file.path);
    if (!place) return;
    const cited = citedWorks(tree, file, readBibliography(root));
    if (cited.size === 0) return;
    const page: CitedPage = {
      language: place.language,
      works: cited,
      years: citedYears([...cited.values()]),
      counts: new Map(),
    };
    visit(tree, 'text', (node, index, parent) => {
      const nodes = printCitations(node, page);
      if (!nodes || !parent || index === undefined) return undefined;
      parent.children.splice(index, 1, ...nodes);
      return [SKIP, index + nodes.length];
    });
    insertReferences(tree, file, page);
  };
}

function citedWorks(tree: Root, file: VFile, works: Map<string, Work>): Map<string, Work> {
  const cited = new Map<string, Work>();
  visit(tree, 'text', (node) => {
    for (const { key } of findCitations(node.value).flatMap((citation) => citation.works)) {
      const work = works.get(key);
      if (!work) {
        failAt(
          file,
          node,
          `"${key}" is not a key of content/references.bib.${suggestion(key, works.keys())}`,
        );
      }
      cited.set(key, work);
    }
  });
  return cited;
}

function printCitations({ value }: Text, page: CitedPage): PhrasingContent[] | undefined {
  const found = findCitations(value);
  if (found.length === 0) return undefined;
  const nodes: PhrasingContent[] = [];
  let end = 0;
  for (const citation of found) {
    const before = value.slice(end, citation.start);
    // Full-width parentheses bring their own space.
    const isTight = page.language === 'zh' && !citation.narrative;
    nodes.push(text(isTight ? before.trimEnd() : before), printCitation(citation, page));
    end = citation.end;
    if (isTight) end += value.slice(end).search(/\S|$/);
  }
  return [...nodes, text(value.slice(end))];
}

function text(value: string): Text {
  return { type: 'text', value };
}

function printCitation({ narrative, works }: Citation, page: CitedPage): PhrasingContent {
  const { comma, semicolon, parentheses } = TYPOGRAPHY[page.language];
  const [open, close] = page.language === 'en' && narrative ? [' (', ')'] : parentheses;
  const parts = works.flatMap(({ key, prefix, locator }, i) => {
    const authors = shortAuthors(page.works.get(key)!, page.language);
    const year = page.years.get(key)!;
    const words = narrative ? authors + open + year + close : authors + comma + year;
    return [
      i > 0 ? semicolon : '',
      prefix ? `${prefix} ` : '',
      linkToEntry(key, words, page),
      locator ? comma + locator : '',
    ];
  });
  return markup('span', { className: ['citation'] }, narrative ? parts : [open, ...parts, close]);
}

function linkToEntry(key: string, words: string, page: CitedPage): PhrasingContent {
  const count = (page.counts.get(key) ?? 0) + 1;
  page.counts.set(key, count);
  return markup('a', { href: `#ref-${key}`, id: `cite-${key}-${count}` }, [words]);
}

function insertReferences(tree: Root, file: VFile, page: CitedPage): void {
  const isReferences = (node: RootContent): node is Heading =>
    node.type === 'heading' && idOf(node) === REFERENCES;
  const place = tree.children.findIndex(isReferences);
  if (place < 0) {
    failAt(
      file,
      tree,
      `the page cites works, so it needs a section "## … [#${REFERENCES}]" for the list`,
    );
  }
  const sortName = (work: Work) => `${shortAuthors(work, 'en')} ${page.years.get(work.key)!}`;
  const works = [...page.works.values()].sort((a, b) =>
    sortName(a).localeCompare(sortName(b), 'en'),
  );
  const list = markup(
    'ul',
    { className: ['references'] },
    works.map((work) => entry(work, page)),
  );
  tree.children.splice(place + 1, 0, list);
}

/** A heading's id, before or after `sectionIds` has taken it off. */
function idOf(heading: Heading): unknown {
  return headingId(heading) ?? heading.data?.hProperties?.['id'];
}

function entry(work: Work, page: CitedPage): PhrasingContent {
  const { parentheses, backTo } = TYPOGRAPHY[page.language];
  const [open, close] = page.language === 'en' ? [' (', '). '] : parentheses;
  const links = work.links.flatMap(({ text, url }) => [' ', markup('a', { href: url }, [text])]);
  const backs = Array.from({ length: page.counts.get(work.key)! }, (_, i) => [
    ' ',
    markup(
      'a',
      { href: `#cite-${work.key}-${i + 1}`, className: ['back'], ariaLabel: backTo(i + 1) },
      ['↩'],
    ),
  ]).flat();
  return markup('li', { id: `ref-${work.key}` }, [
    listedAuthors(work, page.language) + open + page.years.get(work.key)! + close,
    `${work.title}${/[.?!]$/.test(work.title) ? '' : '.'}`,
    ...(work.venue ? [' ', markup('cite', {}, [work.venue]), '.'] : []),
    ...links,
    ...backs,
  ]);
}
