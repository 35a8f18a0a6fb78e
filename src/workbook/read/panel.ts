import { issue, type Issue } from "../../base/issue";
import type { Table } from "../../base/table";
import type { PanelScale, Study, YearStudy } from "../../engine/index";
import { readData, type Data } from "./data";
import type { NumberRows } from "./number-rows";
import type { ReadOptions, WrittenSettings } from "./settings";
import type { DataTable } from "./table-view";
import { fold } from "./words";

/**
 * Reads every year of the data as a study of the same tree. `study` and `data` are those of the year that is scored, and
 * stand among them unchanged. What is found in the other years' cells is added to the issues once, with its cell and
 * without a unit's index, which would be that of another study. Empty for data of one year or none.
 */
export function readPanel(
  views: readonly DataTable[],
  study: Study,
  data: Data,
  rowsOfTable: (table: Table) => NumberRows,
  options: ReadOptions,
  issues: Issue[],
): YearStudy[] {
  if (data.years.length < 2 || study.units.length === 0) return [];
  const told = new Set(issues.map((each) => JSON.stringify([each.code, each.at])));
  const panel = data.years.flatMap((year): YearStudy[] => {
    if (year === data.year) return [{ year, study }];
    const found: Issue[] = [];
    const other = readData(views, study.indicators, rowsOfTable, { ...options, year }, found);
    for (const each of found) {
      const key = JSON.stringify([each.code, each.at]);
      if (told.has(key)) continue;
      told.add(key);
      const { unit, ...about } = each.about;
      issues.push(unit === undefined ? each : ({ ...each, about } as Issue));
    }
    if (!other || other.units.length === 0) return [];
    const { units, values, groups, columns } = other;
    return [{ year, study: { ...study, units, values, groups, columns } }];
  });
  return panel.length > 1 ? panel : [];
}

/**
 * The scale that the settings ask for. Without a word, and for a year that the data lack (with an issue), all years
 * together: scores of several years are mostly read to see who has moved, which needs one scale, and no year is then
 * privileged.
 */
export function readScale(settings: WrittenSettings, years: readonly string[], issues: Issue[]): PanelScale {
  const written = settings.get("base year");
  const word = fold(written?.text ?? "");
  if (["", "pooled", "all", "all years", "合并", "全部", "各年合并"].map(fold).includes(word))
    return "pooled";
  if (["own", "each", "each year", "各年", "逐年"].map(fold).includes(word)) return "own";
  const year = years.find((each) => fold(each) === word || `${fold(each)}年` === word);
  if (year !== undefined) return year;
  const params = { year: written!.text, known: ["pooled", "own", ...years].join(", ") };
  issues.push(issue("error", "data.no-year", params, { setting: "base year" }, written!.at));
  return "pooled";
}
