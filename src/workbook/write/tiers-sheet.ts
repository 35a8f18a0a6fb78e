import { area } from "../../base/address";
import type { Change, Tier } from "../../engine/index";
import { fill, texts } from "../../messages/say";
import type { DocumentCell, SheetDocument } from "../document";
import { putCharts } from "./charts/band";
import { tierCharts } from "./charts/tier-charts";
import { exact, shown, type SheetContext } from "./context";
import {
  addSection,
  addTable,
  finish,
  newDraft,
  textWidth,
  linesOf,
  type Draft,
  type TableColumn,
} from "./draft";
import { looks, shareFormat, wholeFormat } from "./look";
import { otherTier, ownTier, tierProbabilityColumns, unsureUnits } from "./robustness-columns";
import { addIndexBars, addTierColours } from "./scores-sheet";

/** One row of the summary: the units of a tier inside a group. */
interface TierRow {
  readonly column: string;
  readonly group: string;
  readonly tier: Tier;
  readonly upper: number;
  readonly members: readonly number[];
  readonly size: number;
}

const membersWidth = 100;

/** A column with more groups than this does not list their empty tiers. */
const fewGroups = 12;

/** Excel's tallest row, 409 points, holds 26 lines. */
const mostLines = 26;

/** Excel takes no more than 32,767 characters in a cell. */
const longestCell = 32000;

/** Tiers: over all units and inside every group, their bounds, counts, shares, means and members; then each unit's distance to the next. */
export function tiersSheet(context: SheetContext): SheetDocument {
  const { result, words } = context;
  const { score } = result;
  const draft = newDraft(
    fill(words.tiers.title, { index: context.index }),
    context.subtitle,
    context.live ? words.live.tiersLegend : "",
  );
  const rows = tierRows(context);
  const number = { numberFormat: context.scoreFormat, align: "right" } as const;
  const cells = (cell: (row: TierRow) => DocumentCell) => rows.map(cell);
  const members = rows.map((row) => names(context, row.members));
  const scores = (row: TierRow) => row.members.map((unit) => score[unit]);
  const columns: TableColumn[] = [
    {
      header: words.common.column,
      key: "column",
      width: textWidth(
        cells((row) => row.column),
        14,
        28,
      ),
      cells: cells((row) => row.column),
    },
    {
      header: words.common.group,
      key: "group",
      width: textWidth(
        cells((row) => row.group),
        14,
        40,
      ),
      style: { ...looks.bold, wrap: true },
      cells: cells((row) => row.group),
    },
    { header: words.common.tier, key: "tier", width: 12, cells: cells((row) => row.tier.label) },
    {
      header: words.tiers.lower,
      key: "lower",
      width: 11,
      style: number,
      cells: cells((row) => shown(row.tier.lower)),
    },
    {
      header: words.tiers.upper,
      key: "upper",
      width: 11,
      style: number,
      cells: cells((row) => shown(row.upper)),
    },
    {
      header: words.tiers.count,
      key: "count",
      width: 9,
      style: { numberFormat: wholeFormat, align: "right" },
      cells: cells((row) => row.members.length),
    },
    {
      header: words.tiers.share,
      key: "share",
      width: 9,
      style: { numberFormat: shareFormat, align: "right" },
      cells: cells((row) => shown(row.members.length / row.size)),
    },
    {
      header: words.tiers.mean,
      key: "mean",
      width: 11,
      style: { ...number, bold: true },
      cells: cells((row) => shown(average(scores(row)))),
    },
    {
      header: words.tiers.min,
      width: 10,
      style: number,
      cells: cells((row) => shown(score[row.members[row.members.length - 1]])),
    },
    {
      header: words.tiers.max,
      width: 10,
      style: number,
      cells: cells((row) => shown(score[row.members[0]])),
    },
    {
      header: words.tiers.members,
      key: "members",
      width: membersWidth,
      style: { wrap: true, verticalAlign: "center", indent: 1 },
      cells: members,
    },
  ];
  const body = addTable(draft, "Tiers", columns);
  addTierColours(draft, context, area(body.top, 2, body.bottom, 2));
  rows.forEach((_, i) => {
    const lines = Math.min(linesOf(members[i], membersWidth - 4), mostLines);
    if (lines > 1) draft.heights.push({ row: body.top + i, height: 15 * lines + 3 });
  });
  if (result.change) addMigration(context, draft, result.change);
  addUnsure(context, draft);
  addDistances(context, draft);
  putCharts(draft, tierCharts(draft, context), 2);
  return finish(draft, {
    kind: "tiers",
    name: words.names.tiers,
    freezeColumns: 2,
  });
}

/** How many units went from which tier to which, since the year before. */
function addMigration({ words }: SheetContext, draft: Draft, { from, tiers }: Change): void {
  const labels = [...tiers.labels, words.common.none];
  addSection(draft, fill(words.tiers.migration, { year: from }));
  addTable(draft, "Migration", [
    { header: words.tiers.before, width: 14, style: looks.bold, cells: labels },
    ...labels.map((label, after) => ({
      header: label,
      key: `to ${after}`,
      width: 12,
      style: { numberFormat: wholeFormat, align: "right" } as const,
      cells: tiers.counts.map((row) => row[after]),
    })),
  ]);
}

/** Tiers over all units, where they are cut so, then inside each label of each group column. */
function tierRows({ result, words, live }: SheetContext): TierRow[] {
  const { study, recipe } = result;
  const own = (tier: Tier) => result.tiers.filter((each) => each.group === tier.group);
  const upper = (tier: Tier) => own(tier)[tier.tier - 1]?.lower ?? NaN;
  const scored = Array.from(result.order).filter((unit) => result.rank[unit] > 0);
  const within = recipe.tiersWithin !== "" && study.groups.some((group) => group.name === recipe.tiersWithin);
  const rows: TierRow[] = [];
  if (!within) {
    for (const tier of result.tiers) {
      rows.push({
        column: words.common.all,
        group: words.common.all,
        tier,
        upper: upper(tier),
        members: tier.members,
        size: scored.length,
      });
    }
  }
  for (const { column } of result.groupRanks) {
    const group = study.groups.find((each) => each.name === column)!;
    const sizes = group.labels.map(() => 0);
    for (const unit of scored) if (group.of[unit] >= 0) sizes[group.of[unit]] += 1;
    group.labels.forEach((label, g) => {
      const mine = result.tiers.filter(
        (tier) => tier.group === null || tier.group === label || column !== recipe.tiersWithin,
      );
      const shownTiers =
        within && column !== recipe.tiersWithin ? result.tierLabels.map((_, t) => merged(mine, t)) : mine;
      for (const tier of shownTiers.filter((each) => each !== null)) {
        const members = tier.members.filter((unit) => group.of[unit] === g);
        // Empty tiers are worth a row where there are few groups to compare, not in each of many provinces.
        if (members.length === 0 && group.labels.length > fewGroups && !live) continue;
        rows.push({
          column,
          group: label,
          tier,
          upper: upper(tier),
          members,
          size: sizes[g],
        });
      }
    });
  }
  return rows;
}

/** Where tiers are cut inside one column's groups and shown by another: all that stand in the t-th tier of theirs. */
function merged(tiers: readonly Tier[], t: number): Tier | null {
  const same = tiers.filter((tier) => tier.tier === t);
  if (same.length === 0) return null;
  const lower = same.every((tier) => tier.lower === same[0].lower) ? same[0].lower : NaN;
  return { ...same[0], lower, members: same.flatMap((tier) => tier.members) };
}

function names({ result, words }: SheetContext, members: readonly number[]): string {
  const names = members.map((unit) => result.study.units[unit].name);
  // Between Latin names a Chinese separator would be no place to break a line.
  const separator = names.some((name) => /[\u2e80-\ufaff]/.test(name)) ? words.common.separator : ", ";
  const text = names.join(separator);
  return text.length <= longestCell
    ? text
    : `${text.slice(0, text.lastIndexOf(separator, longestCell))}${separator}…`;
}

function average(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}

/** The units whose tier is not robust, by name; nothing where robustness was not explored. */
function addUnsure(context: SheetContext, draft: Draft): void {
  const { result, robustness, words, locale } = context;
  if (!robustness) return;
  const units = unsureUnits(robustness, result);
  if (units.length === 0) return;
  const text = texts(locale).robustness.tiers;
  const others = units.map((unit) => otherTier(robustness, result, unit));
  const share = { numberFormat: shareFormat, align: "right" } as const;
  addSection(draft, text.section);
  const body = addTable(draft, "UnsureTiers", [
    ...placeColumns(context, units),
    {
      header: text.probability,
      width: 11,
      style: share,
      cells: units.map((unit) => shown(ownTier(robustness, result, unit))),
    },
    {
      header: text.other,
      width: 11,
      cells: others.map((tier) => result.tierLabels[tier] ?? words.common.none),
    },
    {
      header: text.otherProbability,
      width: 11,
      style: share,
      cells: units.map((unit, i) => shown(robustness.tierProbability[unit * robustness.tiers + others[i]])),
    },
  ]);
  addTierColours(draft, context, area(body.top, 2, body.bottom, 2));
  addTierColours(draft, context, area(body.top, 4, body.bottom, 4));
}

function addDistances(context: SheetContext, draft: Draft): void {
  const { result, words } = context;
  const units = Array.from(result.order).filter((unit) => result.tierOf[unit] >= 0);
  addSection(draft, words.tiers.membersTitle);
  const own = (unit: number) => {
    const group = result.recipe.tiersWithin
      ? result.study.groups.find((each) => each.name === result.recipe.tiersWithin)
      : undefined;
    return result.tiers.filter((tier) => tier.group === null || tier.group === group?.labels[group.of[unit]]);
  };
  const number = { numberFormat: context.scoreFormat, align: "right" } as const;
  const body = addTable(draft, "Distances", [
    ...placeColumns(context, units),
    {
      header: words.common.score,
      key: "score",
      width: 11,
      style: number,
      cells: units.map((unit) => (context.live ? exact : shown)(result.score[unit])),
    },
    {
      header: words.tiers.next,
      width: 11,
      style: { align: "center" },
      cells: units.map((unit) => result.tierLabels[result.tierOf[unit] - 1] ?? words.common.none),
    },
    {
      header: words.tiers.distance,
      width: 11,
      style: number,
      cells: units.map((unit) => {
        const next = own(unit)[result.tierOf[unit] - 1];
        return next ? shown(Math.max(0, next.lower - result.score[unit])) : words.common.none;
      }),
    },
    ...tierProbabilityColumns(context, units),
  ]);
  addTierColours(draft, context, area(body.top, 2, body.bottom, 2));
  addIndexBars(draft, context, area(body.top, 3, body.bottom, 3));
}

/** Who a row is about, and where it stands: rank, unit, tier. */
function placeColumns({ result, words }: SheetContext, units: readonly number[]): TableColumn[] {
  return [
    {
      header: words.common.rank,
      width: 8,
      style: { numberFormat: wholeFormat, align: "right" },
      cells: units.map((unit) => result.rank[unit]),
    },
    {
      header: words.common.unit,
      key: "unit",
      width: 20,
      style: looks.bold,
      cells: units.map((unit) => result.study.units[unit].name),
    },
    {
      header: words.common.tier,
      width: 12,
      cells: units.map((unit) => result.tierLabels[result.tierOf[unit]]),
    },
  ];
}
