import { createHash } from 'node:crypto';
import { withBase } from './basePath.ts';

/** A data URI that is shorter weighs no more than the address of a file. */
const LONG = 240;

const BITMAP = /data:image\/bmp;base64,([A-Za-z0-9+/=]+)/g;

export interface BitmapFile {
  /** From the root of the build. */
  path: string;
  content: Buffer;
}

/**
 * Takes the larger heat maps and pixel images, which demos render as data URIs, out of a page into
 * files of their own, named by what is in them. Base64 hardly compresses, and both languages show
 * the same maps. Once a demo computes in the browser, it draws its maps as data URIs again.
 */
export function withBitmapFiles(html: string, base: string): { html: string; files: BitmapFile[] } {
  const files: BitmapFile[] = [];
  const shortened = html.replace(BITMAP, (uri, base64: string) => {
    if (uri.length < LONG) return uri;
    const content = Buffer.from(base64, 'base64');
    const path = `_astro/${createHash('sha256').update(content).digest('hex').slice(0, 8)}.bmp`;
    files.push({ path, content });
    return withBase(base, path);
  });
  return { html: shortened, files };
}
