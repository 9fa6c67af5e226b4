import { loadCheckpoints } from '../checkpoints/shipped.ts';
import { createReader } from '../inference/reader.ts';

const files = await loadCheckpoints(['clip', 'language', 'align-mlp', 'instruct-mlp']);
/** The published models after stage 1 and after stage 2, with the MLP as connector. */
export const stageReaders = [
  { connector: 'align-mlp', decoder: 'language' },
  { connector: 'instruct-mlp', decoder: 'instruct-mlp' },
].map(({ connector, decoder }) =>
  createReader({
    vision: files.get('clip')!,
    connector: files.get(connector)!,
    decoder: files.get(decoder)!,
  }),
);
