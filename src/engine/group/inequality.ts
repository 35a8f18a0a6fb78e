import { sum } from "../stats/moments";
import type { GroupColumn } from "../study";

/** Theil's T, natural logarithm; within + between = total. All NaN where a value is zero or less. */
export interface Theil {
  readonly total: number;
  readonly within: number;
  readonly between: number;
}

/** Dagum's division of the Gini coefficient; within + netBetween + transvariation = total. */
export interface Dagum {
  readonly total: number;
  readonly within: number;
  /** What differences between the groups' means account for. */
  readonly netBetween: number;
  /** What overlapping groups account for: units of a poorer group above units of a richer one. */
  readonly transvariation: number;
  /** Gini coefficient inside each group, in the labels' order; NaN for an empty one. */
  readonly inside: readonly number[];
}

export interface Inequality {
  /** Units that have a value and a group. */
  readonly n: number;
  readonly gini: number;
  readonly theil: Theil;
  readonly dagum: Dagum;
}

/**
 * Inequality of the values among the units that have a value and a group: the Gini coefficient G = ΣΣ|y − y′|/(2n²μ),
 * Theil's T and Dagum's division of G. Gini and Dagum are NaN for no units, a mean of zero or less, or a value below zero
 * (G would have no upper bound); Theil's T is NaN where a value is zero or less.
 *
 * n log n: every group is sorted once, and two groups are compared by walking both.
 * Source: Dagum (1997), Empirical Economics 22, 515–531; Theil (1967), Economics and Information Theory, ch. 4.
 * @example 1 and 3 in one group → G = 0.25
 */
export function inequality(
  values: Float64Array,
  { labels, of }: Pick<GroupColumn, "labels" | "of">,
): Inequality {
  const members = labels.map((_, label) =>
    values.filter((value, unit) => of[unit] === label && value === value).sort(),
  );
  const all = Float64Array.from(members.flatMap((group) => [...group])).sort();
  const total = gini(all);
  return { n: all.length, gini: total, theil: theil(all, members), dagum: dagum(total, all, members) };
}

/**
 * Gini coefficient of ascending values: Σ(2i − n − 1)y/(n·Σy), which is ΣΣ|y − y′|/(2n²μ). NaN for none, for one below zero
 * and for a sum of zero.
 */
export function gini(ascending: Float64Array): number {
  const n = ascending.length;
  const total = sum(ascending);
  if (n === 0 || ascending[0] < 0 || !(total > 0)) return NaN;
  return sum(ascending.map((value, i) => (2 * (i + 1) - n - 1) * value)) / (n * total);
}

/** T = (1/n)Σ(y/μ)ln(y/μ). */
function theilOf(values: Float64Array): number {
  const centre = sum(values) / values.length;
  return sum(values.map((value) => (value / centre) * Math.log(value / centre))) / values.length;
}

/** Within Σ(n_g/n)(μ_g/μ)T_g, between Σ(n_g/n)(μ_g/μ)ln(μ_g/μ). */
function theil(all: Float64Array, members: readonly Float64Array[]): Theil {
  if (!(all[0] > 0)) return { total: NaN, within: NaN, between: NaN };
  const total = sum(all);
  let within = 0;
  let between = 0;
  for (const group of members) {
    if (group.length === 0) continue;
    const share = sum(group) / total;
    within += share * theilOf(group);
    between += share * Math.log((share * all.length) / group.length);
  }
  return { total: theilOf(all), within, between };
}

function dagum(total: number, all: Float64Array, members: readonly Float64Array[]): Dagum {
  const inside = members.map(gini);
  if (total !== total) return { total, within: NaN, netBetween: NaN, transvariation: NaN, inside };
  const everything = sum(all);
  const groups = members
    .map((group) => ({
      group,
      mean: sum(group) / group.length,
      people: group.length / all.length,
      share: sum(group) / everything,
    }))
    .filter(({ group }) => group.length > 0)
    .sort((a, b) => a.mean - b.mean);
  let within = 0;
  let netBetween = 0;
  let transvariation = 0;
  groups.forEach((richer, j) => {
    // A group of nothing but zeros has no Gini of its own, nor a share that it could count with.
    if (richer.share > 0) within += gini(richer.group) * richer.people * richer.share;
    for (const poorer of groups.slice(0, j)) {
      const { ahead, behind } = gaps(richer.group, poorer.group);
      if (ahead + behind === 0) continue;
      const between = (ahead + behind) / (richer.mean + poorer.mean);
      const affluence = (ahead - behind) / (ahead + behind);
      const weight = richer.people * poorer.share + poorer.people * richer.share;
      netBetween += between * weight * affluence;
      transvariation += between * weight * (1 - affluence);
    }
  });
  return { total, within, netBetween, transvariation, inside };
}

/** Means over all pairs of (x − y)₊ and (y − x)₊, x from one ascending array and y from the other. */
function gaps(one: Float64Array, other: Float64Array): { ahead: number; behind: number } {
  let ahead = 0;
  let behind = 0;
  let below = 0;
  let sumBelow = 0;
  const sumOther = sum(other);
  for (let i = 0; i < one.length; i += 1) {
    const value = one[i];
    while (below < other.length && other[below] <= value) sumBelow += other[below++];
    ahead += value * below - sumBelow;
    behind += sumOther - sumBelow - value * (other.length - below);
  }
  const pairs = one.length * other.length;
  return { ahead: ahead / pairs, behind: Math.max(0, behind) / pairs };
}
