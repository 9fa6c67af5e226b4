/** Reads a number as people type it: 150528, 150,528, １９６, 1.5e3; undefined if it is none. */
export function parseNumber(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/[\s,_]/g, '');
  return plain === '' || Number.isNaN(Number(plain)) ? undefined : Number(plain);
}
