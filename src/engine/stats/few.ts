/**
 * Which of n things have the `count` least keys, least first; equal keys stay in the order of the things. A thing whose key is
 * NaN is passed over. For a few out of many: nothing is sorted.
 * @example keys 3, 1, NaN, 1 and a count of 2 → 1, 3
 */
export function leastFew(n: number, count: number, keyOf: (thing: number) => number): number[] {
  const found: number[] = [];
  const keys: number[] = [];
  for (let thing = 0; thing < n; thing += 1) {
    const key = keyOf(thing);
    if (key !== key || (found.length === count && !(key < keys[count - 1]))) continue;
    let place = Math.min(found.length, count - 1);
    while (place > 0 && keys[place - 1] > key) {
      keys[place] = keys[place - 1];
      found[place] = found[place - 1];
      place -= 1;
    }
    keys[place] = key;
    found[place] = thing;
  }
  return found;
}
