import { atLevel } from "../recipe";
import type { Result } from "../result";
import { leastFew } from "../stats/few";
import { rowOf } from "../study";

export interface LostPoints {
  /** Nodes × units: points of the index that the unit loses there to the top of the scale; row 0 is u − index. */
  readonly points: Float64Array;
  /** Nodes × units: the same as a share of all that the unit loses (障碍度), 0–1; 0 for a unit that loses nothing. */
  readonly shares: Float64Array;
}

/**
 * Where a unit loses its points: at node j it loses W_ij(u − z_ij), u the top of the scale and W_ij the weight that j has in
 * the unit's index, that is with the weights of missing siblings given to the others. The points of siblings add up to their
 * parent's and those of the index are u − index, so shares are w_j(u − z_ij)/Σ w_j(u − z_ij) summed up the tree. NaN where a
 * unit has no score. A score above u loses less than nothing.
 *
 * Null unless every node is an arithmetic mean (or a generalised one with p = 1): otherwise the parts do not add up.
 * Source: the obstacle degree model of Chinese evaluation practice (障碍度模型); parts of an arithmetic mean add up.
 * @example index 60 of 100 from 40 and 80, equal weights: 30 and 10 points, shares 0.75 and 0.25
 */
export function lostPoints(result: Result): LostPoints | null {
  const { study, recipe, stages, weights } = result;
  const units = study.units.length;
  const additive = study.nodes.every(({ indicator, aggregation, level }) => {
    if (indicator >= 0) return true;
    const { key, parameters } = aggregation ?? atLevel(recipe.aggregation, level);
    return key === "arithmetic" || (key === "generalised" && parameters.power === 1);
  });
  if (!additive) return null;
  const top = recipe.scale[1];
  const points = new Float64Array(stages.aggregated.length);
  const shares = new Float64Array(points.length);
  // Until a node's turn comes, its row of points holds its weight in each unit's index.
  rowOf(points, 0, units).fill(1);
  /** Per unit: the weights of the children that have a score. */
  const present = new Float64Array(units);
  study.nodes.forEach(({ children }, node) => {
    const scores = rowOf(stages.aggregated, node, units);
    const own = rowOf(points, node, units);
    present.fill(0);
    for (const child of children) {
      const column = rowOf(stages.aggregated, child, units);
      for (let i = 0; i < units; i += 1) if (column[i] === column[i]) present[i] += weights[child];
    }
    for (const child of children) {
      const column = rowOf(points, child, units);
      for (let i = 0; i < units; i += 1) column[i] = (own[i] * weights[child]) / present[i];
    }
    const shared = rowOf(shares, node, units);
    for (let i = 0; i < units; i += 1) {
      own[i] *= top - scores[i];
      shared[i] = points[i] === 0 ? own[i] : own[i] / points[i];
    }
  });
  return { points, shares };
}

/** The indicators that cost a unit most, the dearest first, at most `count`; what costs nothing is left out. */
export function costliest(
  { study: { nodes, units } }: Result,
  { shares }: LostPoints,
  unit: number,
  count: number,
): { readonly node: number; readonly share: number }[] {
  const share = (node: number) => shares[node * units.length + unit];
  const lost = (node: number) => (nodes[node].indicator >= 0 && share(node) > 0 ? -share(node) : NaN);
  return leastFew(nodes.length, count, lost).map((node) => ({ node, share: share(node) }));
}
