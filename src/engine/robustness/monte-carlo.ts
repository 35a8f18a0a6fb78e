import { quantile } from "../stats/quantile";
import { sorter } from "../stats/order";
import { draw } from "./draw";
import type { Evaluator } from "./evaluator";
import type { Robustness } from "./robustness";

/** What a stretch of runs came to: plain data, so that stretches can be made anywhere and put together in their order. */
export interface MonteCarloRuns {
  readonly from: number;
  readonly to: number;
  /** Runs × units: rank (0 without a score) and score (NaN without). */
  readonly ranks: Int32Array;
  readonly scores: Float64Array;
  /** Units × tiers: how often. A run with more tiers than the recipe's counts the lower ones as the last. */
  readonly tierCounts: Int32Array;
}

/** The tiers that the recipe's own scores were cut into, at most. */
export function tierCount({ nominal }: Evaluator): number {
  return nominal.cuts.reduce((most, bounds) => Math.max(most, bounds.length + 1), 1);
}

/** Performs runs `from` up to, not with, `to`. */
export function monteCarloRuns(evaluator: Evaluator, from: number, to: number): MonteCarloRuns {
  const { job, scores, ranks, tierOf } = evaluator;
  const units = scores.length;
  const tiers = tierCount(evaluator);
  const allRanks = new Int32Array((to - from) * units);
  const allScores = new Float64Array((to - from) * units);
  const tierCounts = new Int32Array(units * tiers);
  for (let run = from; run < to; run += 1) {
    evaluator.perform(draw(job.study, job.plan, run, () => "monte-carlo"));
    allRanks.set(ranks, (run - from) * units);
    allScores.set(scores, (run - from) * units);
    for (let i = 0; i < units; i += 1) {
      const tier = tierOf[i];
      if (tier >= 0) tierCounts[i * tiers + (tier < tiers ? tier : tiers - 1)] += 1;
    }
  }
  return { from, to, ranks: allRanks, scores: allScores, tierCounts };
}

type Intervals = Pick<
  Robustness,
  | "scoredRuns"
  | "rankLower"
  | "rankMedian"
  | "rankUpper"
  | "rankMean"
  | "scoreLower"
  | "scoreMedian"
  | "scoreUpper"
  | "tierProbability"
  | "tiers"
  | "beatsNext"
>;

/** The ends of the intervals. */
export const lowerShare = 0.05;
export const upperShare = 0.95;

/** What all runs together say of each unit. `order` is the recipe's, best first; units without a score there get NaN. */
export function summariseRuns(
  stretches: readonly MonteCarloRuns[],
  order: Int32Array,
  nominalRanks: Int32Array,
  tiers: number,
): Intervals {
  const units = order.length;
  const runs = stretches.reduce((sum, { from, to }) => sum + to - from, 0);
  const blank = () => new Float64Array(units).fill(NaN);
  const found = {
    scoredRuns: new Int32Array(units),
    rankLower: blank(),
    rankMedian: blank(),
    rankUpper: blank(),
    rankMean: blank(),
    scoreLower: blank(),
    scoreMedian: blank(),
    scoreUpper: blank(),
    tierProbability: new Float64Array(units * tiers).fill(NaN),
    tiers,
    beatsNext: chanceToBeatNext(stretches, order, nominalRanks),
  };
  const counts = new Int32Array(units + 1);
  const gathered = gather(stretches, units, runs);
  const { sort, ascending } = sorter(runs);
  for (let unit = 0; unit < units; unit += 1) {
    if (nominalRanks[unit] === 0) continue;
    const { ranks, scores } = gathered(unit);
    counts.fill(0);
    let n = 0;
    let sum = 0;
    for (let run = 0; run < runs; run += 1) {
      const rank = ranks[run];
      if (rank === 0) continue;
      counts[rank] += 1;
      n += 1;
      sum += rank;
    }
    found.scoredRuns[unit] = n;
    if (n === 0) continue;
    found.rankMean[unit] = sum / n;
    found.rankLower[unit] = countedQuantile(counts, n, lowerShare);
    found.rankMedian[unit] = countedQuantile(counts, n, 0.5);
    found.rankUpper[unit] = countedQuantile(counts, n, upperShare);
    const scored = ascending.subarray(0, sort(scores));
    found.scoreLower[unit] = quantile(scored, lowerShare);
    found.scoreMedian[unit] = quantile(scored, 0.5);
    found.scoreUpper[unit] = quantile(scored, upperShare);
    let placed = 0;
    for (let tier = 0; tier < tiers; tier += 1) placed += tierTotal(stretches, unit * tiers + tier);
    if (placed > 0)
      for (let tier = 0; tier < tiers; tier += 1)
        found.tierProbability[unit * tiers + tier] = tierTotal(stretches, unit * tiers + tier) / placed;
  }
  return found;
}

/** Units whose runs are gathered at once: they stand side by side in memory. */
const neighbours = 16;

/** A unit's ranks and scores, run after run. Asked in the units' order; what it gives is overwritten by the next block. */
function gather(
  stretches: readonly MonteCarloRuns[],
  units: number,
  runs: number,
): (unit: number) => { readonly ranks: Int32Array; readonly scores: Float64Array } {
  const ranksOf = Array.from({ length: neighbours }, () => new Int32Array(runs));
  const scoresOf = Array.from({ length: neighbours }, () => new Float64Array(runs));
  let first = -neighbours;
  return (unit) => {
    if (unit >= first + neighbours) {
      first = unit;
      const count = Math.min(neighbours, units - first);
      let at = 0;
      for (const { from, to, ranks, scores } of stretches) {
        for (let run = 0; run < to - from; run += 1, at += 1) {
          const base = run * units + first;
          for (let k = 0; k < count; k += 1) {
            ranksOf[k][at] = ranks[base + k];
            scoresOf[k][at] = scores[base + k];
          }
        }
      }
    }
    return { ranks: ranksOf[unit - first], scores: scoresOf[unit - first] };
  };
}

function tierTotal(stretches: readonly MonteCarloRuns[], cell: number): number {
  let total = 0;
  for (const { tierCounts } of stretches) total += tierCounts[cell];
  return total;
}

/** Type-7 quantile of whole numbers given as counts: position p·(n − 1) from zero, linear between neighbours. */
function countedQuantile(counts: Int32Array, n: number, p: number): number {
  const position = p * (n - 1);
  const below = Math.floor(position);
  const share = position - below;
  let value = 0;
  let passed = counts[0];
  while (passed <= below) passed += counts[++value];
  if (share === 0) return value;
  let next = value;
  while (passed <= below + 1) passed += counts[++next];
  return value + share * (next - value);
}

function chanceToBeatNext(
  stretches: readonly MonteCarloRuns[],
  order: Int32Array,
  nominalRanks: Int32Array,
): Float64Array {
  const units = order.length;
  // Halves: two for a win, one for a tie.
  const halves = new Int32Array(units);
  const meetings = new Int32Array(units);
  for (const { from, to, ranks } of stretches) {
    for (let run = 0; run < to - from; run += 1) {
      const base = run * units;
      let own = units > 0 ? ranks[base + order[0]] : 0;
      for (let place = 0; place + 1 < units; place += 1) {
        const next = ranks[base + order[place + 1]];
        if (own > 0 && next > 0) {
          halves[place] += own < next ? 2 : own === next ? 1 : 0;
          meetings[place] += 1;
        }
        own = next;
      }
    }
  }
  const chance = new Float64Array(units).fill(NaN);
  for (let place = 0; place + 1 < units; place += 1) {
    if (nominalRanks[order[place + 1]] > 0 && meetings[place] > 0)
      chance[order[place]] = halves[place] / (2 * meetings[place]);
  }
  return chance;
}
