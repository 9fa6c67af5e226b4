import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { againstDirection, importsOf, impurities, type Sources } from './importRules.ts';

const sources: Sources = new Map(
  globSync('{src,pages}/**/*.{ts,tsx,astro}').map((file) => [
    file.split(path.sep).join('/'),
    readFileSync(file, 'utf8'),
  ]),
);
const fixture = (files: Record<string, string>): Sources => new Map(Object.entries(files));

describe('the site', () => {
  test('is what is read', () => {
    expect([...sources.keys()]).toContain('src/kernels/matrix.ts');
    const imports = [...sources].flatMap(([file, source]) => importsOf(file, source));
    expect(imports.filter((target) => target.startsWith('src/')).length).toBeGreaterThan(50);
    for (const target of imports.filter((name) => /^(src|pages)\/.*\.tsx?$/.test(name))) {
      expect(sources.has(target), `${target} is imported and was not read`).toBe(true);
    }
  });

  test('imports one way', () => {
    expect(againstDirection(sources)).toEqual([]);
  });

  test('computes without a page or a framework', () => {
    expect(impurities(sources)).toEqual([]);
  });
});

describe('an import the wrong way is found', () => {
  test.each([
    ['src/kernels/a.ts', "import { b } from '../ui/b.ts';", 'kernels imports src/ui/b.ts'],
    ['src/kernels/a.ts', "import * as v from 'valibot';", 'kernels imports valibot'],
    ['src/ui/a.tsx', "export * from '../demos/b.ts';", 'ui imports src/demos/b.ts'],
    [
      'src/demos/x/a.ts',
      "import type { B } from '../../components/b.ts';",
      'demos imports src/comp',
    ],
    ['src/images/a.ts', "const b = await import('../ui/b.ts');", 'images imports src/ui/b.ts'],
    ['src/ui/A.astro', "---\nimport '../demos/b.ts';\n---\n<p />", 'ui imports src/demos/b.ts'],
    ['src/ui/A.astro', "<script>import '../demos/b.ts';</script>", 'ui imports src/demos/b.ts'],
    ['src/helpers/a.ts', '', 'src/helpers/ is no layer'],
  ])('%s: %s', (file, source, message) => {
    expect(againstDirection(fixture({ [file]: source }))).toEqual([
      expect.stringContaining(message),
    ]);
  });

  test('and one the right way is not', () => {
    const source = "import { a } from '../../kernels/a.ts'; import { h } from 'preact';";
    expect(againstDirection(fixture({ 'src/demos/x/view.tsx': source }))).toEqual([]);
  });
});

describe('an impurity is found', () => {
  test.each([
    ['src/kernels/a.ts', 'export const a = () => document.title;', 'mentions document'],
    ['src/kernels/a.ts', 'export const a = window.innerWidth;', 'mentions window'],
    [
      'src/demos/x/derive.ts',
      "import { signal } from '@preact/signals';",
      'imports @preact/signals',
    ],
    ['src/world/a.ts', "import { getImage } from 'astro:assets';", 'imports astro:assets'],
  ])('%s: %s', (file, source, message) => {
    expect(impurities(fixture({ [file]: source }))).toEqual([expect.stringContaining(message)]);
  });

  test('in what a derivation reaches', () => {
    const files = fixture({
      'src/demos/x/derive.ts': "import { b } from './b.ts';",
      'src/demos/x/b.ts': 'export const b = () => navigator.language;',
    });
    expect(impurities(files)).toEqual([
      'src/demos/x/b.ts: mentions navigator (reached by src/demos/x/derive.ts)',
    ]);
  });

  test('and words, comments, types and own names are none', () => {
    const source = `// the window slides over the document
      import type { h } from '../../ui/a.tsx';
      export const a = 'window';
      export const b = (window: number) => ({ document: window, c: size.window });`;
    const files = { 'src/demos/x/derive.ts': source, 'src/ui/a.tsx': "import 'preact';" };
    expect(impurities(fixture(files))).toEqual([]);
  });
});
