import { unitName } from "./unit-name";
import { fold } from "./words";

/**
 * The `most` candidates that are most like a text, best first: by the pairs of letters that both have (Dice) in the form in
 * which they are compared.
 */
export function nearest(
  text: string,
  candidates: readonly string[],
  most: number,
  form: (text: string) => string = fold,
): string[] {
  const own = letterPairs(form(text));
  return candidates
    .map((candidate) => ({ candidate, likeness: likeness(own, letterPairs(form(candidate))) }))
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** The units' names that are most like a name, whatever kind of place stands at their end. */
export function nearestUnits(name: string, units: readonly string[], most: number): string[] {
  return nearest(name, units, most, (each) => unitName(each).base);
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
