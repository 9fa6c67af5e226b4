import { decodeCheckpoint } from '../../checkpoints/checkpointFile.ts';
import { exportModel } from '../../train/exportModel.ts';
import type { RunDescription } from '../../train/description.ts';
import { SMALL_WORLD } from '../../world/config.ts';

/** A whole model as content/code/toy_vlm.py loads it. */
export function forPython(
  whole: Uint8Array<ArrayBuffer>,
  { connector }: RunDescription,
): Uint8Array<ArrayBuffer> {
  const file = decodeCheckpoint(whole);
  return exportModel({ clip: file, connector: file, decoder: file }, SMALL_WORLD, connector);
}
