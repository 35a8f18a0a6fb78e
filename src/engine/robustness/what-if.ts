import type { Issue } from "../../base/issue";
import { nodeAggregator } from "../aggregate/run";
import { atLevel } from "../recipe";
import type { Result } from "../result";
import { ranker } from "../stats/rank";
import { rowOf } from "../study";
import { tierCutter } from "../tier/run";

/** A result's first level weighed anew, again and again; what it writes to is its own and is overwritten by the next run. */
export interface WhatIf {
  /** Nodes of the first level, and the weights that the result gives them. */
  readonly nodes: readonly number[];
  readonly weights: Float64Array;
  readonly scores: Float64Array;
  readonly ranks: Int32Array;
  readonly order: Int32Array;
  readonly tierOf: Int32Array;
  /** Scores, ranks and cuts by these weights of the first level. */
  weigh(weights: Float64Array): void;
}

/** Aggregates only the index: everything below it stays as the result has it, and so do units without a score. */
export function whatIf({ study, recipe, stages, score, weights }: Result): WhatIf {
  const [root] = study.nodes;
  const units = study.units.length;
  const scores = new Float64Array(units);
  const order = new Int32Array(units);
  const ranks = new Int32Array(units);
  const tierOf = new Int32Array(units);
  const left: number[] = [];
  for (let i = 0; i < units; i += 1) if (score[i] !== score[i]) left.push(i);
  const aggregate = nodeAggregator(
    root.aggregation ?? atLevel(recipe.aggregation, 0),
    root.children.map((child) => rowOf(stages.aggregated, child, units)),
    scores,
    recipe.scale,
    left,
    { node: 0, name: root.name, unitName: (unit) => study.units[unit].name },
  );
  const { rank } = ranker(units);
  const { cut } = tierCutter(study, recipe);
  // The result has told of what is refused.
  const ignored: Issue[] = [];
  return {
    nodes: root.children,
    weights: Float64Array.from(root.children, (child) => weights[child]),
    scores,
    ranks,
    order,
    tierOf,
    weigh(by) {
      aggregate(by, ignored);
      ignored.length = 0;
      rank(scores, order, ranks);
      cut(scores, order, tierOf);
    },
  };
}

/** Weights with one of them changed: the others keep their proportions (or share alike where they had none), all add up to 1. */
export function withWeight(weights: Float64Array, at: number, weight: number): Float64Array {
  const rest = weights.reduce((sum, each, k) => (k === at ? sum : sum + each), 0);
  return weights.map((each, k) =>
    k === at ? weight : rest > 0 ? (each / rest) * (1 - weight) : (1 - weight) / (weights.length - 1),
  );
}
