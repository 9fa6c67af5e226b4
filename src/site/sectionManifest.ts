import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { readBuiltPages, type BuiltPage } from './builtPages.ts';
import { elementsOf, type HtmlElement } from './html.ts';
import { readRedirects, REDIRECTS_FILE, type Redirects } from './redirects.ts';

/** What has been published: the ids of each page, by route. Entries are only ever added. */
export type Manifest = Readonly<Record<string, readonly string[]>>;

/** Where the manifest is kept, from the project's root. */
export const MANIFEST_FILE = 'content/published-sections.json';

/** How a build compares to the manifest; both lists hold addresses, `/zh/vit/#patching`. */
export interface ManifestComparison {
  /** Published once, now neither in the build nor redirected. */
  lost: string[];
  /** In the build, not in the manifest. */
  unlisted: string[];
}

/**
 * Astro integration: fails the build when a published address has disappeared without a redirect.
 * New addresses are a warning here; `npm test` insists on them (scripts/manifest.ts).
 */
export function sectionManifest(): AstroIntegration {
  let root: URL;
  return {
    name: 'section-manifest',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = config.root;
      },
      'astro:build:done': async ({ dir, logger }) => {
        const { lost, unlisted } = await compareBuild(fileURLToPath(root), fileURLToPath(dir));
        if (lost.length > 0) throw new Error(lostMessage(lost));
        if (unlisted.length > 0) logger.warn(unlistedMessage(unlisted));
      },
    },
  };
}

/** Compares a build's directory with the committed manifest. */
export async function compareBuild(root: string, directory: string): Promise<ManifestComparison> {
  const built = publishedSections(await readBuiltPages(directory));
  return compareManifest(readManifest(root), built, readRedirects(root));
}

/** Reads the committed manifest; a project that never published has an empty one. */
export function readManifest(root: string): Manifest {
  const file = path.join(root, MANIFEST_FILE);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : {};
}

/** The ids that readers can link to on each chapter page of a build. */
export function publishedSections(pages: readonly BuiltPage[]): Manifest {
  const chapters = pages.filter(({ route }) => /^\/(zh|en)\//.test(route));
  return Object.fromEntries(
    chapters.map(({ route, html }) => [
      route,
      elementsOf(html).flatMap((element) =>
        isLinkTarget(element) ? (element.attributes.id ?? []) : [],
      ),
    ]),
  );
}

/**
 * Sections, and the blocks that carry a number and are referred to: equations, figures, demos and
 * exercises. Other ids serve labels and drawings, and nobody links to them.
 */
function isLinkTarget({ name, attributes, ancestors }: HtmlElement): boolean {
  const { id } = attributes;
  if (id === undefined || id.startsWith('_') || !ancestors.includes('main')) return false;
  const isBlock = ['div', 'figure', 'section', 'aside'].includes(name);
  return /^h[2-6]$/.test(name) || (isBlock && /^(eq|fig|demo|exercise)-/.test(id));
}

/** Compares what is built with what was published, given the redirects. */
export function compareManifest(
  published: Manifest,
  built: Manifest,
  redirects: Redirects,
): ManifestComparison {
  const present = new Set(addresses(built));
  const listed = new Set(addresses(published));
  const isRedirected = (address: string) =>
    address in redirects || (address.split('#')[0] ?? '') in redirects;
  return {
    lost: [...listed].filter((address) => !present.has(address) && !isRedirected(address)),
    unlisted: [...present].filter((address) => !listed.has(address)),
  };
}

/** Every page of a manifest, then every id on it. */
const addresses = (manifest: Manifest): string[] =>
  Object.entries(manifest).flatMap(([route, ids]) => [route, ...ids.map((id) => `${route}#${id}`)]);

/** The manifest with what is built added; nothing leaves it, for a published link never breaks. */
export function mergeManifest(published: Manifest, built: Manifest): Manifest {
  const routes = [...new Set([...Object.keys(published), ...Object.keys(built)])].sort();
  return Object.fromEntries(
    routes.map((route) => [
      route,
      [...new Set([...(published[route] ?? []), ...(built[route] ?? [])])].sort(),
    ]),
  );
}

/** Says which addresses are lost and how to keep them alive. */
export const lostMessage = (lost: readonly string[]): string =>
  `${lost.length} published address(es) would break. Restore them, or say in ${REDIRECTS_FILE} ` +
  `where each one leads:\n${list(lost)}`;

/** Says which addresses the manifest lacks and how to add them. */
export const unlistedMessage = (unlisted: readonly string[]): string =>
  `${unlisted.length} new address(es) are not in ${MANIFEST_FILE}. ` +
  `Run "npm run manifest" and commit it:\n${list(unlisted)}`;

const list = (addresses: readonly string[]): string =>
  addresses.map((address) => `  ${address}`).join('\n');
