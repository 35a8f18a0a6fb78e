import { each, type Gradual } from "../../base/gradual";
import type { Result } from "../result";
import { correlationP } from "../stats/association";
import { pairs, spearman } from "../stats/correlation";
import { pairwise } from "../stats/pairwise";
import { rowOf, type Study } from "../study";

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

/** Compares the scores of any two nodes of a result. */
export type Comparison = (one: number, other: number) => NodePair;

/** Correlations of the scores of a result's nodes: Pearson's, or Spearman's with average ranks. */
export function nodeComparison(result: Result, kind: CorrelationKind = "pearson"): Comparison {
  const units = result.study.units.length;
  const columns = result.study.nodes.map((_, node) => rowOf(result.stages.aggregated, node, units));
  const correlate =
    kind === "pearson"
      ? pairwise(columns)
      : (one: number, other: number) => ({
          n: pairs(columns[one], columns[other]),
          r: spearman(columns[one], columns[other]),
        });
  return (one, other) => {
    const { n, r } = correlate(one, other);
    const flag = r > sameThing ? "high" : r < 0 ? "negative" : null;
    return { one, other, n, r, p: correlationP(r, n), flag };
  };
}

/** Every two children of one parent, parents in pre-order. */
export function* siblingPairs({ nodes }: Study, compare: Comparison): Gradual<NodePair[]> {
  // A parent may have a hundred children: each is a piece.
  const places = nodes.flatMap(({ children }) =>
    children.map((one, c) => ({ one, later: children.slice(c + 1) })),
  );
  return (yield* each(places, ({ one, later }) => later.map((other) => compare(one, other)))).flat();
}

/** Every node (`one`) but the index with its parent (`other`), in pre-order. A child is part of its parent, so r is raised. */
export function parentPairs({ nodes }: Study, compare: Comparison): NodePair[] {
  return nodes.flatMap(({ parent }, node) => (parent < 0 ? [] : [compare(node, parent)]));
}

/** Every node (`one`) with the other parents on its parent's level (`other`), in pre-order. */
export function* crossPairs({ nodes }: Study, compare: Comparison): Gradual<NodePair[]> {
  const parents = nodes.flatMap(({ children }, node) => (children.length > 0 ? [node] : []));
  const found = yield* each(nodes, ({ parent }, node) =>
    parent < 0
      ? []
      : parents
          .filter((other) => other !== parent && nodes[other].level === nodes[parent].level)
          .map((other) => compare(node, other)),
  );
  return found.flat();
}
