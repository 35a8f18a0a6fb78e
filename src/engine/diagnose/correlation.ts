import type { Result } from "../result";
import { correlationP } from "../stats/association";
import { pairs, pearson, spearman } from "../stats/correlation";
import { rowOf } from "../study";

export type CorrelationKind = "pearson" | "spearman";

/** How the scores of two nodes go together, over the units that have both. */
export interface NodePair {
  readonly one: number;
  readonly other: number;
  readonly n: number;
  /** NaN for fewer than two units or where one has no spread. */
  readonly r: number;
  /** Two-sided, by Student's t with n − 2; NaN for fewer than three units. */
  readonly p: number;
  /** `high`: above `sameThing`, so that the two say one thing twice. `negative`: below zero, so that they cancel out. */
  readonly flag: "high" | "negative" | null;
}

/** Above this correlation two nodes are taken to measure the same. Source: OECD/JRC practice (COINr, `get_corr_flags`). */
export const sameThing = 0.92;

/** Correlation of the scores of two nodes. Pearson's, or Spearman's with average ranks. */
export function nodePair(
  result: Result,
  one: number,
  other: number,
  kind: CorrelationKind = "pearson",
): NodePair {
  const units = result.study.units.length;
  const x = rowOf(result.stages.aggregated, one, units);
  const y = rowOf(result.stages.aggregated, other, units);
  const n = pairs(x, y);
  const r = kind === "pearson" ? pearson(x, y) : spearman(x, y);
  return {
    one,
    other,
    n,
    r,
    p: correlationP(r, n),
    flag: r > sameThing ? "high" : r < 0 ? "negative" : null,
  };
}

/** Every two children of one parent, parents in pre-order. */
export function siblingPairs(result: Result, kind?: CorrelationKind): NodePair[] {
  return result.study.nodes.flatMap(({ children }) =>
    children.flatMap((one, c) => children.slice(c + 1).map((other) => nodePair(result, one, other, kind))),
  );
}

/** Every node (`one`) but the index with its parent (`other`), in pre-order. A child is part of its parent, so r is raised. */
export function parentPairs(result: Result, kind?: CorrelationKind): NodePair[] {
  return result.study.nodes.flatMap(({ parent }, node) =>
    parent < 0 ? [] : [nodePair(result, node, parent, kind)],
  );
}

/** Every node (`one`) with the other parents on its parent's level (`other`), in pre-order. */
export function crossPairs(result: Result, kind?: CorrelationKind): NodePair[] {
  const { nodes } = result.study;
  const parents = nodes.flatMap(({ children }, node) => (children.length > 0 ? [node] : []));
  return nodes.flatMap(({ parent }, node) =>
    parent < 0
      ? []
      : parents
          .filter((other) => other !== parent && nodes[other].level === nodes[parent].level)
          .map((other) => nodePair(result, node, other, kind)),
  );
}
