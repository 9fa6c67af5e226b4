/** Half precision (IEEE 754 binary16): 1 bit of sign, 5 of exponent, 10 of fraction. */

const LARGEST = 65504;

const floatBits = new Float32Array(1);
const integerBits = new Uint32Array(floatBits.buffer);

/** Numbers as half precision, each rounded to the nearest; what is too large becomes ±65504. */
export function toFloat16(numbers: Float32Array): Uint16Array<ArrayBuffer> {
  return Uint16Array.from(numbers, encode);
}

/** Half precision as numbers. */
export function fromFloat16(halves: Uint16Array): Float32Array<ArrayBuffer> {
  return Float32Array.from(halves, decode);
}

function encode(value: number): number {
  floatBits[0] = Math.max(-LARGEST, Math.min(LARGEST, value));
  const bits = integerBits[0];
  const sign = (bits >>> 16) & 0x8000;
  const exponent = ((bits >>> 23) & 0xff) - 127 + 15;
  const fraction = (bits & 0x7fffff) | 0x800000; // with the leading 1
  if (exponent >= 1) {
    const half = (exponent << 10) + ((fraction & 0x7fffff) >>> 13);
    return sign | roundHalf(half, fraction & 0x1fff, 0x1000);
  }
  if (exponent < -10) return sign;
  const shift = 14 - exponent; // a subnormal: the leading 1 moves into the fraction
  const rest = fraction & ((1 << shift) - 1);
  return sign | roundHalf(fraction >>> shift, rest, 1 << (shift - 1));
}

/** Rounds to nearest, ties to even: `rest` is what is cut off, `half` the middle of its range. */
const roundHalf = (value: number, rest: number, half: number): number =>
  rest > half || (rest === half && value % 2 === 1) ? value + 1 : value;

function decode(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >>> 10) & 0x1f;
  const fraction = half & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
