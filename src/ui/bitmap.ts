import type { PixelImage } from '../kernels/image.ts';

const HEADER_BYTES = 54;

/**
 * Encodes an RGB or grey image as a BMP in a data URI: a few lines that work the same at build time
 * and in the browser. Values are clipped to [0, 1].
 */
export function bitmapDataUri({ height, width, channels, data }: PixelImage): string {
  const rowBytes = Math.ceil((width * 3) / 4) * 4; // rows are padded to four bytes
  const file = new DataView(new ArrayBuffer(HEADER_BYTES + rowBytes * height));
  file.setUint16(0, 0x424d); // "BM"
  file.setUint32(2, file.byteLength, true);
  file.setUint32(10, HEADER_BYTES, true);
  file.setUint32(14, 40, true); // size of the information header
  file.setInt32(18, width, true);
  file.setInt32(22, -height, true); // negative: rows run from top to bottom
  file.setUint16(26, 1, true);
  file.setUint16(28, 24, true); // bits per pixel
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      for (let channel = 0; channel < 3; channel++) {
        const value = data[(row * width + column) * channels + (channels === 3 ? channel : 0)]!;
        const byte = Math.round(255 * Math.min(1, Math.max(0, value)));
        file.setUint8(HEADER_BYTES + row * rowBytes + column * 3 + (2 - channel), byte); // blue first
      }
    }
  }
  return `data:image/bmp;base64,${base64(new Uint8Array(file.buffer))}`;
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
