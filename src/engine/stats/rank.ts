import { ascendingOrder } from "./order";

export type Ties = "min" | "average" | "max";

/**
 * Ranks in ascending order, 1 for the least; NaN for missing. Equal values share the least, mean or greatest of their
 * places. R's rank(ties.method).
 */
export function ascendingRanks(
  values: Float64Array,
  ties: Ties,
  out = new Float64Array(values.length),
): Float64Array {
  const order = ascendingOrder(values);
  out.fill(NaN);
  for (let start = 0; start < order.length;) {
    let end = start;
    while (end + 1 < order.length && values[order[end + 1]] === values[order[start]]) end += 1;
    const rank = ties === "min" ? start + 1 : ties === "max" ? end + 1 : (start + end) / 2 + 1;
    for (let i = start; i <= end; i += 1) out[order[i]] = rank;
    start = end + 1;
  }
  return out;
}

/** Scores nearer than this, relative to their size, are one score. */
const tolerance = 1e-9;

/** Whether two scores are equal but for the noise of arithmetic. */
export function sameScore(a: number, b: number): boolean {
  return Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b));
}

/**
 * Units from best to worst; scores that are the same keep the study's order, units without a score stand last.
 */
export function bestFirst(scores: Float64Array): Int32Array {
  const present = ascendingOrder(scores).reverse();
  const order = new Int32Array(scores.length);
  order.set(present);
  let next = present.length;
  for (let i = 0; i < scores.length; i += 1) if (scores[i] !== scores[i]) order[next++] = i;
  // Equal scores, and neighbours that differ by noise alone, stand in the study's order.
  for (let start = 0; start < present.length;) {
    let end = start + 1;
    while (end < present.length && sameScore(scores[order[start]], scores[order[end]])) end += 1;
    if (end - start > 1) order.subarray(start, end).sort();
    start = end;
  }
  return order;
}

/**
 * Competition ranks of scores, 1 for the best: ties share the smaller rank and leave a gap (1, 2, 2, 4); 0 without a
 * score. Scores within a relative 1e-9 of the first of their tie are tied. `order` is that of `bestFirst`.
 */
export function competitionRanks(scores: Float64Array, order: ArrayLike<number>): Int32Array {
  const ranks = new Int32Array(scores.length);
  let leader = NaN;
  let rank = 0;
  for (let place = 0; place < order.length; place += 1) {
    const score = scores[order[place]];
    if (score !== score) break;
    if (!sameScore(leader, score)) {
      leader = score;
      rank = place + 1;
    }
    ranks[order[place]] = rank;
  }
  return ranks;
}
