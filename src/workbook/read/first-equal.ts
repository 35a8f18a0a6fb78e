/**
 * For things numbered from zero to `most`, finds the first of those asked for so far that is equal to one, by its hash; that
 * one itself where it is the first. A table of numbers: a Map of a hundred thousand entries takes many times as long.
 */
export function firstEqual(
  most: number,
  isEqual: (one: number, other: number) => boolean,
): (thing: number, hash: number) => number {
  const bits = Math.ceil(Math.log2(most + 2)) + 1;
  /** One more than the thing's number; 0 for a free slot. */
  const table = new Int32Array(1 << bits);
  const hashes = new Int32Array(most + 1);
  return (thing, hash) => {
    hashes[thing] = hash;
    for (let slot = Math.imul(hash, 0x9e3779b1) >>> (32 - bits); ; slot = (slot + 1) & (table.length - 1)) {
      const other = table[slot] - 1;
      if (other < 0) {
        table[slot] = thing + 1;
        return thing;
      }
      // Few that are not equal have the same hash: the things themselves need not be fetched.
      if (hashes[other] === hash && isEqual(other, thing)) return other;
    }
  };
}

export function hashOf(text: string): number {
  let hash = text.length;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}
