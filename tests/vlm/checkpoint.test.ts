import { CHECKPOINT_VERSION } from '../../src/checkpoints/checkpointFile.ts';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { namedLeaves, readCheckpoint, writeCheckpoint } from '../../src/vlm/checkpoint.ts';
import { startEngine } from '../../src/vlm/engine.ts';
import { fromFloat16, toFloat16 } from '../../src/checkpoints/float16.ts';
import { initialiser } from '../../src/vlm/initialise.ts';
import { initialDecoder } from '../../src/vlm/decoder.ts';
import {
  CheckpointError,
  readSafetensors,
  writeSafetensors,
} from '../../src/checkpoints/safetensors.ts';
import { numbersOf } from '../../src/vlm/tensor.ts';

beforeAll(startEngine);

const PROVENANCE = { name: 'test', config: { width: 8 }, seed: 1, split: 'rule', curve: [] };
const SIZES = { vocabulary: 8, prefixLength: 4, textLength: 6, width: 8, layers: 2, heads: 2 };

const written = (precision: 'F16' | 'F32' = 'F16') =>
  writeCheckpoint(
    { decoder: initialDecoder(initialiser(1), { ...SIZES, mlpWidth: 12 }) },
    PROVENANCE,
    precision,
  );

describe('half precision', () => {
  it.each([
    [0, 0x0000],
    [1, 0x3c00],
    [-2, 0xc000],
    [65504, 0x7bff],
    [1e9, 0x7bff],
    [2 ** -24, 0x0001],
    [2 ** -14, 0x0400],
    [1 / 3, 0x3555],
  ])('%f is %i', (value, half) => {
    expect(toFloat16(Float32Array.of(value))[0]).toBe(half);
  });

  it('reads back every half, and rounds to the nearest', () => {
    const halves = Uint16Array.from({ length: 2 ** 16 }, (_, half) => half).filter(
      (half) => (half & 0x7c00) !== 0x7c00 && half !== 0x8000,
    );
    expect(toFloat16(fromFloat16(halves))).toEqual(halves);
    fc.assert(
      fc.property(fc.float({ min: -1000, max: 1000, noNaN: true }), (value) => {
        const [rounded] = fromFloat16(toFloat16(Float32Array.of(value)));
        expect(Math.abs(rounded - value)).toBeLessThanOrEqual(
          Math.abs(value) * 2 ** -11 + 2 ** -25,
        );
      }),
    );
  });
});

describe('a checkpoint', () => {
  it('is read back with its provenance, bit by bit in single precision', async () => {
    const { parameters, provenance } = readCheckpoint(await written('F32'));
    expect(provenance).toEqual(PROVENANCE);
    const original = namedLeaves({
      decoder: initialDecoder(initialiser(1), { ...SIZES, mlpWidth: 12 }),
    });
    const read = namedLeaves(parameters);
    expect(read.map(([name]) => name)).toEqual(original.map(([name]) => name));
    for (const [index, [, leaf]] of read.entries()) {
      expect(leaf.shape).toEqual(original[index][1].shape);
      expect(await numbersOf(leaf)).toEqual(await numbersOf(original[index][1]));
    }
  });

  it('is the same bytes when it is read and written again', async () => {
    const bytes = await written();
    const { parameters, provenance } = readCheckpoint(bytes);
    expect(await writeCheckpoint(parameters, provenance)).toEqual(bytes);
  });

  it('is read from a Buffer of Node, wherever its bytes begin', async () => {
    const bytes = await written();
    const buffer = Buffer.concat([Buffer.alloc(3), bytes]).subarray(3);
    const { parameters, provenance } = readCheckpoint(buffer);
    expect(await writeCheckpoint(parameters, provenance)).toEqual(bytes);
  });

  it('is refused when it is truncated anywhere', async () => {
    const bytes = await written();
    for (const length of [0, 5, 100, bytes.length - 4000, bytes.length - 1]) {
      expect(() => readCheckpoint(bytes.slice(0, length)), `${length}`).toThrow(CheckpointError);
    }
  });

  it('is refused when a number is changed', async () => {
    const bytes = await written();
    bytes[bytes.length - 10] ^= 0x40;
    expect(() => readCheckpoint(bytes)).toThrow('corrupt');
  });

  it('is refused when its header is no JSON, or it is another kind of file', async () => {
    const bytes = await written();
    bytes[9] = 0;
    expect(() => readCheckpoint(bytes)).toThrow('the header of the file is corrupt');
    const foreign = writeSafetensors({ tensors: new Map(), metadata: {} }, 'F32');
    expect(() => readCheckpoint(foreign)).toThrow('no checkpoint of Patchwork');
  });

  it('is refused when it is of another version', async () => {
    const { tensors, metadata } = readSafetensors(await written());
    const other = writeSafetensors({ tensors, metadata: { ...metadata, patchwork: '0' } }, 'F16');
    expect(() => readCheckpoint(other)).toThrow(
      `this checkpoint has version 0, this page reads version ${CHECKPOINT_VERSION}`,
    );
  });

  it('any bytes are read or refused, without another error', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          readCheckpoint(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(CheckpointError);
        }
      }),
    );
  });
});
