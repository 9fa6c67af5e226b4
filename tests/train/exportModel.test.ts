import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { decodeCheckpoint } from '../../src/checkpoints/checkpointFile.ts';
import { exportModel } from '../../src/train/exportModel.ts';
import { prefixMask } from '../../src/vlm/decoder.ts';
import { readCheckpoint } from '../../src/vlm/checkpoint.ts';
import { CONNECTORS, type ConnectorKind } from '../../src/vlm/connectors/connector.ts';
import { startEngine } from '../../src/vlm/engine.ts';
import { modelConfig, prefixLength, type Reader, readImage } from '../../src/vlm/model.ts';
import { numbersOf } from '../../src/vlm/tensor.ts';
import { type VisionEncoder, visionEncoder } from '../../src/vlm/visionEncoder.ts';
import { SMALL_WORLD } from '../../src/world/config.ts';
import { expectClose } from '../kernels/golden.ts';
import { GoldenTree } from '../vlm/goldenTree.ts';

beforeAll(startEngine);

const fileOf = (name: string) =>
  new URL(`../../public/checkpoints/${name}.safetensors`, import.meta.url);
const shipped = (name: string) => decodeCheckpoint(readFileSync(fileOf(name)));
const kinds = (Object.keys(CONNECTORS) as ConnectorKind[]).filter((kind) =>
  existsSync(fileOf(`instruct-${kind}`)),
);

const exported = (kind: ConnectorKind) =>
  exportModel(
    {
      clip: shipped('clip'),
      connector: shipped(`instruct-${kind}`),
      decoder: shipped('instruct-mlp'),
    },
    SMALL_WORLD,
    kind,
  );

describe.each(kinds)('an exported model, %s', (kind) => {
  const golden = new GoldenTree('export', kind);
  const bytes = exported(kind);

  it('is the file that PyTorch has loaded', () => {
    const hash = [...createHash('sha256').update(bytes).digest()];
    expect(hash, 'run: /usr/bin/python3 scripts/golden_export.py').toEqual(
      golden.stored('checkpoint').data,
    );
  });

  it('gives the logits that PyTorch gives', async () => {
    const config = modelConfig(SMALL_WORLD, CONNECTORS[kind]);
    const { vision, ...reader } = readCheckpoint<Reader & { vision: VisionEncoder }>(
      bytes,
    ).parameters;
    const { heads, patchSize } = config.vision;
    const imageTokens = visionEncoder(golden.tensor('images'), vision, heads, patchSize);
    const tokens = golden.tokens('tokens');
    const mask = prefixMask(prefixLength(config), tokens.shape[1]);
    const logits = readImage(imageTokens, tokens, mask, reader, config);
    expectClose(await numbersOf(logits), golden.stored('logits').data, 'logits', 1e-4);
  });
});

it('a file without the part that is wanted is refused', () => {
  const parts = { clip: shipped('language'), connector: shipped('align-mlp') };
  expect(() => exportModel({ ...parts, decoder: shipped('language') }, SMALL_WORLD, 'mlp')).toThrow(
    'holds no clip.vision',
  );
});
