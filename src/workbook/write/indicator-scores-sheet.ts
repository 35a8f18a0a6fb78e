import { area } from "../../base/address";
import { rowOf } from "../../engine/index";
import { fill } from "../../messages/say";
import type { SheetDocument } from "../document";
import { hasCodes, shown, type SheetContext } from "./context";
import { addStyle, addTable, finish, newDraft, numberWidth, textWidth, type TableColumn } from "./draft";
import { looks } from "./look";

/** Indicator scores: every unit's normalised value at every indicator, units in the order of the data. */
export function indicatorScoresSheet(context: SheetContext): SheetDocument {
  const { result, words } = context;
  const { study, stages } = result;
  const n = study.units.length;
  const draft = newDraft(
    fill(words.indicatorScores.title, { index: context.index }),
    context.subtitle,
    words.indicatorScores.legend,
  );
  const columns: TableColumn[] = [
    {
      header: words.common.unit,
      width: textWidth(
        study.units.map((unit) => unit.name),
        14,
        40,
      ),
      style: looks.bold,
      cells: study.units.map((unit) => unit.name),
    },
  ];
  if (hasCodes(context)) {
    columns.push({ header: words.common.code, width: 10, cells: study.units.map((unit) => unit.code) });
  }
  const first = columns.length;
  study.indicators.forEach((indicator, j) => {
    columns.push({
      header: indicator.name,
      width: numberWidth(indicator.name),
      style: { numberFormat: context.scoreFormat, align: "right" },
      cells: Array.from(rowOf(stages.normalised, j, n), shown),
    });
  });
  const body = addTable(draft, "IndicatorScores", columns);
  study.indicators.forEach((_, j) => {
    for (const [from, to] of runs(result.imputed.subarray(j * n, (j + 1) * n))) {
      addStyle(draft, area(body.top + from, first + j, body.top + to, first + j), looks.imputed);
    }
  });
  return finish(draft, {
    kind: "indicator-scores",
    name: words.names["indicator-scores"],
    freezeColumns: 1,
  });
}

/** First and last places of each unbroken run of ones. */
function runs(flags: Uint8Array): [number, number][] {
  const found: [number, number][] = [];
  for (let i = 0; i < flags.length; i += 1) {
    if (!flags[i]) continue;
    const from = i;
    while (flags[i + 1]) i += 1;
    found.push([from, i]);
  }
  return found;
}
