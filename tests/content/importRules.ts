import path from 'node:path';
import ts from 'typescript';

/** Source files by their path from the project's root. */
export type Sources = ReadonlyMap<string, string>;

/**
 * Which layers each layer may import from, besides itself; see CONTRIBUTING.md. `evaluate`, `world`,
 * `vlm` and `train` (design.md) stand here already, so that they cannot begin the wrong way round.
 */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  kernels: [],
  evaluate: ['kernels'],
  world: ['kernels'],
  checkpoints: [],
  inference: ['kernels', 'world', 'checkpoints'],
  images: ['kernels', 'world'],
  vlm: ['kernels', 'world', 'checkpoints'],
  train: ['kernels', 'world', 'checkpoints', 'evaluate', 'vlm'],
  ui: ['kernels', 'images', 'world'],
  demos: [
    'kernels',
    'data',
    'images',
    'ui',
    'evaluate',
    'world',
    'checkpoints',
    'inference',
    'vlm',
    'train',
  ],
  figures: ['kernels', 'images', 'ui', 'world', 'checkpoints', 'inference'],
  markdown: ['kernels', 'ui'],
  search: ['markdown', 'ui'],
  site: ['markdown', 'search'],
  components: [
    'kernels',
    'data',
    'evaluate',
    'world',
    'checkpoints',
    'inference',
    'images',
    'ui',
    'demos',
    'figures',
    'markdown',
    'search',
    'site',
  ],
  pages: [
    'kernels',
    'images',
    'ui',
    'demos',
    'figures',
    'markdown',
    'search',
    'site',
    'components',
  ],
};

/** Layers that compute, and know neither a page nor a framework. */
const PURE_LAYERS = ['kernels', 'evaluate', 'world', 'inference'];

const FRAMEWORKS = /^(preact|astro|@preact\/|@astrojs\/|astro:)/;
const DOM = new Set(['document', 'window', 'globalThis', 'self', 'navigator', 'localStorage']);

/** A file that breaks a rule, and how. */
export type Violation = `${string}: ${string}`;

/** Every import against the layers' direction. */
export function againstDirection(sources: Sources): Violation[] {
  return [...sources].flatMap(([file, source]) => {
    const layer = layerOf(file);
    if (layer === undefined) return [];
    const allowed = ALLOWED[layer];
    if (!allowed) return [`${file}: src/${layer}/ is no layer of CONTRIBUTING.md` as const];
    return importsOf(file, source).flatMap((target) => {
      const to = layerOf(target);
      const isAllowed = to === undefined ? layer !== 'kernels' : [layer, ...allowed].includes(to);
      return isAllowed ? [] : [`${file}: ${layer} imports ${target}` as const];
    });
  });
}

/** Every mention of a page or a framework in, or within reach of, what must be pure. */
export function impurities(sources: Sources): Violation[] {
  const starts = [...sources.keys()].filter(isPure);
  return [...reachable(starts, sources)].flatMap(([file, chain]) => {
    const source = sources.get(file) ?? '';
    const origin = chain.length === 0 ? '' : ` (reached by ${chain.join(' → ')})`;
    const frameworks = importsOf(file, source).filter((target) => FRAMEWORKS.test(target));
    return [...frameworks.map((name) => `imports ${name}`), ...domMentions(file, source)].map(
      (problem): Violation => `${file}: ${problem}${origin}`,
    );
  });
}

const isPure = (file: string): boolean =>
  PURE_LAYERS.includes(layerOf(file) ?? '') || path.posix.basename(file) === 'derive.ts';

/** Each file that the given ones import at run time, directly or not, with the files between. */
function reachable(starts: readonly string[], sources: Sources): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>(starts.map((file) => [file, []]));
  for (const [file, chain] of found) {
    for (const target of importsOf(file, sources.get(file) ?? '', { types: false })) {
      if (sources.has(target) && !found.has(target)) found.set(target, [...chain, file]);
    }
  }
  return found;
}

/** The layer of a file of the site, by its folder; undefined for packages and everything else. */
function layerOf(file: string): string | undefined {
  if (file.startsWith('pages/')) return 'pages';
  return /^src\/([^/]+)\//.exec(file)?.[1];
}

/** What a file imports: paths from the project's root for its own files, names for packages. */
export function importsOf(file: string, source: string, { types = true } = {}): string[] {
  const specifiers: string[] = [];
  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node, types);
    if (specifier !== undefined) specifiers.push(specifier);
    ts.forEachChild(node, visit);
  };
  visit(parse(file, source));
  return specifiers.map((specifier) =>
    specifier.startsWith('.')
      ? path.posix.join(path.posix.dirname(file), specifier.replace(/\?.*$/, ''))
      : specifier,
  );
}

function specifierOf(node: ts.Node, types: boolean): string | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    const isType = ts.isImportDeclaration(node)
      ? node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
      : node.isTypeOnly;
    if (isType && !types) return undefined;
    return node.moduleSpecifier && textOf(node.moduleSpecifier);
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    return node.arguments[0] && textOf(node.arguments[0]);
  }
  return undefined;
}

const textOf = (node: ts.Node): string | undefined =>
  ts.isStringLiteralLike(node) ? node.text : undefined;

/**
 * The browser's globals that the code uses. A name that the file declares itself is its own (the
 * `window` of a convolution), and so is the name of a property.
 */
function domMentions(file: string, source: string): string[] {
  const used = new Set<string>();
  const declared = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && DOM.has(node.text)) {
      if (isDeclaration(node)) declared.add(node.text);
      else if (!isPropertyName(node)) used.add(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(parse(file, source));
  return [...used].filter((name) => !declared.has(name)).map((name) => `mentions ${name}`);
}

const isDeclaration = (node: ts.Identifier): boolean =>
  (ts.isVariableDeclaration(node.parent) ||
    ts.isParameter(node.parent) ||
    ts.isBindingElement(node.parent) ||
    ts.isImportSpecifier(node.parent)) &&
  node.parent.name === node;

const isPropertyName = (node: ts.Identifier): boolean =>
  (ts.isPropertyAccessExpression(node.parent) ||
    ts.isPropertyAssignment(node.parent) ||
    ts.isPropertySignature(node.parent)) &&
  node.parent.name === node;

/** Parses a file; of an Astro component the frontmatter and the scripts, which hold its imports. */
function parse(file: string, source: string): ts.SourceFile {
  const code = file.endsWith('.astro') ? astroCode(source) : source;
  const kind = file.endsWith('.ts') ? ts.ScriptKind.TS : ts.ScriptKind.TSX;
  return ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, kind);
}

function astroCode(source: string): string {
  const frontmatter = /^---\n(.*?)\n---/s.exec(source)?.[1] ?? '';
  const scripts = [...source.matchAll(/<script[^>]*>(.*?)<\/script>/gs)].map(([, code]) => code);
  return [frontmatter, ...scripts].join('\n');
}
