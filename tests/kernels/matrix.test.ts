import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  addBias,
  concatColumns,
  concatRows,
  createMatrix,
  identityMatrix,
  matmul,
  matrixFromRows,
  permuteRows,
  rowOf,
  scale,
  sliceColumns,
  sliceRows,
  sumRows,
  transpose,
} from '../../src/kernels/matrix.ts';
import { matrix } from './arbitraries.ts';

describe('matrix', () => {
  const example = matrixFromRows([
    [1, 2, 3],
    [4, 5, 6],
  ]);

  it('multiplies', () => {
    const right = matrixFromRows([
      [1, 0],
      [0, 1],
      [2, -1],
    ]);
    expect(matmul(example, right)).toEqual(
      matrixFromRows([
        [7, -1],
        [16, -1],
      ]),
    );
  });

  it('adds, scales, adds a bias, sums', () => {
    expect(add(example, example)).toEqual(scale(example, 2));
    expect([...addBias(example, Float32Array.of(1, 0, -1)).data]).toEqual([2, 2, 2, 5, 5, 5]);
    expect([...sumRows(example)]).toEqual([5, 7, 9]);
  });

  it('slices, joins and reorders', () => {
    expect([...sliceColumns(example, 1, 3).data]).toEqual([2, 3, 5, 6]);
    expect([...sliceRows(example, 1, 2).data]).toEqual([4, 5, 6]);
    expect([...permuteRows(example, [1, 0]).data]).toEqual([4, 5, 6, 1, 2, 3]);
    expect([...concatColumns([example, example]).data]).toEqual([
      1, 2, 3, 1, 2, 3, 4, 5, 6, 4, 5, 6,
    ]);
    expect([...concatRows([example, example]).data]).toEqual([1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 6]);
  });

  it('(AB)ᵀ = BᵀAᵀ and AI = A', () => {
    fc.assert(
      fc.property(matrix(3, 4), matrix(4, 2), (a, b) => {
        expect(transpose(matmul(a, b))).toEqual(matmul(transpose(b), transpose(a)));
        expect(matmul(a, identityMatrix(4)).data.map((x) => x + 0)).toEqual(
          a.data.map((x) => x + 0),
        );
      }),
    );
  });

  it('taking apart and joining is the identity', () => {
    fc.assert(
      fc.property(matrix(4, 6), fc.nat(6), fc.nat(4), (a, column, row) => {
        expect(concatColumns([sliceColumns(a, 0, column), sliceColumns(a, column, 6)])).toEqual(a);
        const [top, bottom] = [sliceRows(a, 0, row), sliceRows(a, row, 4)];
        expect(concatRows([top, bottom])).toEqual(a);
      }),
    );
  });

  it('says what is wrong with a shape', () => {
    expect(() => createMatrix(2, 2, new Float32Array(3))).toThrow(
      '2×2 matrix needs 4 numbers, got 3',
    );
    expect(() => matrixFromRows([[1], [1, 2]])).toThrow('row 1 has 2 numbers, row 0 has 1');
    expect(() => matmul(example, example)).toThrow('cannot multiply 2×3 by 2×3: 3 ≠ 2');
    expect(() => add(example, transpose(example))).toThrow('must be 2×3, got 3×2');
    expect(() => addBias(example, new Float32Array(2))).toThrow('needs 3 numbers, got 2');
    expect(() => sliceColumns(example, 2, 4)).toThrow('columns 2 to 4 are outside');
    expect(() => sliceRows(example, -1, 1)).toThrow('rows -1 to 1 are outside');
    expect(() => rowOf(example, 2)).toThrow('row 2 is outside');
  });
});
