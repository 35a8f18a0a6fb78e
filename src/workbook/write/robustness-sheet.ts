import { area } from "../../base/address";
import { families, type Robustness, type WeightChange } from "../../engine/index";
import { fill, texts } from "../../messages/say";
import type { SheetDocument } from "../document";
import { putCharts } from "./charts/band";
import { robustnessCharts } from "./charts/robustness-charts";
import { labelOf, nodeHeader, shown, type SheetContext } from "./context";
import {
  addSection,
  addStyle,
  addTable,
  finish,
  newDraft,
  textWidth,
  type Draft,
  type TableColumn,
} from "./draft";
import { colours, looks, shareFormat, wholeFormat } from "./look";
import { planWords } from "./plan-words";
import { ownTier, unsureUnits } from "./robustness-columns";
import { addTierColours } from "./scores-sheet";

/** Names in one sentence; more are counted. */
const namedUnits = 12;
const rank = { numberFormat: "0.0", align: "right" } as const;
const share = { numberFormat: shareFormat, align: "right" } as const;
const indexFormat = { numberFormat: "0.000", align: "right" } as const;
/** A text to the right of a number. */
const beside = { indent: 1 } as const;
const changeFormat = { numberFormat: "+0.0%;-0.0%;0.0%", align: "right" } as const;

/** Robustness: what the ranks hang on, what each method and node does to them, and every unit's intervals and chances. */
export function robustnessSheet(context: SheetContext, found: Robustness): SheetDocument {
  const { words, index, locale } = context;
  const text = texts(locale).robustness;
  const varied = planWords(found.plan, locale);
  const draft = newDraft(
    fill(text.title, { index }),
    fill(text.subtitle, { runs: found.plan.runs, seed: found.plan.seed, varied }),
    `${sureness(context, found)} ${text.legend}`,
  );
  if (found.sensitivities.length > 0) addSensitivities(draft, context, found);
  addAlternatives(draft, context, found);
  addRanks(draft, context, found);
  addLeftOut(draft, context, found);
  putCharts(draft, robustnessCharts(draft, context, found));
  return finish(draft, { kind: "robustness", name: words.names.robustness, freezeColumns: 2 });
}

/** In place of an earlier run's sheet, whose numbers are not those of this run. */
export function notExplored({ words, index, locale, time }: SheetContext): SheetDocument {
  const text = texts(locale).robustness;
  const draft = newDraft(fill(text.title, { index }), fill(text.notExplored, { time }), "");
  return finish(draft, { kind: "robustness", name: words.names.robustness, freezeColumns: 0 });
}

function sureness({ result, locale, words }: SheetContext, found: Robustness): string {
  const text = texts(locale).robustness;
  const unsure = unsureUnits(found, result);
  if (unsure.length === 0) return text.allSure;
  const names = unsure.slice(0, namedUnits).map((unit) => result.study.units[unit].name);
  const rest = unsure.length - names.length;
  return fill(text.unsure, {
    count: unsure.length,
    units: result.rank.filter((each) => each > 0).length,
    names: [...names, ...(rest > 0 ? [fill(text.more, { count: rest })] : [])].join(words.common.separator),
  });
}

function addSensitivities(draft: Draft, { locale }: SheetContext, { sensitivities }: Robustness): void {
  const { sensitivity, choices } = texts(locale).robustness;
  addSection(draft, sensitivity.section);
  const column = (
    header: string,
    key: "first" | "firstLower" | "firstUpper" | "total" | "totalLower" | "totalUpper",
  ): TableColumn => ({
    header,
    width: 11,
    style: indexFormat,
    cells: sensitivities.map((each) => shown(each[key])),
  });
  addTable(draft, "Sensitivity", [
    {
      header: sensitivity.choice,
      width: 20,
      style: looks.bold,
      cells: sensitivities.map(({ choice }) => choices[choice]),
    },
    column(sensitivity.first, "first"),
    column(fill(sensitivity.lower, { what: sensitivity.first }), "firstLower"),
    column(fill(sensitivity.upper, { what: sensitivity.first }), "firstUpper"),
    column(sensitivity.total, "total"),
    column(fill(sensitivity.lower, { what: sensitivity.total }), "totalLower"),
    column(fill(sensitivity.upper, { what: sensitivity.total }), "totalUpper"),
  ]);
}

function addAlternatives(draft: Draft, context: SheetContext, { alternatives }: Robustness): void {
  const { result, locale, words } = context;
  const { alternatives: text, choices, leftOut } = texts(locale).robustness;
  const name = (unit: number) => result.study.units[unit].name;
  addSection(draft, text.section);
  addTable(draft, "Alternatives", [
    {
      header: text.step,
      width: 20,
      style: looks.bold,
      cells: alternatives.map(({ method }) => choices[method]),
    },
    {
      header: text.method,
      width: 26,
      cells: alternatives.map(({ method, choice }) => labelOf(families[method], choice, locale)),
    },
    {
      header: text.correlation,
      width: 11,
      style: indexFormat,
      cells: alternatives.map((each) => shown(each.rankCorrelation)),
    },
    {
      header: leftOut.mean,
      width: 11,
      style: rank,
      cells: alternatives.map((each) => shown(each.meanShift)),
    },
    {
      header: leftOut.largest,
      width: 11,
      style: { numberFormat: wholeFormat, align: "right" },
      cells: alternatives.map((each) => shown(each.largestShift)),
    },
    {
      header: text.movers,
      width: 11,
      style: beside,
      cells: alternatives.map(({ movers }) =>
        movers
          .map(({ unit, rank: to }) => fill(text.mover, { unit: name(unit), from: result.rank[unit], to }))
          .join(words.common.separator),
      ),
    },
  ]);
}

function addLeftOut(draft: Draft, context: SheetContext, { leftOut }: Robustness): void {
  const { result, diagnosis, locale, words } = context;
  const text = texts(locale).robustness.leftOut;
  const { nodes, units } = result.study;
  const importance = new Map(diagnosis.importances.map((each) => [each.node, each.share]));
  addSection(draft, text.section);
  const body = addTable(draft, "LeftOut", [
    {
      header: words.common.level,
      width: 7,
      style: { numberFormat: wholeFormat, align: "center" },
      cells: leftOut.map(({ node }) => nodes[node].level),
    },
    {
      header: words.common.node,
      width: textWidth(
        leftOut.map(({ node }) => nodeHeader(context, node)),
        26,
        46,
      ),
      cells: leftOut.map(({ node }) => nodeHeader(context, node)),
    },
    {
      header: text.effective,
      width: 11,
      style: share,
      cells: leftOut.map(({ node }) => result.effectiveWeights[node]),
    },
    {
      header: text.importance,
      width: 11,
      style: share,
      cells: leftOut.map(({ node }) => shown(importance.get(node) ?? NaN)),
    },
    {
      header: text.mean,
      key: "mean shift",
      width: 11,
      style: { ...rank, bold: true },
      cells: leftOut.map((each) => shown(each.meanShift)),
    },
    {
      header: text.largest,
      width: 11,
      style: { numberFormat: wholeFormat, align: "right" },
      cells: leftOut.map((each) => shown(each.largestShift)),
    },
    {
      header: text.unit,
      width: 11,
      style: beside,
      cells: leftOut.map(({ unit }) => units[unit]?.name ?? words.common.none),
    },
  ]);
  leftOut.forEach(({ node }, i) => {
    const { level } = nodes[node];
    addStyle(draft, area(body.top + i, 1), { indent: Math.min(2 * (level - 1), 14), bold: level === 1 });
  });
  draft.conditionalFormats.push({
    kind: "data-bar",
    colour: colours.bar,
    min: 0,
    ...area(body.top, 4, body.bottom, 4),
  });
}

function addRanks(draft: Draft, context: SheetContext, found: Robustness): void {
  const { result, locale, words, scoreFormat } = context;
  const { ranks: text } = texts(locale).robustness;
  const { study } = result;
  const units = Array.from(result.order).filter((unit) => found.scoredRuns[unit] > 0);
  const of = (values: ArrayLike<number>) => units.map((unit) => shown(values[unit]));
  const score = { numberFormat: scoreFormat, align: "right" } as const;
  const change = (node: string, by: string, changes: readonly WeightChange[]): TableColumn[] => [
    {
      header: node,
      width: 22,
      style: beside,
      cells: units.map((unit) =>
        changes[unit].node < 0 ? words.common.none : nodeHeader(context, changes[unit].node),
      ),
    },
    { header: by, width: 11, style: changeFormat, cells: units.map((unit) => shown(changes[unit].change)) },
  ];
  addSection(draft, text.section);
  const columns: TableColumn[] = [
    {
      header: words.common.rank,
      key: "rank",
      width: 7,
      style: { numberFormat: wholeFormat, align: "center" },
      cells: of(result.rank),
    },
    {
      header: words.common.unit,
      key: "unit",
      width: textWidth(
        study.units.map(({ name }) => name),
        14,
        40,
      ),
      style: looks.bold,
      cells: units.map((unit) => study.units[unit].name),
    },
    { header: text.lower, key: "lower", width: 11, style: rank, cells: of(found.rankLower) },
    { header: text.median, key: "median", width: 11, style: rank, cells: of(found.rankMedian) },
    { header: text.upper, key: "upper", width: 11, style: rank, cells: of(found.rankUpper) },
    { header: text.mean, width: 11, style: rank, cells: of(found.rankMean) },
    { header: words.common.score, width: 11, style: score, cells: of(result.score) },
    { header: text.scoreLower, width: 11, style: score, cells: of(found.scoreLower) },
    { header: text.scoreUpper, width: 11, style: score, cells: of(found.scoreUpper) },
    {
      header: words.common.tier,
      key: "tier",
      width: 12,
      cells: units.map((unit) => result.tierLabels[result.tierOf[unit]] ?? words.common.none),
    },
    ...result.tierLabels.map((label, tier): TableColumn => ({
      header: fill(text.inTier, { tier: label }),
      width: 11,
      style: share,
      cells: units.map((unit) => shown(found.tierProbability[unit * found.tiers + tier])),
    })),
    {
      header: text.sure,
      key: "sure",
      width: 10,
      style: { align: "center" },
      cells: units.map((unit) =>
        Number.isNaN(ownTier(found, result, unit))
          ? words.common.none
          : found.tierUnsure[unit]
            ? text.no
            : text.yes,
      ),
    },
    { header: text.beatsNext, width: 11, style: share, cells: of(found.beatsNext) },
    ...change(text.swapNode, text.by, found.swapsWithNext),
    ...change(text.liftNode, text.byAgain, found.liftsTier),
  ];
  const body = addTable(draft, "RankIntervals", columns);
  const tierColumn = columns.findIndex(({ key }) => key === "tier");
  addTierColours(draft, context, area(body.top, tierColumn, body.bottom, tierColumn));
  const first = tierColumn + 1;
  draft.conditionalFormats.push({
    kind: "colour-scale",
    low: colours.heatMiddle,
    high: colours.heatHigh,
    ...area(body.top, first, body.bottom, first + result.tierLabels.length - 1),
  });
  const sure = first + result.tierLabels.length;
  draft.conditionalFormats.push({
    kind: "text-is",
    text: text.no,
    fill: "#F3E3D6",
    colour: colours.text,
    ...area(body.top, sure, body.bottom, sure),
  });
}
