import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import { afterAll } from 'vitest';
import type { BuiltPage } from '../../src/site/builtPages.ts';
import { routeOfFile } from '../../src/site/builtPages.ts';

/** A built page whose `<main>` holds the given HTML. */
export const page = (file: string, main: string, head = ''): BuiltPage => ({
  file,
  route: routeOfFile(file),
  html: `<!doctype html><html><head><meta charset="utf-8">${head}</head><body><main>${main}</main></body></html>`,
});

const projects: string[] = [];
afterAll(() => {
  for (const root of projects.splice(0)) rmSync(root, { recursive: true });
});

/** A project in a temporary folder; `dist/` in it is the build. */
export function project(files: Record<string, string>): string {
  const root = mkdtempSync(path.join(tmpdir(), 'patchwork-'));
  projects.push(root);
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return root;
}

/** Runs an integration's hooks on a project, as Astro does; returns what it warned of. */
export async function runIntegration(
  { hooks }: AstroIntegration,
  root: string,
  base = '/',
): Promise<string[]> {
  const warnings: string[] = [];
  const logger = {
    info: () => undefined,
    warn: (message: string) => warnings.push(message),
  } as unknown as AstroIntegrationLogger;
  const config = { base, root: pathToFileURL(`${root}/`) };
  const dir = pathToFileURL(`${root}/dist/`);
  await hooks['astro:config:done']?.({ config, logger } as never);
  await hooks['astro:build:done']?.({ dir, logger } as never);
  return warnings;
}

/** Reads a file of a project. */
export const read = (root: string, name: string): string =>
  readFileSync(path.join(root, name), 'utf8');
