import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  HEAT_FROM,
  HEAT_NEGATIVE_TO,
  HEAT_TO,
  heatBitmap,
  signedHeatBitmap,
} from '../../src/ui/heatBitmap.ts';
import { heatLevels } from '../../src/ui/heatLevels.ts';

const notation = readFileSync('src/components/notation.css', 'utf8');
const cssColour = (name: string) => {
  const code = new RegExp(`${name}: #(\\w{6})`).exec(notation)?.[1] ?? '';
  return [0, 2, 4].map((start) => parseInt(code.slice(start, start + 2), 16));
};

/** A 4-bit BMP's cells as colours, read by the rules of the format. */
function decode(uri: string) {
  const file = Buffer.from(uri.split(',')[1], 'base64');
  const start = file.readUInt32LE(10);
  const width = file.readInt32LE(18);
  const height = -file.readInt32LE(22);
  const rowBytes = Math.ceil((width * 4) / 32) * 4;
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (_, column) => {
      const byte = file[start + row * rowBytes + (column >> 1)];
      const index = column % 2 ? byte & 15 : byte >> 4;
      const [blue, green, red] = file.subarray(54 + 4 * index);
      return [red, green, blue];
    }),
  );
}

describe('heat maps', () => {
  it('have the colours of the notation', () => {
    expect([...HEAT_FROM]).toEqual(cssColour('--heat-from'));
    expect([...HEAT_TO]).toEqual(cssColour('--heat-to'));
    expect([...HEAT_NEGATIVE_TO]).toEqual(cssColour('--heat-negative-to'));
  });

  it('zero is the background, the maximum the full colour, a trace is seen', () => {
    const [row] = decode(heatBitmap([0, 1e-6, 1], 1, 3, 1));
    expect(row[0]).toEqual([...HEAT_FROM]);
    expect(row[1]).not.toEqual([...HEAT_FROM]);
    expect(row[2]).toEqual([...HEAT_TO]);
  });

  it('signs have hues, and what is beyond the maximum is clipped', () => {
    const cells = decode(signedHeatBitmap([-5, 0, 5, -1, 0.01, 1], 2, 3, 1));
    expect(cells).toEqual([
      [[...HEAT_NEGATIVE_TO], [...HEAT_FROM], [...HEAT_TO]],
      [[...HEAT_NEGATIVE_TO], [...HEAT_FROM], [...HEAT_TO]],
    ]);
  });

  it('a map of nothing is blank', () => {
    expect(decode(heatBitmap([0, 0], 1, 2, 0))).toEqual([[[...HEAT_FROM], [...HEAT_FROM]]]);
  });

  it('cells over a picture: a run of one shade is one line through the middle of its row', () => {
    const paths = heatLevels([0, 1, 1, 0.5], 2, 2, 1);
    expect(paths.at(-1)).toBe('M1 0.5h1M0 1.5h1');
    expect(paths[7]).toBe('M1 1.5h1');
    expect(paths.join('')).not.toContain('M0 0.5');
  });
});
