import { each, type Gradual } from "../../base/gradual";
import type { Result } from "../result";
import { pearson } from "../stats/correlation";
import { correlationRatio } from "../stats/correlation-ratio";
import { rowOf } from "../study";

/** What a node was meant to count for, and what it does. */
export interface Importance {
  readonly node: number;
  /** Its weight down from the index. */
  readonly effectiveWeight: number;
  /** Pearson's correlation with the index. */
  readonly correlation: number;
  /** Correlation ratio of the index on the node: the share of the index's variance that would go if the node were known. */
  readonly ratio: number;
  /** `ratio` over the sum of the ratios on its level; comparable with the effective weight. */
  readonly share: number;
  /** The smoother's half width, 1 for a straight line. */
  readonly span: number;
}

/**
 * Importance of every node but the index, in pre-order: first-order sensitivity S = Var(E[index|x])/Var(index), estimated by
 * running lines (see `correlationRatio`). Weights say what an indicator is worth; S says how far it moves the index, and the
 * two differ where indicators correlate or vary unequally. NaN where the node or the index has no spread.
 * Source: Paruolo, Saisana & Saltelli (2013), Journal of the Royal Statistical Society A 176, 609–634.
 */
export function* importances(result: Result): Gradual<Importance[]> {
  const { nodes, units } = result.study;
  const found = yield* each(nodes, (_, node) => {
    const scores = rowOf(result.stages.aggregated, node, units.length);
    return node === 0
      ? { ratio: NaN, span: NaN, correlation: NaN }
      : { ...correlationRatio(scores, result.score), correlation: pearson(scores, result.score) };
  });
  const totals = new Map<number, number>();
  nodes.forEach(({ level }, node) => {
    if (node > 0) totals.set(level, (totals.get(level) ?? 0) + (found[node].ratio || 0));
  });
  return nodes.slice(1).map(({ level }, i) => {
    const node = i + 1;
    const { ratio, span, correlation } = found[node];
    return {
      node,
      effectiveWeight: result.effectiveWeights[node],
      correlation,
      ratio,
      share: ratio / totals.get(level)!,
      span,
    };
  });
}
