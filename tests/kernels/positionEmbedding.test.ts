import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMatrix, matrixFromRows, rowOf } from '../../src/kernels/matrix.ts';
import {
  cosineSimilarityMatrix,
  interpolatePositionEmbedding,
  sinCosPositionEmbedding1d,
  sinCosPositionEmbedding2d,
} from '../../src/kernels/positionEmbedding.ts';
import { matrix } from './arbitraries.ts';
import { expectClose, GoldenCase } from './golden.ts';

const side = fc.integer({ min: 1, max: 6 });

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, index) => sum + value * b[index], 0);
}

describe('sine-cosine embeddings', () => {
  it('equal PyTorch', () => {
    new GoldenCase('position_embedding', 'oneDimension').expect(
      'output',
      sinCosPositionEmbedding1d(7, 6),
    );
    const grid = { rows: 2, columns: 3 };
    new GoldenCase('position_embedding', 'twoDimensions').expect(
      'output',
      sinCosPositionEmbedding2d(grid, 8),
    );
  });

  it('start with sin 0 = 0 and cos 0 = 1, all of length √(D/2)', () => {
    const embedding = sinCosPositionEmbedding1d(50, 16);
    expect([...rowOf(embedding, 0).subarray(0, 4)]).toEqual([0, 1, 0, 1]);
    for (let row = 0; row < 50; row++) {
      expect(dot(rowOf(embedding, row), rowOf(embedding, row))).toBeCloseTo(8, 5);
    }
  });

  it('have products that depend on the distance only', () => {
    fc.assert(
      fc.property(fc.nat(19), fc.nat(19), (offset, position) => {
        const embedding = sinCosPositionEmbedding1d(40, 16);
        const here = dot(rowOf(embedding, position), rowOf(embedding, position + offset));
        expect(here).toBeCloseTo(dot(rowOf(embedding, 0), rowOf(embedding, offset)), 4);
      }),
    );
  });

  it('in 2-D: one half is the same along a column, the other along a row', () => {
    const embedding = sinCosPositionEmbedding2d({ rows: 3, columns: 4 }, 16);
    const at = (row: number, column: number) => rowOf(embedding, row * 4 + column);
    expect(at(0, 2).subarray(0, 8)).toEqual(at(2, 2).subarray(0, 8));
    expect(at(0, 2).subarray(0, 8)).not.toEqual(at(0, 1).subarray(0, 8));
    expect(at(1, 0).subarray(8)).toEqual(at(1, 3).subarray(8));
    expect(at(1, 0).subarray(8)).not.toEqual(at(2, 0).subarray(8));
  });

  it('refuse an unfit width', () => {
    expect(() => sinCosPositionEmbedding1d(3, 5)).toThrow('even width, got 5');
    expect(() => sinCosPositionEmbedding2d({ rows: 2, columns: 2 }, 6)).toThrow(
      'that 4 divides, got 6',
    );
  });
});

describe('cosineSimilarityMatrix', () => {
  it('equals PyTorch', () => {
    const golden = new GoldenCase('position_embedding', 'similarity');
    golden.expect('output', cosineSimilarityMatrix(golden.matrix('x')));
  });

  it('is symmetric, within [−1, 1], 1 on the diagonal, and 0 for a zero row', () => {
    fc.assert(
      fc.property(matrix(5, 3), (vectors) => {
        vectors.data.fill(0, 0, 3);
        vectors.data[3] = 1;
        const { data } = cosineSimilarityMatrix(vectors);
        data.forEach((value, index) => {
          expect(Math.abs(value)).toBeLessThanOrEqual(1 + 1e-6);
          expect(value).toBe(data[(index % 5) * 5 + Math.floor(index / 5)]);
        });
        expect([...data.subarray(0, 5)]).toEqual([0, 0, 0, 0, 0]);
        expect(data[6]).toBeCloseTo(1, 6);
      }),
    );
  });
});

describe('interpolatePositionEmbedding', () => {
  const from = { rows: 3, columns: 4 };

  it.each([
    { name: 'larger', to: { rows: 5, columns: 6 } },
    { name: 'smaller', to: { rows: 2, columns: 3 } },
  ])('equals PyTorch ($name)', ({ name, to }) => {
    const golden = new GoldenCase('position_embedding', name);
    golden.expect('output', interpolatePositionEmbedding(golden.matrix('x'), from, to));
  });

  it('keeps the class row, and everything when the grid stays', () => {
    fc.assert(
      fc.property(matrix(13, 2), side, side, (embedding, rows, columns) => {
        const resized = interpolatePositionEmbedding(embedding, from, { rows, columns });
        expect(resized.rows).toBe(1 + rows * columns);
        expect(rowOf(resized, 0)).toEqual(rowOf(embedding, 0));
        expectClose(interpolatePositionEmbedding(embedding, from, from).data, embedding.data);
      }),
    );
  });

  it('interpolates between neighbours', () => {
    const line = matrixFromRows([[9], [0], [1]]);
    const resized = interpolatePositionEmbedding(
      line,
      { rows: 1, columns: 2 },
      { rows: 1, columns: 4 },
    );
    expectClose(resized.data, [9, 0, 0.25, 0.75, 1]);
  });

  it('refuses a grid that is not the embedding’s', () => {
    const call = () => interpolatePositionEmbedding(createMatrix(12, 2), from, from);
    expect(call).toThrow('a 3×4 grid and a class token need 13 rows, got 12');
  });
});
