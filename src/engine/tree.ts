import type { Issue } from "../base/issue";
import { nodeAggregator, type NodeAggregator } from "./aggregate/run";
import { countLeaves, thresholdAt, unitsBelow, type Lacking } from "./availability";
import { direct } from "./direct";
import { findMethod, parameterValues } from "./method";
import { atLevel, type Recipe } from "./recipe";
import { rowOf, type Study } from "./study";
import { weighters } from "./weight/index";
import { shares } from "./weight/weighter";

/** The framework with a column of scores at every node: leaves are filled from outside, the others made from their children. */
export interface Tree {
  /** Nodes × units in pre-order, row 0 the index. */
  readonly aggregated: Float64Array;
  /** One view of it a node, and one an indicator. */
  readonly rows: readonly Float64Array[];
  readonly leafOf: (indicator: number) => Float64Array;
  /**
   * Aggregates from the leaves up by these weights (per node its weight inside its parent). Allocates nothing where the
   * methods do not. With `weigh`, the weights of a node's children are first asked for and written to `weights`.
   */
  climb(weights: Float64Array, issues: Issue[], weigh?: (parent: number) => Float64Array): void;
}

/** A tree that is aggregated by the recipe's methods; units that lack too many of a node's indicators have no score there. */
export function plantTree(study: Study, recipe: Recipe, lacking: Lacking): Tree {
  const { nodes, units } = study;
  const aggregated = new Float64Array(nodes.length * units.length);
  const rows = nodes.map((_, k) => rowOf(aggregated, k, units.length));
  const leafRows = new Array<Float64Array>(study.indicators.length);
  const leaves = countLeaves(study);
  const branches: { node: number; inside: Float64Array; aggregate: NodeAggregator }[] = [];
  // Pre-order backwards: every child is done before its parent.
  for (let k = nodes.length - 1; k >= 0; k -= 1) {
    const { indicator, children, aggregation, level, name } = nodes[k];
    if (indicator >= 0) {
      leafRows[indicator] = rows[k];
      continue;
    }
    branches.push({
      node: k,
      inside: new Float64Array(children.length),
      aggregate: nodeAggregator(
        aggregation ?? atLevel(recipe.aggregation, level),
        children.map((child) => rows[child]),
        rows[k],
        recipe.scale,
        unitsBelow(lacking[k], leaves[k], thresholdAt(recipe, level)),
        { node: k, name, unitName: (unit) => units[unit].name },
      ),
    });
  }
  return {
    aggregated,
    rows,
    leafOf: (indicator) => leafRows[indicator],
    climb(weights, issues, weigh) {
      for (let b = 0; b < branches.length; b += 1) {
        const { node, inside, aggregate } = branches[b];
        const { children } = nodes[node];
        const asked = weigh?.(node);
        for (let c = 0; c < children.length; c += 1) {
          if (asked) weights[children[c]] = asked[c];
          inside[c] = weights[children[c]];
        }
        aggregate(inside, issues);
      }
    },
  };
}

/** The weights of a parent's children by the recipe's method, from what stands in the tree below it. */
export function weighChildren(
  study: Study,
  recipe: Recipe,
  parent: number,
  { rows }: Pick<Tree, "rows">,
  treated: Float64Array,
  issues: Issue[],
): Float64Array {
  const { children, level, name, weighting } = study.nodes[parent];
  const { firstLevelWeights: own } = recipe;
  if (parent === 0 && own) return shares(Float64Array.from(children, (k) => own[study.nodes[k].name] ?? 0));
  const choice = weighting ?? atLevel(recipe.weights, level + 1);
  const method = findMethod(weighters, choice);
  const leaves = children.every((child) => study.nodes[child].indicator >= 0);
  return method.weigh({
    parameters: parameterValues(method, choice),
    given: Float64Array.from(children, (child) => study.nodes[child].weight),
    points: Float64Array.from(children, (child) => study.points[child]),
    judgements: study.judgements.filter((judgement) => judgement.parent === parent),
    columns: children.map((child) => rows[child]),
    directed: () =>
      leaves ? children.map((child) => directedColumn(study, treated, study.nodes[child].indicator)) : null,
    names: children.map((child) => study.nodes[child].name),
    parent: { node: parent, name },
    issues,
  });
}

function directedColumn(study: Study, block: Float64Array, indicator: number): Float64Array {
  const column = rowOf(block, indicator, study.units.length);
  return direct(column, study.indicators[indicator], new Float64Array(column.length)).directed;
}

/** Weights down from the index: leaves add up to 1. */
export function effectiveWeights({ nodes }: Study, weights: Float64Array): Float64Array {
  const effective = weights.slice();
  nodes.forEach(({ parent }, k) => {
    if (parent >= 0) effective[k] = weights[k] * effective[parent];
  });
  return effective;
}
