import { type DecoderParameters, readPrefix, readTokens } from '../../src/kernels/decoder.ts';
import type { Matrix } from '../../src/kernels/matrix.ts';

/** The logits of every position, reading `chunk` tokens at a time. */
export function decoder(
  prefix: Matrix,
  tokens: readonly number[],
  parameters: DecoderParameters,
  heads: number,
  chunk = tokens.length,
): number[] {
  const logits: number[] = [];
  let state = readPrefix(prefix, parameters, heads);
  for (let start = 0; start < tokens.length; start += chunk) {
    const reading = readTokens(tokens.slice(start, start + chunk), state, parameters, heads);
    logits.push(...reading.logits.data);
    state = reading.state;
  }
  return logits;
}
