import { area, columnName } from "../../base/address";
import type { GroupSummary } from "../../engine/index";
import { fill } from "../../messages/say";
import type { DocumentCell, DocumentValue, SheetDocument } from "../document";
import { putCharts } from "./charts/band";
import { groupCharts } from "./charts/group-charts";
import { nodeHeader, shown, type SheetContext } from "./context";
import {
  addSection,
  addTable,
  finish,
  newDraft,
  numberWidth,
  textWidth,
  type Draft,
  type TableColumn,
} from "./draft";
import { addIndexBars } from "./scores-sheet";
import { colours, looks, shareFormat, wholeFormat } from "./look";

/** Groups: a heat map of every group's mean at every node, the index against covariates, then all statistics in one long table. */
export function groupsSheet(context: SheetContext): SheetDocument {
  const { result, words } = context;
  const { study, groups } = result;
  const draft = newDraft(
    fill(words.groups.title, { index: context.index }),
    context.subtitle,
    context.live
      ? `${words.groups.meansTitle}${words.common.stop}${words.live.groupsLegend}`
      : words.groups.meansTitle,
  );
  const number = { numberFormat: context.scoreFormat, align: "right" } as const;
  const whole = { numberFormat: wholeFormat, align: "right" } as const;

  const sets = groups.filter((summary) => summary.node === 0);
  const meanAt = new Map(groups.map((summary) => [keyOf(summary), summary.mean]));
  const matrix: TableColumn[] = [
    {
      header: words.common.column,
      key: "column",
      width: textWidth(
        sets.map((set) => set.column ?? words.common.all),
        14,
        28,
      ),
      cells: sets.map((set) => set.column ?? words.common.all),
    },
    {
      header: words.common.group,
      key: "group",
      width: textWidth(
        sets.map((set) => set.value ?? ""),
        14,
        40,
      ),
      style: { ...looks.bold, wrap: true },
      cells: sets.map((set) => set.value ?? words.common.all),
    },
    { header: words.groups.units, key: "units", width: 8, style: whole, cells: sets.map((set) => set.units) },
    ...study.nodes.map((_, k) => ({
      header: nodeHeader(context, k),
      key: `node ${k}`,
      width: numberWidth(nodeHeader(context, k)),
      style: k === 0 ? { ...number, bold: true } : number,
      cells: sets.map((set) => shown(meanAt.get(keyOf({ ...set, node: k })) ?? NaN)),
    })),
  ];
  const body = addTable(draft, "GroupMeans", matrix);
  study.nodes.slice(1).forEach((_, k) => {
    draft.conditionalFormats.push({
      kind: "colour-scale",
      low: colours.heatLow,
      middle: colours.heatMiddle,
      high: colours.heatHigh,
      ...area(body.top, 4 + k, body.bottom, 4 + k),
    });
  });

  addIndexBars(draft, context, area(body.top, 3, body.bottom, 3));
  if (result.relations.length > 0) {
    addSection(draft, words.groups.relations);
    const { relations } = result;
    addTable(draft, "Relations", [
      { header: words.common.score, width: 16, cells: relations.map(() => context.index) },
      {
        header: words.groups.covariate,
        width: 24,
        style: looks.bold,
        cells: relations.map((relation) => relation.column),
      },
      {
        header: words.groups.pairs,
        key: "n",
        width: 8,
        style: whole,
        cells: relations.map((relation) => relation.n),
      },
      {
        header: words.groups.pearson,
        key: "pearson",
        width: 12,
        style: { numberFormat: "0.000", align: "right" },
        cells: relations.map((relation) => shown(relation.pearson)),
      },
      {
        header: words.groups.spearman,
        key: "spearman",
        width: 12,
        style: { numberFormat: "0.000", align: "right" },
        cells: relations.map((relation) => shown(relation.spearman)),
      },
    ]);
  }

  addSpread(draft, context);
  addSection(draft, words.names.groups);
  const cells = (cell: (summary: GroupSummary) => DocumentCell) => groups.map(cell);
  const nameOf = (unit: number) => study.units[unit]?.name ?? words.common.none;
  const overall = new Map(
    groups.filter((summary) => summary.column === null).map((summary) => [summary.node, summary.mean]),
  );
  const few = result.recipe.topAndBottom;
  const ranks = ranksOfMeans(groups);
  addTable(draft, "GroupStatistics", [
    {
      header: words.common.column,
      width: 16,
      cells: cells((summary) => summary.column ?? words.common.all),
    },
    {
      header: words.common.group,
      width: 24,
      style: { ...looks.bold, wrap: true },
      cells: cells((summary) => summary.value ?? words.common.all),
    },
    {
      header: words.common.level,
      width: 8,
      style: { numberFormat: wholeFormat, align: "center" },
      cells: cells((summary) => study.nodes[summary.node].level),
    },
    {
      header: words.common.node,
      width: 26,
      style: { indent: 1 },
      cells: cells((summary) => nodeHeader(context, summary.node)),
    },
    {
      header: words.groups.units,
      key: "units",
      width: 8,
      style: whole,
      cells: cells((summary) => summary.units),
    },
    { header: words.groups.n, key: "n", width: 8, style: whole, cells: cells((summary) => summary.n) },
    {
      header: words.groups.mean,
      key: "mean",
      width: 12,
      style: { ...number, bold: true },
      cells: cells((summary) => shown(summary.mean)),
    },
    {
      header: words.groups.rank,
      key: "rank",
      width: 8,
      style: whole,
      cells: groups.map((summary) => ranks.get(keyOf(summary)) ?? words.common.none),
    },
    {
      header: words.groups.overall,
      key: "overall",
      width: 12,
      style: number,
      cells: cells((summary) => shown(overall.get(summary.node) ?? NaN)),
    },
    {
      header: words.groups.gap,
      key: "gap",
      width: 12,
      style: number,
      cells: cells((summary) => shown(summary.mean - (overall.get(summary.node) ?? NaN))),
    },
    {
      header: words.groups.median,
      key: "median",
      width: 12,
      style: number,
      cells: cells((summary) => shown(summary.median)),
    },
    {
      header: words.groups.sd,
      key: "sd",
      width: 12,
      style: number,
      cells: cells((summary) => shown(summary.sd)),
    },
    {
      header: words.groups.cv,
      key: "cv",
      width: 12,
      style: { numberFormat: shareFormat, align: "right" },
      cells: cells((summary) => shown(summary.sd / Math.abs(summary.mean))),
    },
    {
      header: words.groups.q1,
      key: "lower quartile",
      width: 12,
      style: number,
      cells: cells((summary) => shown(summary.lowerQuartile)),
    },
    {
      header: words.groups.q3,
      key: "upper quartile",
      width: 12,
      style: number,
      cells: cells((summary) => shown(summary.upperQuartile)),
    },
    {
      header: words.groups.min,
      key: "min",
      width: 12,
      style: number,
      cells: cells((summary) => shown(summary.min)),
    },
    {
      header: words.groups.minUnit,
      width: 14,
      style: { indent: 1 },
      cells: cells((summary) => nameOf(summary.minUnit)),
    },
    {
      header: words.groups.max,
      key: "max",
      width: 12,
      style: number,
      cells: cells((summary) => shown(summary.max)),
    },
    {
      header: words.groups.maxUnit,
      width: 14,
      style: { indent: 1 },
      cells: cells((summary) => nameOf(summary.maxUnit)),
    },
    {
      header: fill(words.groups.topMean, { count: few }),
      key: "top",
      width: 12,
      style: number,
      cells: cells((summary) => shown(summary.topMean)),
    },
    {
      header: fill(words.groups.bottomMean, { count: few }),
      key: "bottom",
      width: 12,
      style: number,
      cells: cells((summary) => shown(summary.bottomMean)),
    },
  ]);
  putCharts(draft, groupCharts(draft, context), 2);
  putMade(draft, words.common.none);
  return finish(draft, {
    kind: "groups",
    name: words.names.groups,
    freezeColumns: 2,
    // Every group at every node is for looking up and filtering; on paper it is dozens of pages.
    lastPrinted: draft.tables.find((table) => table.name === "GroupStatistics")!.top - 3,
  });
}

/** What follows from other statistics of its row becomes a formula of them, which sorting leaves right. */
function putMade({ tables, rows }: Draft, none: string): void {
  const { keys, top, bottom } = tables.find((table) => table.name === "GroupStatistics")!;
  const put = (key: string, text: (cell: (key: string) => string) => string) => {
    for (let row = top + 1; row <= bottom; row += 1) {
      const formula = text((other) => `$${columnName(keys.indexOf(other))}${row + 1}`);
      const value = rows[row][keys.indexOf(key)] as DocumentValue;
      rows[row][keys.indexOf(key)] = { formula: `=IFERROR(${formula},"${none}")`, value };
    }
  };
  put("gap", (cell) => `${cell("mean")}-${cell("overall")}`);
  put("cv", (cell) => `${cell("sd")}/ABS(${cell("mean")})`);
}

/** How the index spreads inside every group: five figures a row. */
function addSpread(draft: Draft, context: SheetContext): void {
  const { result, words } = context;
  const sets = result.groups.filter((summary) => summary.node === 0);
  const number = { numberFormat: context.scoreFormat, align: "right" } as const;
  const figures = (key: string, header: string, of: (set: GroupSummary) => number): TableColumn => ({
    header,
    key,
    width: 12,
    style: number,
    cells: sets.map((set) => shown(of(set))),
  });
  addSection(draft, fill(words.groups.spread, { index: context.index }));
  addTable(draft, "Spread", [
    {
      header: words.common.column,
      key: "column",
      width: 14,
      cells: sets.map((set) => set.column ?? words.common.all),
    },
    {
      header: words.common.group,
      key: "group",
      width: 14,
      style: { ...looks.bold, wrap: true },
      cells: sets.map((set) => set.value ?? words.common.all),
    },
    {
      header: words.groups.n,
      key: "n",
      width: 8,
      style: { numberFormat: wholeFormat, align: "right" },
      cells: sets.map((set) => set.n),
    },
    figures("min", words.groups.min, (set) => set.min),
    figures("q1", words.groups.q1, (set) => set.lowerQuartile),
    figures("median", words.groups.median, (set) => set.median),
    figures("q3", words.groups.q3, (set) => set.upperQuartile),
    figures("max", words.groups.max, (set) => set.max),
  ]);
}

function keyOf({ column, value, node }: Pick<GroupSummary, "column" | "value" | "node">): string {
  return JSON.stringify([column, value, node]);
}

/** Rank of each group's mean among the groups of its column at its node, 1 for the highest; none for all units. */
function ranksOfMeans(groups: readonly GroupSummary[]): Map<string, number> {
  const ranks = new Map<string, number>();
  const families = new Map<string, GroupSummary[]>();
  for (const summary of groups) {
    if (summary.column === null || Number.isNaN(summary.mean)) continue;
    const family = JSON.stringify([summary.column, summary.node]);
    families.set(family, [...(families.get(family) ?? []), summary]);
  }
  for (const family of families.values()) {
    for (const summary of family) {
      ranks.set(keyOf(summary), 1 + family.filter((other) => other.mean > summary.mean).length);
    }
  }
  return ranks;
}
