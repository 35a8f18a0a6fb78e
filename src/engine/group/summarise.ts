import type { GroupSummary } from "../result";
import { mean, standardDeviation } from "../stats/moments";
import { quantile } from "../stats/quantile";
import { rowOf, type GroupColumn } from "../study";

/**
 * One node's scores over some units: counts, mean, median, sd (n − 1), extremes with their units, quartiles (type 7),
 * means of the best and worst N (of all when there are fewer). Units without a score are counted but not summarised.
 */
export function summarise(
  scores: Float64Array,
  members: ArrayLike<number>,
  topAndBottom: number,
): Omit<GroupSummary, "column" | "value" | "node"> {
  const present = Array.from(members).filter((unit) => scores[unit] === scores[unit]);
  present.sort((a, b) => scores[a] - scores[b] || a - b);
  const values = Float64Array.from(present, (unit) => scores[unit]);
  const n = values.length;
  const few = Math.min(topAndBottom, n);
  return {
    units: members.length,
    n,
    mean: mean(values),
    median: quantile(values, 0.5),
    sd: standardDeviation(values),
    min: n ? values[0] : NaN,
    max: n ? values[n - 1] : NaN,
    minUnit: n ? present[0] : -1,
    maxUnit: n ? present[n - 1] : -1,
    lowerQuartile: quantile(values, 0.25),
    upperQuartile: quantile(values, 0.75),
    topMean: mean(values.subarray(n - few)),
    bottomMean: mean(values.subarray(0, few)),
  };
}

/** The units of each label of a group column, in the study's order. */
export function membersByLabel(column: GroupColumn): number[][] {
  const members: number[][] = column.labels.map(() => []);
  column.of.forEach((label, unit) => {
    if (label >= 0) members[label].push(unit);
  });
  return members;
}

/**
 * Summaries of every node over all units, then inside every label of every group column.
 * `aggregated` is nodes × units.
 */
export function summariseGroups(
  aggregated: Float64Array,
  units: number,
  groups: readonly GroupColumn[],
  topAndBottom: number,
): GroupSummary[] {
  const nodes = aggregated.length / Math.max(units, 1);
  const everyone = Int32Array.from({ length: units }, (_, unit) => unit);
  const sets: { column: string | null; value: string | null; members: ArrayLike<number> }[] = [
    { column: null, value: null, members: everyone },
  ];
  for (const group of groups) {
    membersByLabel(group).forEach((members, label) =>
      sets.push({ column: group.name, value: group.labels[label], members }),
    );
  }
  return sets.flatMap(({ column, value, members }) =>
    Array.from({ length: nodes }, (_, node) => ({
      column,
      value,
      node,
      ...summarise(rowOf(aggregated, node, units), members, topAndBottom),
    })),
  );
}
