import { area, type Area } from "../../base/address";
import { each, part, type Gradual } from "../../base/gradual";
import { rowOf } from "../../engine/index";
import { fill } from "../../messages/say";
import type { DocumentCell, SheetDocument } from "../document";
import { exact, hasCodes, nodeHeader, shown, type SheetContext } from "./context";
import { choice, unitColumn } from "./profile/choice";
import {
  addStyle,
  addTable,
  finish,
  newDraft,
  numberWidth,
  textWidth,
  type Draft,
  type TableColumn,
} from "./draft";
import { rankIntervalColumns } from "./robustness-columns";
import { checkStyle, colours, looks, shareFormat, wholeFormat } from "./look";

/** Scores: one row a unit in rank order, with groups, tier, index, every node, ranks in groups and availability. */
export function* scoresSheet(context: SheetContext): Gradual<SheetDocument> {
  const { result, words } = context;
  const { study, order, stages } = result;
  const n = study.units.length;
  const draft = newDraft(
    fill(words.scores.title, { index: context.index }),
    context.subtitle,
    fill(words.scores.legend, {
      units: n,
      scored: result.rank.filter((rank) => rank > 0).length,
      indicators: study.indicators.length,
      tiers: tierLegend(context),
    }) + (context.live ? ` ${words.live.legend}` : ""),
  );
  const units = Array.from(order);
  const byUnit = (cell: (unit: number) => DocumentCell) => units.map(cell);
  const columns: TableColumn[] = [
    {
      header: words.common.rank,
      key: "rank",
      width: 7,
      style: { numberFormat: wholeFormat, align: "center" },
      cells: byUnit((unit) => result.rank[unit] || words.common.none),
    },
    {
      header: words.common.unit,
      key: "unit",
      width: textWidth(
        study.units.map((unit) => unit.name),
        14,
        40,
      ),
      style: looks.bold,
      cells: byUnit((unit) => study.units[unit].name),
    },
  ];
  if (hasCodes(context)) {
    columns.push({
      header: words.common.code,
      key: "code",
      width: 10,
      cells: byUnit((unit) => study.units[unit].code),
    });
  }
  for (const group of study.groups) {
    columns.push({
      header: group.name,
      key: `group ${group.name}`,
      width: textWidth(group.labels, 10, 32),
      cells: byUnit((unit) => group.labels[group.of[unit]] ?? null),
    });
  }
  const tierColumn = columns.length;
  columns.push({
    header: words.common.tier,
    key: "tier",
    width: 12,
    style: { align: "center" },
    cells: byUnit((unit) => result.tierLabels[result.tierOf[unit]] ?? words.common.none),
  });
  const score = { numberFormat: context.scoreFormat, align: "right" } as const;
  const indexColumn = columns.length;
  yield* part(
    0,
    0.5,
    each(study.nodes, (node, k) => {
      const values = rowOf(stages.aggregated, k, n);
      columns.push({
        header: nodeHeader(context, k),
        key: `node ${k}`,
        width: Math.max(k === 0 ? 14 : 0, numberWidth(nodeHeader(context, k))),
        outline: Math.min(Math.max(node.level - 1, 0), 7),
        style: k === 0 ? { ...score, bold: true } : node.level === 1 ? { ...score, ...looks.tint } : score,
        cells: byUnit((unit) => (context.live ? exact : shown)(values[unit])),
      });
    }),
  );
  if (result.change) {
    const { from: year, score: by, rank } = result.change;
    columns.push(
      {
        header: fill(words.scores.changeSince, { year }),
        key: "change",
        width: 12,
        style: { numberFormat: signed(context.scoreFormat), align: "right" },
        cells: byUnit((unit) => shown(by[unit])),
      },
      {
        header: fill(words.scores.rankChangeSince, { year }),
        width: 12,
        style: { numberFormat: signed(wholeFormat), align: "right" },
        cells: byUnit((unit) => (Number.isNaN(by[unit]) ? words.common.none : rank[unit])),
      },
      ...(["data", "weights", "scale"] as const)
        .filter((part) => result.change![part].some((value) => Math.abs(value) > 0))
        .map((part) => ({
          header: words.scores.changeBy[part],
          width: 12,
          style: { numberFormat: signed(context.scoreFormat), align: "right" } as const,
          cells: byUnit((unit) => shown(result.change![part][unit])),
        })),
    );
  }
  for (const { column, rank } of result.groupRanks) {
    columns.push({
      header: fill(words.scores.rankIn, { column }),
      key: `rank in ${column}`,
      width: 11,
      style: { numberFormat: wholeFormat, align: "right" },
      cells: byUnit((unit) => rank[unit] || words.common.none),
    });
  }
  columns.push(...rankIntervalColumns(context, units));
  columns.push({
    header: words.common.availability,
    key: "availability",
    width: 12,
    style: { numberFormat: shareFormat, align: "right" },
    cells: byUnit((unit) => result.availability[unit]),
  });
  if (result.imputed.includes(1)) {
    columns.push({
      header: words.common.imputedCells,
      width: 10,
      style: { numberFormat: wholeFormat, align: "right" },
      cells: byUnit((unit) => imputedOf(context, unit)),
    });
  }
  if (context.live) {
    columns.push(
      {
        header: words.live.run,
        key: "run",
        width: 12,
        style: score,
        cells: byUnit((unit) => exact(result.score[unit])),
      },
      { header: words.live.check, key: "check", width: 12, style: checkStyle, cells: byUnit(() => 0) },
      {
        header: fill(words.live.row, { sheet: words.names["indicator-scores"] }),
        key: "row",
        width: 10,
        style: { numberFormat: wholeFormat, align: "right" },
        cells: units.map((_, place) => place + 1),
      },
    );
  }
  const body = addTable(draft, "Scores", columns);
  // A link cannot carry the unit's name: it leads to the cell in which a unit is chosen, and the add-in chooses it there.
  draft.links.push({
    row: body.top,
    column: unitColumn,
    rows: units.length,
    target: { kind: "profile", ...choice },
  });
  addIndexBars(draft, context, area(body.top, indexColumn, body.bottom, indexColumn));
  addTierColours(draft, context, area(body.top, tierColumn, body.bottom, tierColumn));
  return finish(draft, {
    kind: "scores",
    name: words.names.scores,
    freezeColumns: 2,
  });
}

/** With an arrow up or down, and without for zero. */
function signed(format: string): string {
  return `"▲ "${format};"▼ "${format};${format}`;
}

function imputedOf({ result }: SheetContext, unit: number): number {
  const n = result.study.units.length;
  let count = 0;
  for (let j = 0; j < result.study.indicators.length; j += 1) count += result.imputed[j * n + unit];
  return count;
}

/** "Tier 1 ≥ 70, Tier 2 60–70, …" of the tiers over all units, or their names alone where each group has its own cuts. */
function tierLegend({ result, words }: SheetContext): string {
  const groups = new Set(result.tiers.map((tier) => tier.group));
  const cuts = (group: string | null) =>
    result.tiers.filter((tier) => tier.group === group).map((tier) => tier.lower);
  const same = [...groups].every((group) => String(cuts(group)) === String(cuts(result.tiers[0].group)));
  if (!same) return result.tierLabels.join(", ");
  return result.tiers
    .filter((tier) => tier.group === result.tiers[0].group)
    .map((tier) =>
      Number.isFinite(tier.lower) ? `${tier.label} ≥ ${Number(tier.lower.toPrecision(6))}` : tier.label,
    )
    .join(words.common.separator);
}

/** Bars on the index, over the whole scale where all scores lie on it, so that length means level. */
export function addIndexBars(draft: Draft, { result }: SheetContext, place: Area): void {
  const [low, high] = result.recipe.scale;
  const onScale = result.score.every((value) => value !== value || (value >= low && value <= high));
  draft.conditionalFormats.push({
    kind: "data-bar",
    colour: colours.bar,
    ...place,
    ...(onScale ? { min: low, max: high } : {}),
  });
}

export function addTierColours(draft: Draft, { result, tierColours }: SheetContext, place: Area): void {
  result.tierLabels.forEach((text, tier) =>
    draft.conditionalFormats.push({
      kind: "text-is",
      text,
      fill: tierColours[tier],
      colour: colours.text,
      ...place,
    }),
  );
  addStyle(draft, place, { align: "center" });
}
