import { leavesOf, mapTree, numbersOf, release, tensor } from '../vlm/tensor.ts';

/** The other of two workers that train the same model, each on half of every batch. */
export interface Replica {
  /** Gives it numbers and gets its own, as many, of the same step. Rejects once it has failed. */
  exchange(numbers: Float32Array<ArrayBuffer>): Promise<Float32Array<ArrayBuffer>>;
  /** It is gone: what is awaited of it, and all that will be, rejects with this error. */
  fail(error: Error): void;
}

/** What a step waits for. */
interface Awaited {
  resolve(numbers: Float32Array<ArrayBuffer>): void;
  reject(error: Error): void;
}

/** The replica at the other end of a channel; the port works in a browser's worker and in Node's. */
export function replicaOver(port: MessagePort): Replica {
  const arrived: Float32Array<ArrayBuffer>[] = [];
  let failure: Error | undefined;
  let awaited: Awaited | undefined;
  port.onmessage = ({ data }: MessageEvent<Float32Array<ArrayBuffer>>) => {
    if (awaited) awaited.resolve(data);
    else arrived.push(data);
    awaited = undefined;
  };
  return {
    exchange: async (numbers) => {
      if (failure) throw failure;
      port.postMessage(numbers, [numbers.buffer]);
      const early = arrived.shift();
      return early ?? new Promise((resolve, reject) => (awaited = { resolve, reject }));
    },
    fail: (error) => {
      failure = error;
      awaited?.reject(error);
    },
  };
}

/**
 * The mean of this replica's tree and the other's, number by number: both get the same, to the last
 * bit, for a sum of two does not depend on their order. Consumes the tree.
 */
export async function meanWith<T>(replica: Replica, mine: T): Promise<T> {
  const leaves = leavesOf(mine);
  const numbers = new Float32Array(leaves.reduce((sum, { size }) => sum + size, 0));
  let end = 0;
  for (const leaf of leaves) {
    numbers.set(await numbersOf(leaf), end);
    end += leaf.size;
  }
  const mean = await replica.exchange(numbers.slice());
  for (let index = 0; index < end; index++) mean[index] = (mean[index] + numbers[index]) / 2;
  let start = 0;
  const result = mapTree(mine, ({ size, shape }) => {
    const part = mean.slice(start, start + size);
    start += size;
    return tensor(part, shape);
  });
  release(mine);
  return result;
}
