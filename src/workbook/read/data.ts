import { toA1, type CellRange } from "../../base/address";
import { issue, type Issue } from "../../base/issue";
import type { GroupColumn, Indicator, NumberColumn, Unit } from "../../engine/index";
import { readText } from "./cell";
import { columnsOf, rowsOf, yearAt, yearOfSheet, type DataSheet, type Line } from "./data-sheet";
import { nearestUnits } from "./nearest";
import { groupOf, kindOf } from "./other-column";
import { inPercent, readNumbers, readPlainNumbers } from "./read-numbers";
import type { ReadOptions } from "./settings";
import { at, headerCells, type TableView } from "./table-view";
import { unitIndex } from "./unit-index";
import { sameName } from "./words";

/** What the data sheets hold. */
export interface Data {
  readonly units: readonly Unit[];
  /** Indicators × units. */
  readonly values: Float64Array;
  readonly groups: readonly GroupColumn[];
  readonly columns: readonly NumberColumn[];
  readonly years: readonly string[];
  /** The year that was read; empty when the data have none. */
  readonly year: string;
  readonly places: DataPlaces;
}

/** Where things stand on the sheets, for issues found later. */
export interface DataPlaces {
  readonly unit: readonly CellRange[];
  /** Header cell of each indicator's column; null when there is none. */
  readonly indicator: readonly (CellRange | null)[];
  cell(indicator: number, unit: number): CellRange | null;
  column(name: string, unit?: number): CellRange | null;
}

/**
 * Joins the data sheets: the first names the units, the others are matched to it by code, else by name. Null (with
 * issues) when no sheet names units.
 */
export function readData(
  views: readonly TableView[],
  indicators: readonly Indicator[],
  options: ReadOptions,
  issues: Issue[],
): Data | null {
  const sheets = views.map((view) => columnsOf(view, indicators, issues)).filter((sheet) => sheet !== null);
  if (sheets.length === 0) return null;
  const years = [
    ...new Set(
      sheets.flatMap((sheet) =>
        sheet.year >= 0
          ? rowsOf(sheet).map((row) => yearAt(sheet, row))
          : [yearOfSheet(sheet.view.table.sheet)],
      ),
    ),
  ]
    .filter((year) => year !== "")
    .sort();
  const year = options.year || years[years.length - 1] || "";
  const used = sheets.filter((sheet) => ["", year].includes(yearOfSheet(sheet.view.table.sheet)));
  if (years.length > 0 && !years.includes(year)) {
    issues.push(issue("error", "data.no-year", { year, known: years.join(", ") }, { setting: "year" }));
    return null;
  }

  const units: Unit[] = [];
  const unitAt: CellRange[] = [];
  const lines: { sheet: DataSheet; row: number; unit: number }[] = [];
  used.forEach((sheet, s) => {
    const hidden = new Set(sheet.view.table.hiddenRows.map((row) => row - sheet.view.table.top));
    const rows = rowsOf(sheet).filter((row) => sheet.year < 0 || yearAt(sheet, row) === year);
    const hiddenHere = rows.filter((row) => hidden.has(row));
    if (hiddenHere.length > 0 && !options.excludeHidden) {
      issues.push(
        issue(
          "note",
          "data.hidden-rows",
          { count: hiddenHere.length, sheet: sheet.view.table.sheet },
          {},
          at(sheet.view.table, hiddenHere[0], Math.max(sheet.name, sheet.code)),
        ),
      );
    }
    const seen = new Map<number, CellRange>();
    const index = s === 0 ? null : unitIndex(units, sheet.code >= 0, options.confirmed ?? new Map());
    const byCode = new Map<string, number>();
    const byName = new Map<string, number>();
    for (const row of rows) {
      if (options.excludeHidden && hidden.has(row)) continue;
      const cells = sheet.view.table.rows[row];
      const code = sheet.code >= 0 ? readText(cells[sheet.code]) : "";
      const name = sheet.name >= 0 ? readText(cells[sheet.name]) : "";
      const place = at(sheet.view.table, row, sheet.name >= 0 ? sheet.name : sheet.code);
      if (code === "" && name === "") {
        issues.push(issue("error", "data.unit-unnamed", {}, {}, place));
        continue;
      }
      let unit: number;
      if (index === null) {
        const known = code !== "" ? byCode : byName;
        const key = sameName(code !== "" ? code : name);
        const before = known.get(key);
        unit = before ?? units.length;
        if (before === undefined) {
          known.set(key, unit);
          units.push({ name: name || code, code });
          unitAt.push(place);
        }
      } else {
        const match = index(code, name);
        unit = match.unit;
        if (match.alike) {
          const params = { found: name || code, unit: units[unit].name };
          issues.push(issue("note", "data.unit-matched", params, {}, place));
        }
        if (match.left) {
          const params = { name: name || code, sheet: sheet.view.table.sheet };
          issues.push(issue("note", "data.unit-left-out", params, {}, place));
          continue;
        }
        if (unit < 0) {
          const candidates = nearestUnits(
            name || code,
            units.map((each) => (name ? each.name : each.code)),
            3,
          ).join(", ");
          const params = { unit: name || code, sheet: sheet.view.table.sheet, candidates };
          issues.push(issue("error", "data.unmatched-unit", params, {}, place));
          continue;
        }
      }
      const first = seen.get(unit);
      if (first) {
        issues.push(
          issue("error", "data.duplicate-unit", { unit: name || code, first: toA1(first) }, {}, place),
        );
        continue;
      }
      seen.set(unit, place);
      lines.push({ sheet, row, unit });
    }
  });
  return { ...readColumns(used, lines, units, indicators, options, issues, unitAt), units, years, year };
}

function readColumns(
  sheets: readonly DataSheet[],
  lines: readonly Line[],
  units: readonly Unit[],
  indicators: readonly Indicator[],
  options: ReadOptions,
  issues: Issue[],
  unitAt: readonly CellRange[],
): Pick<Data, "values" | "groups" | "columns" | "places"> {
  const n = units.length;
  const values = new Float64Array(indicators.length * n);
  const groups: GroupColumn[] = [];
  const columns: NumberColumn[] = [];
  const home: ({ sheet: DataSheet; column: number } | null)[] = indicators.map(() => null);
  const otherHome = new Map<string, { sheet: DataSheet; column: number }>();
  const rowOfUnit = new Map<DataSheet, Int32Array>();
  for (const sheet of sheets) {
    const own = sheets.length === 1 ? lines : lines.filter((line) => line.sheet === sheet);
    const rows = new Int32Array(n).fill(-1);
    for (const line of own) rows[line.unit] = line.row;
    rowOfUnit.set(sheet, rows);
    const numeric: { readonly column: number; readonly j: number }[] = [];
    for (const [column, j] of sheet.indicators) {
      const header = headerCells(sheet.view)[column];
      if (home[j]) {
        const first = toA1(at(home[j].sheet.view.table, home[j].sheet.view.header, home[j].column));
        issues.push(
          issue(
            "error",
            "data.duplicate-column",
            { column: readText(header), first },
            {},
            at(sheet.view.table, sheet.view.header, column),
          ),
        );
        continue;
      }
      home[j] = { sheet, column };
      numeric.push({ column, j });
    }
    // Units that are not on this sheet have no value.
    if (own.length < n) for (const { j } of numeric) values.fill(NaN, j * n, (j + 1) * n);
    const rest = readPlainNumbers(
      own,
      numeric.map(({ column }) => column),
      values,
      numeric.map(({ j }) => j * n),
    );
    numeric.forEach(({ column, j }, k) => {
      const measure = { percent: inPercent(indicators[j]), measure: indicators[j].measure };
      readNumbers(rest[k], column, values.subarray(j * n, (j + 1) * n), measure, j, options, issues);
    });
    for (const column of sheet.others) {
      const name = readText(headerCells(sheet.view)[column]);
      // The same group or covariate may stand on several sheets: the first counts.
      if (otherHome.has(name)) continue;
      const cells = own.map((line) => sheet.view.table.rows[line.row][column] ?? null);
      const kind = kindOf(
        cells,
        options,
        options.groups.some((group) => sameName(group) === sameName(name)),
      );
      if (kind === "text") continue;
      otherHome.set(name, { sheet, column });
      if (kind === "group") groups.push(groupOf(name, own, cells, n));
      else {
        const numbers = new Float64Array(n).fill(NaN);
        const [left] = readPlainNumbers(own, [column], numbers, [0]);
        readNumbers(left, column, numbers, { percent: null, measure: "" }, -1, options, issues);
        columns.push({ name, values: numbers });
      }
    }
  }
  home.forEach((place, j) => {
    if (!place) values.fill(NaN, j * n, (j + 1) * n);
  });
  const places: DataPlaces = {
    unit: unitAt,
    indicator: home.map((place) =>
      place ? at(place.sheet.view.table, place.sheet.view.header, place.column) : null,
    ),
    cell(indicator, unit) {
      const place = home[indicator];
      const row = place ? rowOfUnit.get(place.sheet)![unit] : -1;
      return place && row >= 0 ? at(place.sheet.view.table, row, place.column) : null;
    },
    column(name, unit) {
      const place = otherHome.get(name);
      if (!place) return null;
      const row = unit === undefined ? place.sheet.view.header : rowOfUnit.get(place.sheet)![unit];
      return row >= 0 ? at(place.sheet.view.table, row, place.column) : null;
    },
  };
  return { values, groups, columns, places };
}
