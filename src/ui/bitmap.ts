import type { PixelImage } from '../kernels/image.ts';

/** A colour as three bytes: red, green, blue. */
export type Rgb = readonly [number, number, number];

const HEADER_BYTES = 54;

const encoded = new WeakMap<PixelImage, string>();

/** `encodeBitmap`, once for an image: a demo that keeps an image pays nothing for showing it again. */
export function bitmapDataUri(image: PixelImage): string {
  const uri = encoded.get(image) ?? encodeBitmap(image);
  encoded.set(image, uri);
  return uri;
}

/**
 * Encodes an RGB or grey image as a BMP in a data URI: a few lines that work the same at build time
 * and in the browser. Values are clipped to [0, 1] and shown in 32 steps a channel (two bytes a
 * pixel), which the eye does not tell from more at the size of these cells.
 */
function encodeBitmap({ height, width, channels, data }: PixelImage): string {
  const { file, rowBytes } = emptyBitmap(width, height, 16, []);
  const step = (pixel: number, channel: number) => {
    const value = data[pixel * channels + (channels === 3 ? channel : 0)];
    return Math.round(31 * Math.min(1, Math.max(0, value)));
  };
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const pixel = row * width + column;
      const packed = (step(pixel, 0) << 10) | (step(pixel, 1) << 5) | step(pixel, 2);
      file.setUint16(HEADER_BYTES + row * rowBytes + column * 2, packed, true);
    }
  }
  return dataUri(file);
}

/** Encodes rows × columns indices into a palette of at most 16 colours: half a byte a cell. */
export function indexedBitmapUri(
  indices: ArrayLike<number>,
  rows: number,
  columns: number,
  palette: readonly Rgb[],
): string {
  const { file, rowBytes } = emptyBitmap(columns, rows, 4, palette);
  const start = HEADER_BYTES + 4 * palette.length;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = start + row * rowBytes + (column >> 1);
      const index = indices[row * columns + column];
      file.setUint8(at, file.getUint8(at) | (column % 2 === 0 ? index << 4 : index));
    }
  }
  return dataUri(file);
}

function emptyBitmap(width: number, height: number, bits: 4 | 16, palette: readonly Rgb[]) {
  const rowBytes = Math.ceil((width * bits) / 32) * 4; // rows are padded to four bytes
  const pixelStart = HEADER_BYTES + 4 * palette.length;
  const file = new DataView(new ArrayBuffer(pixelStart + rowBytes * height));
  file.setUint16(0, 0x424d); // "BM"
  file.setUint32(2, file.byteLength, true);
  file.setUint32(10, pixelStart, true);
  file.setUint32(14, 40, true); // size of the information header
  file.setInt32(18, width, true);
  file.setInt32(22, -height, true); // negative: rows run from top to bottom
  file.setUint16(26, 1, true);
  file.setUint16(28, bits, true);
  file.setUint32(46, palette.length, true);
  palette.forEach(([red, green, blue], index) => {
    file.setUint32(HEADER_BYTES + 4 * index, (red << 16) | (green << 8) | blue, true);
  });
  return { file, rowBytes };
}

function dataUri(file: DataView): string {
  let text = '';
  for (const byte of new Uint8Array(file.buffer)) text += String.fromCharCode(byte);
  return `data:image/bmp;base64,${btoa(text)}`;
}
