import { describe, expect, it } from 'vitest';
import { normalSource, randomMatrix, uniformSource } from '../../src/kernels/random.ts';

function momentsOf(next: () => number): { mean: number; deviation: number } {
  const values = Array.from({ length: 20_000 }, next);
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(variance) };
}

describe('random', () => {
  it('is mulberry32, the same everywhere', () => {
    const next = uniformSource(1);
    expect([next(), next(), next()]).toEqual([
      0.6270739405881613, 0.002735721180215478, 0.5274470399599522,
    ]);
  });

  it('has the moments of a uniform and of a normal distribution', () => {
    const uniform = momentsOf(uniformSource(7));
    expect(uniform.mean).toBeCloseTo(0.5, 1.5);
    expect(uniform.deviation).toBeCloseTo(1 / Math.sqrt(12), 1.5);
    const normal = momentsOf(normalSource(7));
    expect(Math.abs(normal.mean)).toBeLessThan(0.03);
    expect(Math.abs(normal.deviation - 1)).toBeLessThan(0.03);
  });

  it('gives the same matrix for the same seed, another for another', () => {
    expect(randomMatrix(2, 3, 5)).toEqual(randomMatrix(2, 3, 5));
    expect(randomMatrix(2, 3, 5)).not.toEqual(randomMatrix(2, 3, 6));
    const [wide, narrow] = [randomMatrix(1, 1, 5, 2), randomMatrix(1, 1, 5)];
    expect(wide.data[0]).toBe(2 * narrow.data[0]);
  });
});
