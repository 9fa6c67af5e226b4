import { fromFloat16, toFloat16 } from './float16.ts';

/** A tensor of a file, outside the engine. */
export interface StoredTensor {
  shape: number[];
  data: Float32Array<ArrayBuffer>;
}

/** What a safetensors file holds. */
export interface TensorFile {
  tensors: ReadonlyMap<string, StoredTensor>;
  metadata: Record<string, string>;
}

export type Precision = 'F16' | 'F32';

/** A file that is not what it should be; the message says what is wrong, for the reader to see. */
export class CheckpointError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CheckpointError';
  }
}

interface Entry {
  dtype: string;
  shape: number[];
  data_offsets: [number, number];
}

/** Bytes before the header: its length, as a 64-bit integer. */
const PREFIX = 8;

/**
 * Writes the safetensors format (huggingface.co/docs/safetensors): the header's length, a JSON header,
 * the numbers. PyTorch reads it with `safetensors.torch.load_file`.
 */
export function writeSafetensors(
  { tensors, metadata }: TensorFile,
  precision: Precision,
): Uint8Array<ArrayBuffer> {
  const header: Record<string, unknown> = { __metadata__: metadata };
  const blocks: Uint8Array[] = [];
  let offset = 0;
  for (const [name, { shape, data }] of tensors) {
    const numbers = precision === 'F16' ? toFloat16(data) : data;
    const block = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
    const end = offset + block.length;
    header[name] = { dtype: precision, shape, data_offsets: [offset, end] };
    blocks.push(block);
    offset = end;
  }
  const text = new TextEncoder().encode(JSON.stringify(header));
  const headerLength = Math.ceil(text.length / 8) * 8; // filled up with spaces, to align the numbers
  const bytes = new Uint8Array(PREFIX + headerLength + offset).fill(
    0x20,
    PREFIX,
    PREFIX + headerLength,
  );
  new DataView(bytes.buffer).setBigUint64(0, BigInt(headerLength), true);
  bytes.set(text, PREFIX);
  let position = PREFIX + headerLength;
  for (const block of blocks) {
    bytes.set(block, position);
    position += block.length;
  }
  return bytes;
}

/** Reads the safetensors format. Throws a CheckpointError for a file that is truncated or is none. */
export function readSafetensors(file: Uint8Array): TensorFile {
  // Node's Buffer is a Uint8Array whose slice() does not copy.
  const bytes = new Uint8Array(file.buffer, file.byteOffset, file.byteLength);
  const { header, start } = readHeader(bytes);
  const { __metadata__: metadata = {}, ...entries } = header;
  const tensors = new Map<string, StoredTensor>();
  for (const [name, entry] of Object.entries(entries)) {
    tensors.set(name, readTensor(name, entry as Entry, bytes.subarray(start)));
  }
  return { tensors, metadata: metadata as Record<string, string> };
}

function readHeader(bytes: Uint8Array): { header: Record<string, unknown>; start: number } {
  if (bytes.length < PREFIX) throw new CheckpointError('the file is too short to be a checkpoint');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = Number(view.getBigUint64(0, true));
  const start = PREFIX + length;
  if (start > bytes.length) throw new CheckpointError('the file ends inside its header');
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(PREFIX, start));
    const header: unknown = JSON.parse(text);
    if (typeof header !== 'object' || header === null) throw new SyntaxError('no object');
    return { header: header as Record<string, unknown>, start };
  } catch {
    throw new CheckpointError('the header of the file is corrupt');
  }
}

function readTensor(name: string, entry: Entry, bytes: Uint8Array): StoredTensor {
  const { dtype, shape, data_offsets: offsets } = entry;
  const isEntry = Array.isArray(shape) && Array.isArray(offsets) && offsets.length === 2;
  if (!isEntry) throw new CheckpointError(`the entry of "${name}" is corrupt`);
  if (dtype !== 'F16' && dtype !== 'F32') {
    throw new CheckpointError(`"${name}" has numbers of type ${dtype}; F16 and F32 are understood`);
  }
  const [begin, end] = offsets;
  const size = shape.reduce((product, axis) => product * axis, 1);
  if (end - begin !== size * (dtype === 'F16' ? 2 : 4)) {
    throw new CheckpointError(`"${name}" has not as many numbers as its shape`);
  }
  if (end > bytes.length) throw new CheckpointError(`the file ends inside "${name}"`);
  const buffer = bytes.slice(begin, end).buffer; // copied, hence aligned
  const data = dtype === 'F16' ? fromFloat16(new Uint16Array(buffer)) : new Float32Array(buffer);
  return { shape, data: data as Float32Array<ArrayBuffer> };
}
