import { fold } from "./words";

/** The `most` candidates that are most like a text, best first: by the pairs of letters that both have (Dice). */
export function nearest(text: string, candidates: readonly string[], most: number): string[] {
  const own = letterPairs(fold(text));
  return candidates
    .map((candidate) => ({ candidate, likeness: likeness(own, letterPairs(fold(candidate))) }))
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** Pairs of neighbouring letters, with the ends, so that single Chinese characters count too. */
function letterPairs(text: string): string[] {
  const padded = `^${text}$`;
  return Array.from({ length: padded.length - 1 }, (_, i) => padded.slice(i, i + 2));
}

function likeness(a: readonly string[], b: readonly string[]): number {
  const left = [...b];
  let shared = 0;
  for (const pair of a) {
    const found = left.indexOf(pair);
    if (found < 0) continue;
    left.splice(found, 1);
    shared += 1;
  }
  return (2 * shared) / (a.length + b.length);
}
