import type { SheetContext } from "../context";
import { none } from "./indicator-formulas";
import type { LivePlan } from "./live-plan";
import type { TableCells } from "../table-cells";
import { isPlainLabel } from "./score-formulas";

/** The cells that hold the lower bounds, best first: those of the first group of tiers on the sheet. */
export function boundCells(plan: LivePlan, tiers: TableCells): string[] | null {
  return plan.cuts && plan.cuts.map((_, tier) => tiers.cell("lower", tiers.top + tier));
}

/** Bounds, counts, shares and means of the tiers; lowest, highest and members stay as they were at the run. */
export function putTierFormulas(
  { result, words }: SheetContext,
  plan: LivePlan,
  tiers: TableCells,
  scores: TableCells,
): void {
  const { cuts } = plan;
  if (!cuts) return;
  const index = scores.column("node 0");
  const tierOf = scores.column("tier");
  const sizes = new Map<string, number[]>();
  const groupOf = (row: number) =>
    `${String(tiers.value("column", row))}\u001f${String(tiers.value("group", row))}`;
  for (let row = tiers.top; row <= tiers.bottom; row += 1) {
    sizes.set(groupOf(row), [...(sizes.get(groupOf(row)) ?? []), row]);
  }
  for (let row = tiers.top; row <= tiers.bottom; row += 1) {
    const column = String(tiers.value("column", row));
    const group = String(tiers.value("group", row));
    const tier = result.tierLabels.indexOf(String(tiers.value("tier", row)));
    const isFirst = row - tiers.top < cuts.length;
    if (tier < cuts.length) {
      const cut = cuts[tier];
      if (!isFirst) tiers.put("lower", row, `=${tiers.beside("lower", tiers.top + tier)}`);
      else if ("formula" in cut) tiers.put("lower", row, `=${cut.formula(index)}`);
    }
    if (tier > 0) tiers.put("upper", row, `=${tiers.beside("lower", tiers.top + tier - 1)}`);

    const all = column === words.common.all;
    if (!all && (!isPlainLabel(group) || !scores.has(`group ${column}`))) continue;
    const inGroup = all ? "" : `,${scores.column(`group ${column}`)},"="&${tiers.beside("group", row)}`;
    const inTier = `${tierOf},"="&${tiers.beside("tier", row)}${inGroup}`;
    tiers.put("count", row, `=COUNTIFS(${inTier})`);
    const whole = sizes.get(groupOf(row))!.map((each) => tiers.beside("count", each));
    tiers.put(
      "share",
      row,
      `=IFERROR(${tiers.beside("count", row)}/SUM(${whole[0]}:${whole[whole.length - 1]}),${none})`,
    );
    tiers.put("mean", row, `=IFERROR(AVERAGEIFS(${index},${inTier}),${none})`);
  }
}

/** Means of every node by group. */
export function putGroupFormulas(
  { result, words }: SheetContext,
  groups: TableCells,
  scores: TableCells,
): void {
  for (let row = groups.top; row <= groups.bottom; row += 1) {
    const column = String(groups.value("column", row));
    const all = column === words.common.all;
    if (!all && (!isPlainLabel(String(groups.value("group", row))) || !scores.has(`group ${column}`)))
      continue;
    result.study.nodes.forEach((_, k) => {
      const values = scores.column(`node ${k}`);
      const mean = all
        ? `AVERAGE(${values})`
        : `AVERAGEIFS(${values},${scores.column(`group ${column}`)},"="&${groups.beside("group", row)})`;
      groups.put(`node ${k}`, row, `=IFERROR(${mean},${none})`);
    });
  }
}
