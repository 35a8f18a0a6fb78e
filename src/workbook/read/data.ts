import { toA1, type CellRange } from "../../base/address";
import { issue, type Issue } from "../../base/issue";
import type { Cell, Table } from "../../base/table";
import type { GroupColumn, Indicator, NumberColumn, Unit } from "../../engine/index";
import { readCell, readText, type Reading } from "./cell";
import { nearest } from "./nearest";
import type { ReadOptions } from "./settings";
import { at, findHeader, headerCells, isBlankRow, type TableView } from "./table-view";
import { sameName, fold, startsNote, unitCodeHeaders, unitNameHeaders, yearHeaders } from "./words";

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

/** A data sheet's columns by their part. Indices into the table's rows. */
interface DataSheet {
  readonly view: TableView;
  readonly name: number;
  readonly code: number;
  readonly year: number;
  readonly indicators: ReadonlyMap<number, number>;
  readonly others: readonly number[];
}

/** The table of a data sheet: the row that heads the most indicators; a row that names units and nothing else will not do. */
export function findData(table: Table, indicators: readonly Indicator[]): TableView | null {
  const known = knownHeaders(indicators);
  return findHeader(table, (row) => row.filter((cell) => known.has(sameName(cell))).length);
}

function knownHeaders(indicators: readonly Indicator[]): Map<string, number> {
  const known = new Map<string, number>();
  // Codes win over names: a name that is another's code is that other's column.
  indicators.forEach((indicator, j) => known.set(sameName(indicator.name), j));
  indicators.forEach((indicator, j) => indicator.code && known.set(sameName(indicator.code), j));
  known.delete("");
  return known;
}

/** A sheet that holds one year: "2021", "2022年". */
function yearOfSheet(sheet: string): string {
  return /^\s*((?:19|20)\d\d)\s*年?\s*$/.exec(sheet.normalize("NFKC"))?.[1] ?? "";
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
          ? rowsOf(sheet).map((row) => readText(sheet.view.table.rows[row][sheet.year]))
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
    const rows = rowsOf(sheet).filter(
      (row) => sheet.year < 0 || readText(sheet.view.table.rows[row][sheet.year]) === year,
    );
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
    const index = s === 0 ? null : unitIndex(units, sheet.code >= 0);
    const firstIndex = new Map<string, number>();
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
        const key = code !== "" ? `code ${sameName(code)}` : `name ${sameName(name)}`;
        const before = firstIndex.get(key);
        unit = before ?? units.length;
        if (before === undefined) {
          firstIndex.set(key, unit);
          units.push({ name: name || code, code });
          unitAt.push(place);
        }
      } else {
        unit = index(code, name);
        if (unit < 0) {
          const candidates = nearest(
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

function unitIndex(units: readonly Unit[], byCode: boolean): (code: string, name: string) => number {
  const codes = new Map(units.map((unit, i) => [sameName(unit.code), i]));
  codes.delete("");
  const names = new Map<string, number>();
  units.forEach((unit, i) => {
    const key = sameName(unit.name);
    // Two units of one name can only be told apart by code.
    names.set(key, names.has(key) ? -1 : i);
  });
  return (code, name) => {
    if (byCode && code !== "" && codes.size > 0) return codes.get(sameName(code)) ?? -1;
    return names.get(sameName(name || code)) ?? -1;
  };
}

/** Data rows below the header, up to the first note; blank rows are passed over. */
function rowsOf({ view, name, code }: DataSheet): number[] {
  const rows: number[] = [];
  for (let row = view.header + 1; row < view.table.rows.length; row += 1) {
    const cells = view.table.rows[row];
    if (isBlankRow(cells)) continue;
    if (
      startsNote(cells[name] ?? cells[code] ?? cells[0]) &&
      cells.filter((cell) => cell !== null).length < 3
    )
      break;
    rows.push(row);
  }
  return rows;
}

/** Tells the columns of a data sheet apart by their headers; null (with an issue) when none names units. */
function columnsOf(view: TableView, known: readonly Indicator[], issues: Issue[]): DataSheet | null {
  const header = headerCells(view);
  const byHeader = knownHeaders(known);
  const indicators = new Map<number, number>();
  const first = new Map<string, number>();
  const words = header.map(fold);
  const repeated = new Set<number>();
  header.forEach((cell, column) => {
    const text = sameName(cell);
    if (text === "") return;
    const before = first.get(text);
    if (before !== undefined) {
      repeated.add(column);
      const params = { column: readText(cell), first: toA1(at(view.table, view.header, before)) };
      issues.push(issue("error", "data.duplicate-column", params, {}, at(view.table, view.header, column)));
      return;
    }
    first.set(text, column);
    const j = byHeader.get(text);
    if (j === undefined) return;
    if ([...indicators.values()].includes(j)) {
      repeated.add(column);
      const earlier = [...indicators.entries()].find(([, other]) => other === j)![0];
      const params = { column: readText(cell), first: toA1(at(view.table, view.header, earlier)) };
      issues.push(issue("error", "data.duplicate-column", params, {}, at(view.table, view.header, column)));
    } else indicators.set(column, j);
  });
  const free = (column: number) => !indicators.has(column) && !repeated.has(column);
  const find = (set: ReadonlySet<string>) => words.findIndex((word, column) => free(column) && set.has(word));
  const code = find(unitCodeHeaders);
  const name = unitNameHeaders.map(find).find((column) => column >= 0) ?? -1;
  const year = find(yearHeaders);
  if (name < 0 && code < 0) {
    issues.push(
      issue("error", "data.no-unit-column", { sheet: view.table.sheet }, {}, at(view.table, view.header, 0)),
    );
    return null;
  }
  const others = words.flatMap((word, column) =>
    word !== "" && free(column) && ![code, name, year].includes(column) ? [column] : [],
  );
  return { view, name, code, year, indicators, others };
}

type Line = { readonly sheet: DataSheet; readonly row: number; readonly unit: number };

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
  const values = new Float64Array(indicators.length * n).fill(NaN);
  const groups: GroupColumn[] = [];
  const columns: NumberColumn[] = [];
  const home: ({ sheet: DataSheet; column: number } | null)[] = indicators.map(() => null);
  const otherHome = new Map<string, { sheet: DataSheet; column: number }>();
  const rowOfUnit = new Map<DataSheet, Int32Array>();
  for (const sheet of sheets) {
    const own = lines.filter((line) => line.sheet === sheet);
    const rows = new Int32Array(n).fill(-1);
    for (const line of own) rows[line.unit] = line.row;
    rowOfUnit.set(sheet, rows);
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
      readNumbers(
        own,
        column,
        values.subarray(j * n, (j + 1) * n),
        inPercent(indicators[j]),
        j,
        options,
        issues,
      );
    }
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
        readNumbers(own, column, numbers, null, -1, options, issues);
        columns.push({ name, values: numbers });
      }
    }
  }
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

/** Whether an indicator's numbers are percents (12.3) rather than shares (0.123); null when the framework does not say. */
function inPercent({ measure, high }: Indicator): boolean | null {
  if (/[%％]|percent|百分/.test(measure)) return Number.isNaN(high) || high > 1.5;
  return Number.isNaN(high) ? null : high > 1.5;
}

/**
 * Reads one numeric column into `out` (per unit). "12.3%" is 12.3 where the column holds percents and 0.123 where it
 * holds shares, by the framework's word or else by the column's plain numbers; a column of percent strings alone is in
 * percent. Every repair and refusal is an issue at its cell.
 */
function readNumbers(
  lines: readonly Line[],
  column: number,
  out: Float64Array,
  percent: boolean | null,
  indicator: number,
  options: ReadOptions,
  issues: Issue[],
): void {
  const late: { line: Line; reading: Reading & { kind: "percent" } }[] = [];
  let plain = 0;
  let greatest = 0;
  for (const line of lines) {
    const cell = line.sheet.view.table.rows[line.row][column] ?? null;
    if (typeof cell === "number") {
      out[line.unit] = cell;
      plain += 1;
      if (Math.abs(cell) > greatest) greatest = Math.abs(cell);
      continue;
    }
    const reading = readCell(cell, options.missingMarks);
    if (reading.kind === "missing") continue;
    const about = indicator >= 0 ? { unit: line.unit, indicator } : { unit: line.unit };
    const place = at(line.sheet.view.table, line.row, column);
    if (reading.kind === "percent") late.push({ line, reading });
    else if (reading.kind === "text-number") {
      out[line.unit] = reading.value;
      issues.push(
        issue("note", "data.text-number-read", { found: reading.found, value: reading.value }, about, place),
      );
    } else if (reading.kind === "error") {
      issues.push(issue("warning", "data.error-value", { found: reading.found }, about, place));
    } else if (reading.kind === "refused") {
      issues.push(issue("error", "data.not-a-number", { found: reading.found }, about, place));
    }
  }
  const asPercent = percent ?? (plain === 0 || greatest > 1.5);
  for (const { line, reading } of late) {
    const value = asPercent ? reading.value : reading.value / 100;
    out[line.unit] = value;
    const about = indicator >= 0 ? { unit: line.unit, indicator } : { unit: line.unit };
    issues.push(
      issue(
        "note",
        "data.percent-read",
        { found: reading.found, value },
        about,
        at(line.sheet.view.table, line.row, column),
      ),
    );
  }
}

/** A column outside the framework: numbers, a group of 2–60 texts (or any that the settings name), or other text. */
function kindOf(cells: readonly Cell[], options: ReadOptions, named: boolean): "numbers" | "group" | "text" {
  if (named) return "group";
  let numbers = 0;
  const distinct = new Set<string>();
  for (const cell of cells) {
    const reading = readCell(cell, options.missingMarks);
    if (reading.kind === "missing" || reading.kind === "error") continue;
    if (reading.kind === "refused") distinct.add(sameName(cell));
    else numbers += 1;
  }
  if (numbers > 0 && numbers >= cells.length / 4 && distinct.size < numbers) return "numbers";
  return distinct.size >= 2 && distinct.size <= 60 ? "group" : "text";
}

function groupOf(name: string, lines: readonly Line[], cells: readonly Cell[], units: number): GroupColumn {
  const labels: string[] = [];
  const known = new Map<string, number>();
  const of = new Int32Array(units).fill(-1);
  lines.forEach((line, i) => {
    const text = readText(cells[i]);
    if (text === "") return;
    const key = sameName(text);
    let label = known.get(key);
    if (label === undefined) {
      label = labels.push(text) - 1;
      known.set(key, label);
    }
    of[line.unit] = label;
  });
  return { name, labels, of };
}
