import { relative } from 'node:path';
import type { Node } from 'unist';
import type { VFile } from 'vfile';

/** `content/docs/zh/vit.mdx:12`, as an editor's terminal can open it. */
export function placeName(path: string | undefined, line: number | undefined): string {
  const name = path ? relative(process.cwd(), path) : 'unknown file';
  return line === undefined ? name : `${name}:${line}`;
}

/** Fails the build with a message that begins with file and line. */
export function failAt(file: VFile, node: Node, message: string): never {
  const place = placeName(file.path, node.position?.start.line);
  file.fail(`${place}: ${message}`, { place: node.position, source: 'patchwork' });
}
