import { each, type Gradual } from "../../base/gradual";
import type { Result } from "../result";
import { leastFew } from "../stats/few";
import { competitionRanks, ranker } from "../stats/rank";
import { rowOf } from "../study";

/** Where units stand in each indicator. Blocks are leaves × units, leaves in pre-order. */
export interface Standings {
  readonly result: Result;
  readonly leaves: readonly number[];
  /** 1 is best, ties share the smaller rank; 0 without a score. Among all units. */
  readonly rank: Int32Array;
  /** The same inside the unit's group; 0 without one. Empty when no group column was asked for. */
  readonly groupRank: Int32Array;
  /** Share of the other units with a score that stand below, 0–1; NaN without a score. */
  readonly percentile: Float64Array;
  /** Leaves that cannot tell a strength: yes/no ones, and those where over half of the units measure zero. */
  readonly unfit: readonly { readonly leaf: number; readonly reason: "two-valued" | "zeros" }[];
}

/** Ranks of every unit in every indicator, on the indicator's scores (larger is better), among all and inside its group. */
export function* standings(result: Result, groupColumn = ""): Gradual<Standings> {
  const { study, stages } = result;
  const units = study.units.length;
  const group = study.groups.find((each) => each.name === groupColumn);
  const leaves = study.nodes.flatMap(({ indicator }, node) => (indicator >= 0 ? [node] : []));
  const rank = new Int32Array(leaves.length * units);
  const groupRank = new Int32Array(group ? rank.length : 0);
  const percentile = new Float64Array(rank.length).fill(NaN);
  const unfit: { leaf: number; reason: "two-valued" | "zeros" }[] = [];
  const { rank: rankAll } = ranker(units);
  const order = new Int32Array(units);
  yield* each(leaves, (leaf, l) => {
    const scores = rowOf(stages.aggregated, leaf, units);
    const ranks = rank.subarray(l * units, (l + 1) * units);
    const percentiles = rowOf(percentile, l, units);
    const present = rankAll(scores, order, ranks);
    group?.labels.forEach((_, label) => {
      const own = order.filter((unit) => group.of[unit] === label);
      const inside = competitionRanks(scores, own);
      for (const unit of own) groupRank[l * units + unit] = inside[unit];
    });
    // How many stand below is how many come after the last of one's tie.
    for (let start = 0; start < present;) {
      let end = start;
      while (end + 1 < present && ranks[order[end + 1]] === ranks[order[start]]) end += 1;
      const share = present > 1 ? (present - 1 - end) / (present - 1) : 1;
      for (let place = start; place <= end; place += 1) percentiles[order[place]] = share;
      start = end + 1;
    }
    const reason = unfitness(rowOf(stages.raw, study.nodes[leaf].indicator, units));
    if (reason) unfit.push({ leaf, reason });
  });
  return { result, leaves, rank, groupRank, percentile, unfit };
}

function unfitness(measured: Float64Array): "two-valued" | "zeros" | null {
  let first = NaN;
  let second = NaN;
  let different = 0;
  let present = 0;
  let zeros = 0;
  for (let i = 0; i < measured.length; i += 1) {
    const value = measured[i];
    if (value !== value) continue;
    present += 1;
    if (value === 0) zeros += 1;
    if (different > 2 || value === first || value === second) continue;
    different += 1;
    if (different === 1) first = value;
    else second = value;
  }
  return different <= 2 ? "two-valued" : zeros > present / 2 ? "zeros" : null;
}

export interface StrengthOptions {
  /**
   * `rank`: the `count` best and worst ranks. `percentile`: the rule of the Global Innovation Index, all indicators whose
   * percentile is at or above that of the unit's `count`-th best, or that rank third or better; weaknesses are those at or
   * below that of its `count`-th worst; unfit indicators are left out.
   */
  readonly rule: "rank" | "percentile";
  readonly count: number;
  /** Compare inside the unit's group, with the column that the standings were made with. `rank` only. */
  readonly inGroup?: boolean;
}

export interface Standing {
  /** Node of the indicator. */
  readonly leaf: number;
  readonly rank: number;
  readonly groupRank: number;
  readonly percentile: number;
}

/**
 * Strengths (best first) and weaknesses (least bad first, as they stand in a list of ranks) of a unit, among the indicators
 * it has a score at. Equal ranks keep the framework's order. No indicator is both: with few of them the strengths take
 * theirs first.
 * Source: WIPO, Global Innovation Index, notes to the economy profiles (percentile rule); Becker et al. (2022), COINr, `get_str_weak`.
 */
export function strengths(
  { leaves, rank, groupRank, percentile, unfit, result }: Standings,
  unit: number,
  { rule, count, inGroup = false }: StrengthOptions,
): { strengths: Standing[]; weaknesses: Standing[] } {
  const units = result.study.units.length;
  const standing = (l: number): Standing => {
    const at = l * units + unit;
    return { leaf: leaves[l], rank: rank[at], groupRank: groupRank[at] ?? 0, percentile: percentile[at] };
  };
  const ranks = inGroup ? groupRank : rank;
  const place = (l: number) => ranks[l * units + unit] || NaN;
  if (rule === "rank") {
    const n = leaves.length;
    let present = 0;
    for (let l = 0; l < n; l += 1) if (ranks[l * units + unit] > 0) present += 1;
    const best = leastFew(n, Math.min(count, present), place);
    // Asked from the end, so that of equal ranks the last in the framework is the worst.
    const worst = leastFew(n, Math.min(count, present - best.length), (k) => -place(n - 1 - k));
    return {
      strengths: best.map(standing),
      weaknesses: worst.map((k) => standing(n - 1 - k)).reverse(),
    };
  }
  const left = new Set(unfit.map(({ leaf }) => leaf));
  const ordered = leaves
    .map((_, l) => standing(l))
    .filter((each) => each.rank > 0 && !left.has(each.leaf) && (!inGroup || each.groupRank > 0))
    .sort((a, b) => b.percentile - a.percentile);
  const high = ordered[Math.min(count, ordered.length) - 1]?.percentile ?? NaN;
  const low = ordered[Math.max(0, ordered.length - count)]?.percentile ?? NaN;
  const best = ordered.filter((each) => each.percentile >= high || each.rank <= 3);
  const chosen = new Set(best);
  return {
    strengths: best,
    weaknesses: ordered.filter((each) => each.percentile <= low && !chosen.has(each)),
  };
}
