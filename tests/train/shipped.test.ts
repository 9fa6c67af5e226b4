import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCheckpoint } from '../../src/vlm/checkpoint.ts';
import { startEngine } from '../../src/vlm/engine.ts';
import { release } from '../../src/vlm/tensor.ts';
import { SPLIT_RULE } from '../../src/world/split.ts';

beforeAll(startEngine);

const FOLDER = new URL('../../public/checkpoints/', import.meta.url);
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.safetensors'));
const read = (name: string) => readFileSync(new URL(name, FOLDER));

describe('the shipped checkpoints', () => {
  it('are at most 3 MB in all', () => {
    const total = files.reduce((sum, name) => sum + read(name).length, 0);
    expect(total).toBeLessThanOrEqual(3 * 2 ** 20);
  });

  it.each(files)('%s says where it comes from, and how its loss fell', (name) => {
    const { parameters, provenance } = readCheckpoint(read(name));
    release(parameters);
    expect(provenance.split).toBe(SPLIT_RULE);
    expect(provenance.config).toMatchObject({
      world: expect.stringMatching(/^(small|search|moving)$/),
      settings: { seed: provenance.seed },
    });
    const losses = provenance.curve.map(([, loss]) => loss);
    expect(losses.length).toBeGreaterThan(5);
    expect(losses.at(-1)).toBeLessThan(losses[0]);
  });

  it('have their scores in src/data/scores.json', () => {
    const file = new URL('../../src/data/scores.json', import.meta.url);
    const { results, classifier, sequence } = JSON.parse(readFileSync(file, 'utf8'));
    const readers = files
      .map((name) => name.replace('.safetensors', ''))
      .filter((n) => !['clip', 'classifier', 'seq2seq'].includes(n));
    expect(classifier.accuracy.class.count).toBe(classifier.scenes);
    expect(sequence.tasks.caption.model.count).toBe(sequence.scenes);
    expect(Object.keys(results)).toEqual(expect.arrayContaining(['guessing', ...readers]));
  });
});
