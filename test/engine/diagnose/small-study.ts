import { choose, defaultRecipe, type Node, type Recipe, type Study } from "../../../src/engine/index";

/** A study of one level, or of the groups of leaves given, scored as its values are (scale 0–100). */
export function small(
  columns: number[][],
  tree: number[][] = [columns.map((_, j) => j)],
  weights?: number[],
): Study {
  const nodes: Node[] = [];
  const add = (parent: number, indicator: number, weight = 1): number => {
    const level = parent < 0 ? 0 : nodes[parent].level + 1;
    const name = indicator < 0 ? `N${nodes.length}` : `I${indicator}`;
    nodes.push({
      code: name,
      name,
      level,
      parent,
      children: [],
      weight,
      indicator,
      aggregation: null,
      weighting: null,
    });
    if (parent >= 0) (nodes[parent].children as number[]).push(nodes.length - 1);
    return nodes.length - 1;
  };
  const root = add(-1, -1);
  for (const leaves of tree) {
    const parent = tree.length === 1 ? root : add(root, -1);
    for (const j of leaves) add(parent, j, weights?.[j]);
  }
  return {
    nodes,
    indicators: columns.map((_, j) => ({ code: `I${j}`, name: `I${j}`, measure: "", direction: "positive", low: 0, high: 100, idealLow: NaN, idealHigh: NaN, denominator: "", normalisation: null, treatment: null })), // prettier-ignore
    units: columns[0].map((_, i) => ({ name: `U${i}`, code: "" })),
    values: Float64Array.from(columns.flat()),
    groups: [{ name: "half", labels: ["a", "b"], of: Int32Array.from(columns[0], (_, i) => i % 2) }],
    columns: [{ name: "wealth", values: Float64Array.from(columns[0], (_, i) => i) }],
    judgements: [],
    points: new Float64Array(nodes.length).fill(NaN),
    rules: [],
  };
}

export const asItIs: Recipe = { ...defaultRecipe, availability: 0, normalisation: choose("goalposts") };
