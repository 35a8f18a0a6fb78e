import type { Gradual } from "../../../base/gradual";
import { leastPresent, type Result } from "../../../engine/index";
import type { SheetContext } from "../context";
import { none } from "./indicator-formulas";
import type { LivePlan } from "./live-plan";
import type { TableCells } from "../table-cells";

/** A pattern or a comparison in a label would count other units than its own. */
export const isPlainLabel = (label: string) => !/[?*~]|^[<>=]/.test(label);

/**
 * Scores: indicators from the unit's row on Indicator scores (found by its name, so that both may be sorted), nodes made from
 * their children by the shares on Weights, ranks, tiers, and what has changed since the run. A piece a unit.
 */
export function* putScoreFormulas(
  { result, words }: SheetContext,
  plan: LivePlan,
  scores: TableCells,
  indicators: TableCells,
  weights: TableCells,
  tierBounds: readonly string[] | null,
): Gradual<void> {
  const { study, recipe, weights: shares, stages } = result;
  const units = study.units.length;
  const index = scores.column("node 0");
  const leavesOf = leafRuns(study.nodes);
  const least = study.nodes.map((node, k) => leastPresent(recipe, node.level, leavesOf[k].count));
  // Availability counts values before they are filled: where some were, the formula cannot tell, and the run's word stands.
  // A lookup takes ? * ~ for patterns and does not see case.
  const named =
    new Set(study.units.map(({ name }) => name.toLowerCase())).size === units &&
    study.units.every(({ name }) => name !== "" && !/[?*~]/.test(name));
  const counts = recipe.imputation.key === "none";
  const plain = result.groupRanks.filter(({ column }) =>
    study.groups.find((group) => group.name === column)!.labels.every(isPlainLabel),
  );
  for (let row = scores.top; row <= scores.bottom; row += 1) {
    const unit = result.order[row - scores.top];
    if (named) scores.put("row", row, `=MATCH(${scores.beside("unit", row)},${indicators.column("unit")},0)`);
    study.nodes.forEach((node, k) => {
      if (node.indicator >= 0) {
        const column = indicators.column(`score ${node.indicator}`);
        scores.put(`node ${k}`, row, `=INDEX(${column},${scores.beside("row", row)})`);
        return;
      }
      const formula = plan.nodes[k];
      if (!formula) return;
      const isLeft = Number.isNaN(stages.aggregated[k * units + unit]);
      if (!counts && isLeft) return;
      const children = node.children.map((child) => ({
        score: scores.beside(`node ${child}`, row),
        weight: weights.cell("nominal", weights.top + child),
        counts: shares[child] > 0,
      }));
      const made = formula(children);
      const score = k === 0 ? `ROUND(${made},${digits(recipe.scale)})` : made;
      const present = leavesOf[k].runs.map(
        ([from, to]) => `${scores.beside(`node ${from}`, row)}:${scores.beside(`node ${to}`, row)}`,
      );
      const enough = counts && least[k] > 0 ? `IF(COUNT(${present.join(",")})<${least[k]},${none},` : "";
      scores.put(`node ${k}`, row, `=IFERROR(${enough}${score}${enough && ")"},${none})`);
    });
    const own = scores.beside("node 0", row);
    scores.put("rank", row, `=IF(ISNUMBER(${own}),RANK(${own},${index}),${none})`);
    for (const { column } of plain) {
      const group = scores.beside(`group ${column}`, row);
      if (scores.value(`group ${column}`, row) === null) continue;
      const same = `${scores.column(`group ${column}`)},"="&${group}`;
      scores.put(
        `rank in ${column}`,
        row,
        `=IF(ISNUMBER(${own}),COUNTIFS(${same},${index},">"&${own})+1,${none})`,
      );
    }
    if (tierBounds && result.tierOf[unit] >= 0) {
      scores.put("tier", row, `=IF(ISNUMBER(${own}),${tierOf(own, tierBounds, result)},${none})`);
    }
    const run = scores.beside("run", row);
    const both = `COUNT(${own},${run})`;
    scores.put("check", row, `=IF(${both}=2,ROUND(${own}-${run},9),IF(${both}=0,0,"${words.live.gone}"))`);
    yield (row - scores.top) / (scores.bottom - scores.top + 1);
  }
}

/** The label of the first tier whose lower bound the score reaches. */
function tierOf(score: string, bounds: readonly string[], { recipe, tierLabels }: Result): string {
  const basis = recipe.tiersOn === "rounded" ? `ROUND(${score},${recipe.decimals})` : score;
  const quoted = tierLabels.map((label) => `"${label.replaceAll('"', '""')}"`);
  const last = quoted[bounds.length];
  return bounds.reduceRight((rest, bound, tier) => `IF(${basis}>=${bound},${quoted[tier]},${rest})`, last);
}

/**
 * Places that keep fourteen digits of a score: what differs by the noise of sums alone ties, as in the engine, and a
 * score written out in a condition is itself.
 */
function digits([low, high]: readonly [number, number]): number {
  return Math.max(0, 14 - Math.ceil(Math.log10(Math.max(Math.abs(low), Math.abs(high), 1))));
}

/** Per node its leaves, as unbroken runs of nodes in the tree's order, and how many they are. */
function leafRuns(
  nodes: SheetContext["result"]["study"]["nodes"],
): { runs: readonly (readonly [number, number])[]; count: number }[] {
  return nodes.map((_, k) => {
    const runs: [number, number][] = [];
    let count = 0;
    for (let each = k; each < nodes.length && (each === k || nodes[each].level > nodes[k].level); each += 1) {
      if (nodes[each].indicator < 0) continue;
      count += 1;
      const last = runs[runs.length - 1];
      if (last && last[1] === each - 1) last[1] = each;
      else runs.push([each, each]);
    }
    return { runs, count };
  });
}
