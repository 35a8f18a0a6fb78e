import { toAbsoluteA1 } from "../../../base/address";
import { atLevel } from "../../../engine/index";
import type { SheetContext } from "../context";
import { number } from "./indicator-formulas";
import type { LivePlan } from "./live-plan";
import type { LiveScale, ScaleEnd } from "./live-scale";
import type { TableCells } from "../table-cells";

/**
 * Weights follow the framework's cells where it gives them, shares in the parent follow the weights, shares in the index
 * follow those; the ends of the scales follow the values, or the framework's Low and High.
 */
export function putWeightFormulas(
  { result, reading }: SheetContext,
  plan: LivePlan,
  weights: TableCells,
  indicators: TableCells,
): void {
  const { study, recipe } = result;
  const cells = reading.places?.tree.cellsOf ?? [];
  study.nodes.forEach((node, k) => {
    const row = weights.top + k;
    const at = cells[k]?.weight;
    if (at && reading.held(at) === node.weight) weights.put("given", row, `=${toAbsoluteA1(at)}`);
    if (node.parent >= 0) {
      weights.put(
        "effective",
        row,
        `=${weights.beside("nominal", row)}*${weights.beside("effective", weights.top + node.parent)}`,
      );
    }
    const method = node.weighting ?? atLevel(recipe.weights, node.level + 1);
    const siblings = node.children.map((child) => weights.beside("given", weights.top + child));
    const total = node.children.reduce((sum, child) => sum + study.nodes[child].weight, 0);
    // The settings may say other weights than the framework.
    const areGiven = node.children.every(
      (child) => Math.abs(study.nodes[child].weight / total - result.weights[child]) < 1e-12,
    );
    if (method.key !== "given" || !areGiven) return;
    node.children.forEach((child, c) => {
      weights.put("nominal", weights.top + child, `=${siblings[c]}/SUM(${siblings.join(",")})`);
    });
  });
  study.nodes.forEach((node, k) => {
    const scale = node.indicator >= 0 ? plan.scales[node.indicator] : null;
    if (!scale) return;
    const row = weights.top + k;
    const measured = indicators.column(`value ${node.indicator}`);
    const values = scale.ideal ? indicators.column(`closeness ${node.indicator}`) : measured;
    for (const key of ["from", "to"] as const) {
      const formula = endFormula(scale[key], values);
      if (formula) weights.put(key, row, `=${formula}`);
    }
    if (scale.ideal) weights.put("reach", row, `=${reach(scale.ideal, measured)}`);
  });
}

/** Null where the end is a number to type over. */
function endFormula(end: ScaleEnd, values: string): string | null {
  switch (end.kind) {
    case "number":
      return null;
    case "cell":
      return toAbsoluteA1(end.at);
    case "least":
      return `MIN(${values})`;
    case "greatest":
      return `MAX(${values})`;
    case "mean":
      return `AVERAGE(${values})`;
    case "deviation":
      return `AVERAGE(${values})${end.times < 0 ? "-" : "+"}${end.population ? "STDEVP" : "STDEV"}(${values})`;
  }
}

/** From the ideal to the farthest end: Low and High where the framework gives them, else the values' own. */
function reach({ from, to, low, high }: NonNullable<LiveScale["ideal"]>, values: string): string {
  const least = Number.isNaN(low) ? `MIN(${values})` : number(low);
  const greatest = Number.isNaN(high) ? `MAX(${values})` : number(high);
  return `MAX(${number(from)}-${least},${greatest}-${number(to)})`;
}
