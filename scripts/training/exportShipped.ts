/** Writes shipped checkpoints as the lab exports them: `node scripts/training/exportShipped.ts <connector> <file>`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { decodeCheckpoint } from '../../src/checkpoints/checkpointFile.ts';
import { exportModel } from '../../src/train/exportModel.ts';
import { CONNECTORS, type ConnectorKind } from '../../src/vlm/connectors/connector.ts';
import { SMALL_WORLD } from '../../src/world/config.ts';
import { CHECKPOINTS } from './artefacts.ts';

const [kind = '', file = ''] = process.argv.slice(2);
if (!Object.hasOwn(CONNECTORS, kind)) {
  throw new RangeError(`no connector "${kind}"; there are ${Object.keys(CONNECTORS).join(', ')}`);
}
const shipped = (name: string) =>
  decodeCheckpoint(readFileSync(new URL(`${name}.safetensors`, CHECKPOINTS)));
const parts = {
  clip: shipped('clip'),
  connector: shipped(`instruct-${kind}`),
  decoder: shipped('instruct-mlp'),
};
writeFileSync(file, exportModel(parts, SMALL_WORLD, kind as ConnectorKind));
