import type { PixelImage } from '../kernels/image.ts';
import { IMAGE_SIZE } from './images.ts';

/** Why a reader's file cannot be used; the view has a sentence for each in both languages. */
export type ImageProblem = 'empty' | 'notAnImage' | 'vector' | 'broken' | 'tooLarge';

export class ImageError extends Error {
  readonly problem: ImageProblem;
  constructor(problem: ImageProblem) {
    super(`image cannot be used: ${problem}`);
    this.problem = problem;
  }
}

/** What was done to a file that could be used, for the reader to know. */
export type ImageNotice = 'scaledDown' | 'firstFrame';

export interface DecodedImage {
  pixels: PixelImage;
  /** A blob URL of the same 224×224 pixels, to show them. Revoke it when it is replaced. */
  url: string;
  notices: ImageNotice[];
}

/** Beyond this a phone's browser is likely to end the tab rather than to throw. */
const MAXIMUM_BYTES = 64 * 1024 * 1024;

/** From here on a reader is told that only a small version is worked on. */
const NOTABLE_PIXELS = 4_000_000;

/**
 * Reads a file the reader chose, dropped or pasted: checks it by its content, decodes it, crops the
 * central square and scales it to 224×224. Nothing leaves the machine.
 * @throws ImageError with the reason
 */
export async function decodeFile(file: Blob): Promise<DecodedImage> {
  if (file.size === 0) throw new ImageError('empty');
  if (file.size > MAXIMUM_BYTES) throw new ImageError('tooLarge');
  const bytes = new Uint8Array(await file.slice(0, 64 * 1024).arrayBuffer());
  const kind = sniff(bytes);
  if (kind === 'svg') throw new ImageError('vector');
  if (kind === undefined) throw new ImageError('notAnImage');
  const bitmap = await createImageBitmap(file).catch(() => {
    throw new ImageError('broken');
  });
  const notices: ImageNotice[] = [];
  if (bitmap.width * bitmap.height > NOTABLE_PIXELS) notices.push('scaledDown');
  if (isAnimated(kind, bytes)) notices.push('firstFrame');
  return { ...(await squareOf(bitmap)), notices };
}

/** Loads one of the site's own photographs. */
export async function loadPhoto(url: string): Promise<PixelImage> {
  const response = await fetch(url);
  if (!response.ok) throw new ImageError('broken');
  const bitmap = await createImageBitmap(await response.blob());
  return pixelsOf(drawSquare(bitmap));
}

type Kind = 'png' | 'jpeg' | 'gif' | 'webp' | 'bmp' | 'avif' | 'svg';

/** One character a byte. (TextDecoder's “latin1” is windows-1252, which changes some bytes.) */
const text = (bytes: Uint8Array) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');

/** Tells a format by its first bytes, since names and MIME types can be wrong. */
export function sniff(bytes: Uint8Array): Kind | undefined {
  const start = text(bytes.subarray(0, 1024));
  if (start.startsWith('\x89PNG')) return 'png';
  if (start.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (start.startsWith('GIF8')) return 'gif';
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return 'webp';
  if (start.startsWith('BM')) return 'bmp';
  if (/^....ftyp(avif|avis|mif1)/s.test(start)) return 'avif';
  if (/<svg[\s>]/i.test(start)) return 'svg';
  return undefined;
}

/** Whether the head of a file says that there is more than one frame. */
export function isAnimated(kind: Kind, bytes: Uint8Array): boolean {
  const head = text(bytes);
  if (kind === 'png') return head.includes('acTL');
  if (kind === 'webp') return head.includes('ANIM');
  // A GIF that loops says so at once; one that plays once has a control block for each frame.
  return kind === 'gif' && (head.includes('NETSCAPE2.0') || head.split('\x21\xf9\x04').length > 2);
}

async function squareOf(bitmap: ImageBitmap): Promise<{ pixels: PixelImage; url: string }> {
  const canvas = drawSquare(bitmap);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
  if (!blob) throw new ImageError('broken');
  return { pixels: pixelsOf(canvas), url: URL.createObjectURL(blob) };
}

function drawSquare(bitmap: ImageBitmap): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = IMAGE_SIZE;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new ImageError('broken');
  context.imageSmoothingQuality = 'high';
  context.fillStyle = 'white'; // transparent pixels are seen on paper
  context.fillRect(0, 0, IMAGE_SIZE, IMAGE_SIZE);
  const side = Math.min(bitmap.width, bitmap.height);
  const left = (bitmap.width - side) / 2;
  const top = (bitmap.height - side) / 2;
  context.drawImage(bitmap, left, top, side, side, 0, 0, IMAGE_SIZE, IMAGE_SIZE);
  bitmap.close();
  return canvas;
}

function pixelsOf(canvas: HTMLCanvasElement): PixelImage {
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, IMAGE_SIZE, IMAGE_SIZE); // RGBA bytes
  const pixels = new Float32Array(IMAGE_SIZE * IMAGE_SIZE * 3);
  for (let pixel = 0; pixel < IMAGE_SIZE * IMAGE_SIZE; pixel++) {
    for (let channel = 0; channel < 3; channel++) {
      pixels[pixel * 3 + channel] = data[pixel * 4 + channel]! / 255;
    }
  }
  return { height: IMAGE_SIZE, width: IMAGE_SIZE, channels: 3, data: pixels };
}
