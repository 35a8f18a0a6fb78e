import { ascendingOrder, sorter } from "./order";

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

/** Ranks columns of scores of one length, again and again, without allocating. */
export interface Ranker {
  /** Present scores, ascending, after `rank`. */
  readonly ascending: Float64Array;
  /**
   * Writes units from best to worst to `order` (scores that are the same keep the study's order, units without a score
   * stand last) and competition ranks to `ranks`. Says how many units have a score.
   */
  rank(scores: Float64Array, order: Int32Array, ranks: Int32Array): number;
}

export function ranker(units: number): Ranker {
  const { sort, order: lowest, ascending } = sorter(units);
  return {
    ascending,
    rank(scores, order, ranks) {
      const present = sort(scores);
      let leader = NaN;
      let first = 0;
      for (let place = 0; place < present; place += 1) {
        const unit = lowest[present - 1 - place];
        const score = ascending[present - 1 - place];
        order[place] = unit;
        if (!sameScore(leader, score)) {
          // Equal scores, and neighbours that differ by noise alone, stand in the study's order.
          if (place - first > 1) order.subarray(first, place).sort();
          leader = score;
          first = place;
        }
        ranks[unit] = first + 1;
      }
      if (present - first > 1) order.subarray(first, present).sort();
      if (present < scores.length) {
        let next = present;
        for (let i = 0; i < scores.length; i += 1) {
          if (scores[i] === scores[i]) continue;
          order[next++] = i;
          ranks[i] = 0;
        }
      }
      return present;
    },
  };
}

/**
 * Competition ranks of scores, 1 for the best: ties share the smaller rank and leave a gap (1, 2, 2, 4); 0 without a
 * score. Scores within a relative 1e-9 of the first of their tie are tied. `order` is best first (a `Ranker`'s, or part of it).
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
