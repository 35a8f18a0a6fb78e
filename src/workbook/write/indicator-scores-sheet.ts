import { area } from "../../base/address";
import { each, part, type Gradual } from "../../base/gradual";
import { rowOf } from "../../engine/index";
import { fill } from "../../messages/say";
import type { SheetDocument } from "../document";
import { exact, hasCodes, shown, type SheetContext } from "./context";
import { addStyle, addTable, finish, newDraft, numberWidth, textWidth, type TableColumn } from "./draft";
import { idealised } from "./live/live-scale";
import type { LivePlan } from "./live/live-plan";
import { checkStyle, looks, wholeFormat } from "./look";

/** Indicator scores: every unit's normalised value at every indicator, units in rank order as on Scores. */
export function* indicatorScoresSheet(context: SheetContext): Gradual<SheetDocument> {
  const { result, words } = context;
  const { study, stages } = result;
  const n = study.units.length;
  const units = Array.from(result.order);
  const draft = newDraft(
    fill(words.indicatorScores.title, { index: context.index }),
    context.subtitle,
    words.indicatorScores.legend,
  );
  const columns: TableColumn[] = [
    {
      header: words.common.unit,
      key: "unit",
      width: textWidth(
        study.units.map((unit) => unit.name),
        14,
        40,
      ),
      style: looks.bold,
      cells: units.map((unit) => study.units[unit].name),
    },
  ];
  if (hasCodes(context)) {
    columns.push({
      header: words.common.code,
      key: "code",
      width: 10,
      cells: units.map((unit) => study.units[unit].code),
    });
  }
  yield* part(
    0,
    0.5,
    each(study.indicators, (indicator, j) => {
      const values = rowOf(stages.normalised, j, n);
      columns.push({
        header: indicator.name,
        key: `score ${j}`,
        width: numberWidth(indicator.name),
        style: { numberFormat: context.scoreFormat, align: "right" },
        cells: units.map((unit) => (context.live ? exact : shown)(values[unit])),
      });
    }),
  );
  if (context.live) columns.push(...liveColumns(context, context.live));
  const body = addTable(draft, "IndicatorScores", columns);
  study.indicators.forEach((_, j) => {
    const own = [`score ${j}`, `value ${j}`].map((key) => columns.findIndex((column) => column.key === key));
    for (const [from, to] of runs(units.map((unit) => result.imputed[j * n + unit]))) {
      for (const c of own.filter((column) => column >= 0))
        addStyle(draft, area(body.top + from, c, body.top + to, c), looks.imputed);
    }
  });
  return finish(draft, {
    kind: "indicator-scores",
    name: words.names["indicator-scores"],
    freezeColumns: 1,
  });
}

/** What formulas need beside the scores: the check, each unit's row on the data sheets, and the values. */
function liveColumns({ result, words }: SheetContext, live: LivePlan): TableColumn[] {
  const { study, stages } = result;
  const n = study.units.length;
  const units = Array.from(result.order);
  const sums = units.map((unit) =>
    study.indicators.reduce((sum, _indicator, j) => {
      const score = stages.normalised[j * n + unit];
      return score === score ? sum + score : sum;
    }, 0),
  );
  const columns: TableColumn[] = [
    {
      header: words.live.sum,
      key: "run",
      width: 12,
      style: { numberFormat: "0.00", align: "right" },
      cells: sums,
    },
    { header: words.live.check, key: "check", width: 12, style: checkStyle, cells: sums.map(() => 0) },
    ...live.data.map(({ sheet, rows, top }, d): TableColumn => ({
      header: fill(words.live.row, { sheet }),
      key: `row ${d}`,
      width: 10,
      style: { numberFormat: wholeFormat, align: "right" },
      cells: units.map((unit) => (rows[unit] < 0 ? words.common.none : rows[unit] - top + 1)),
    })),
  ];
  study.indicators.forEach(({ name }, j) => {
    const scale = live.scales[j];
    if (!scale) return;
    const values = rowOf(stages.treated, j, n);
    const style = { numberFormat: "General", align: "right" } as const;
    const width = numberWidth(name);
    columns.push({
      header: fill(words.live.value, { indicator: name }),
      key: `value ${j}`,
      width,
      outline: 1,
      style,
      cells: units.map((unit) => exact(values[unit])),
    });
    if (!scale.ideal) return;
    const closeness = idealised(values, scale.ideal);
    columns.push({
      header: fill(words.live.closeness, { indicator: name }),
      key: `closeness ${j}`,
      width,
      outline: 1,
      style: { numberFormat: "0.000", align: "right" },
      cells: units.map((unit) => exact(closeness[unit])),
    });
  });
  return columns;
}

/** First and last places of each unbroken run of ones. */
function runs(flags: readonly number[]): [number, number][] {
  const found: [number, number][] = [];
  for (let i = 0; i < flags.length; i += 1) {
    if (!flags[i]) continue;
    const from = i;
    while (flags[i + 1]) i += 1;
    found.push([from, i]);
  }
  return found;
}
