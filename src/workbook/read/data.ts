import { toA1, type CellRange } from "../../base/address";
import { issue, type Issue } from "../../base/issue";
import type { Table } from "../../base/table";
import type { GroupColumn, Indicator, NumberColumn, Unit } from "../../engine/index";
import { readText } from "./cell";
import { columnsOf, rowsOf, yearAt, yearOfSheet } from "./data-sheet";
import { readLines, unitPlace, type Lines } from "./lines";
import type { NumberRows } from "./number-rows";
import { groupOf, kindOf } from "./other-column";
import { inPercent, readNumbers, type NumericColumn } from "./read-numbers";
import type { ReadOptions } from "./settings";
import { at, headerCells, type DataTable } from "./table-view";
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
  unit(unit: number): CellRange;
  /** Header cell of each indicator's column; null when there is none. */
  readonly indicator: readonly (CellRange | null)[];
  cell(indicator: number, unit: number): CellRange | null;
  column(name: string, unit?: number): CellRange | null;
}

/** A column, on the sheet where it is read. */
interface Home {
  readonly lines: Lines;
  readonly column: number;
}

/**
 * Joins the data sheets: the first names the units, the others are matched to it by code, else by name. `rowsOfTable` gives
 * a table's rows as numbers. Null (with issues) when no sheet names units.
 */
export function readData(
  views: readonly DataTable[],
  indicators: readonly Indicator[],
  rowsOfTable: (table: Table) => NumberRows,
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

  const { units, lines } = readLines(used, year, options, issues);
  return {
    ...readColumns(lines, units.length, indicators, rowsOfTable, options, issues),
    units,
    years,
    year,
  };
}

function readColumns(
  lines: readonly Lines[],
  n: number,
  indicators: readonly Indicator[],
  rowsOfTable: (table: Table) => NumberRows,
  options: ReadOptions,
  issues: Issue[],
): Pick<Data, "values" | "groups" | "columns" | "places"> {
  const values = new Float64Array(indicators.length * n);
  const groups: GroupColumn[] = [];
  const columns: NumberColumn[] = [];
  const home: (Home | null)[] = indicators.map(() => null);
  const otherHome = new Map<string, Home>();
  for (const own of lines) {
    const { view, others } = own.sheet;
    const numeric: NumericColumn[] = [];
    for (const [column, j] of own.sheet.indicators) {
      const place = home[j];
      if (place) {
        const first = toA1(headerAt(place));
        const params = { column: readText(headerCells(view)[column]), first };
        issues.push(issue("error", "data.duplicate-column", params, {}, headerAt({ lines: own, column })));
        continue;
      }
      home[j] = { lines: own, column };
      const { measure } = indicators[j];
      numeric.push({ column, indicator: j, out: values.subarray(j * n, (j + 1) * n), percent: inPercent(indicators[j]), measure }); // prettier-ignore
    }
    for (const column of others) {
      const name = readText(headerCells(view)[column]);
      // The same group or covariate may stand on several sheets: the first counts.
      if (otherHome.has(name)) continue;
      const cells = Array.from(own.rows, (row) => view.table.rows[row][column] ?? null);
      const isNamed = options.groups.some((group) => sameName(group) === sameName(name));
      const kind = kindOf(cells, options, isNamed);
      if (kind === "text") continue;
      otherHome.set(name, { lines: own, column });
      if (kind === "group") groups.push(groupOf(name, own.units, cells, n));
      else {
        const out = new Float64Array(n);
        columns.push({ name, values: out });
        numeric.push({ column, indicator: -1, out, percent: null, measure: "" });
      }
    }
    readNumbers(own, rowsOfTable(view.table), numeric, options, issues);
  }
  home.forEach((place, j) => {
    if (!place) values.fill(NaN, j * n, (j + 1) * n);
  });
  const places: DataPlaces = {
    unit: (unit) => unitPlace(lines[0].sheet, lines[0].rowOf[unit]),
    indicator: home.map((place) => place && headerAt(place)),
    cell(indicator, unit) {
      const place = home[indicator];
      return place && cellAt(place, unit);
    },
    column(name, unit) {
      const place = otherHome.get(name);
      if (!place) return null;
      return unit === undefined ? headerAt(place) : cellAt(place, unit);
    },
  };
  return { values, groups, columns, places };
}

function headerAt({ lines: { sheet }, column }: Home): CellRange {
  return at(sheet.view.table, sheet.view.header, column);
}

function cellAt({ lines: { sheet, rowOf }, column }: Home, unit: number): CellRange | null {
  return rowOf[unit] >= 0 ? at(sheet.view.table, rowOf[unit], column) : null;
}
