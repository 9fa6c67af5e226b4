import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { isAnimated, sniff } from '../../src/images/decode.ts';

const image = sharp({ create: { width: 8, height: 8, channels: 3, background: '#c02080' } });
const formats = ['png', 'jpeg', 'gif', 'webp', 'avif'] as const;

describe('a file is known by its content', () => {
  it.each(formats)('%s', async (format) => {
    expect(sniff(await image.clone().toFormat(format).toBuffer())).toBe(format);
  });

  it('svg, with or without an XML declaration', () => {
    const bytes = (text: string) => new TextEncoder().encode(text);
    expect(sniff(bytes('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBe('svg');
    expect(sniff(bytes('<?xml version="1.0"?>\n<!-- hi -->\n<svg>'))).toBe('svg');
  });

  it('nothing it knows', () => {
    expect(sniff(new TextEncoder().encode('just text'))).toBeUndefined();
    expect(sniff(new Uint8Array())).toBeUndefined();
  });
});

describe('an animated file is told from a still one', () => {
  const frames = sharp(Buffer.concat([Buffer.alloc(300, 40), Buffer.alloc(300, 200)]), {
    raw: { width: 10, height: 20, channels: 3, pageHeight: 10 },
  });
  it.each(['gif', 'webp'] as const)('%s', async (format) => {
    expect(isAnimated(format, await frames.clone().toFormat(format).toBuffer())).toBe(true);
    expect(isAnimated(format, await image.clone().toFormat(format).toBuffer())).toBe(false);
  });
});
