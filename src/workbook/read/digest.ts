/**
 * Two 32-bit hashes of all that was added so far, in its order; the same on every engine. They guard against oversight, not
 * against intent.
 */
export type Digest = Int32Array;

export function newDigest(): Digest {
  return Int32Array.of(0x811c9dc5, 0xc2b2ae35);
}

export function addWord(digest: Digest, word: number): void {
  const x = Math.imul(digest[0] ^ word, 0x01000193);
  const y = Math.imul(digest[1] ^ word, 0x85ebca6b);
  digest[0] = (x << 13) | (x >>> 19);
  digest[1] = (y << 17) | (y >>> 15);
}

export function addText(digest: Digest, text: string): void {
  addWord(digest, text.length);
  let x = digest[0];
  let y = digest[1];
  for (let i = 0; i < text.length; i += 1) {
    x = Math.imul(x ^ text.charCodeAt(i), 0x01000193);
    y = Math.imul(y ^ text.charCodeAt(i), 0x85ebca6b);
    x = (x << 13) | (x >>> 19);
    y = (y << 17) | (y >>> 15);
  }
  digest[0] = x;
  digest[1] = y;
}

/**
 * Adds numbers, given by their two words each and even in number. Every other number goes to either hash, so that neither
 * waits for the other.
 */
export function addNumbers(digest: Digest, words: Int32Array): void {
  let x = digest[0];
  let y = digest[1];
  for (let i = 0; i < words.length; i += 4) {
    x = Math.imul(x ^ words[i], 0x01000193) ^ words[i + 1];
    y = Math.imul(y ^ words[i + 2], 0x85ebca6b) ^ words[i + 3];
    x = (x << 13) | (x >>> 19);
    y = (y << 17) | (y >>> 15);
  }
  digest[0] = x;
  digest[1] = y;
}
