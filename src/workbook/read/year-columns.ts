import { toA1 } from "../../base/address";
import { issue, type Issue } from "../../base/issue";
import type { Cell, Table } from "../../base/table";
import type { Indicator } from "../../engine/index";
import { readText } from "./cell";
import { joinedTexts } from "./column-texts";
import { looseHeader, looseNames } from "./loose-header";
import { at, type DataTable, type PlacedTable } from "./table-view";
import { sameName } from "./words";
import { yearInHeader } from "./year-header";

/** An indicator's year, as a column of a wide table holds it. */
export interface IndicatorYear {
  readonly indicator: number;
  readonly year: string;
}

/**
 * Reads a header as an indicator's year in a sheet that has a column a year: "GDP 2019", "2019年GDP", or 2019 alone where
 * the sheet's name, a title or the framework leaves one indicator only. Null where no indicator has two years: there a
 * year is but part of a header.
 */
export function yearColumns(
  table: Table,
  rows: readonly (readonly Cell[])[],
  merged: Table,
  indicators: readonly Indicator[],
  known: ReadonlyMap<string, number>,
): ((text: string) => IndicatorYear | null) | null {
  if (!rows.some(hasYears)) return null;
  const plain = looseNames(indicators, true);
  const bare = looseNames(indicators, false);
  const find = (name: string) => known.get(sameName(name)) ?? plain.get(looseHeader(name, true)) ?? bare.get(looseHeader(name, false)); // prettier-ignore
  let own: number | undefined;
  const read = (text: string): IndicatorYear | null => {
    if (!/(19|20)\d\d/.test(text) || known.has(sameName(text))) return null;
    const found = yearInHeader(text);
    if (!found) return null;
    const indicator = found.name === "" ? own : find(found.name);
    return indicator === undefined ? null : { indicator, year: found.year };
  };
  const severalYears = (texts: readonly string[]) => {
    const first = new Map<number, string>();
    return texts.some((text) => {
      const found = read(text);
      if (!found) return false;
      const before = first.get(found.indicator);
      if (before === undefined) first.set(found.indicator, found.year);
      return before !== undefined && before !== found.year;
    });
  };
  const onlyYears = rows.findIndex((row) => {
    const years = row.map((cell) => yearAlone(readText(cell))).filter(Boolean);
    return years.length > 1 && new Set(years).size === years.length;
  });
  if (onlyYears >= 0) {
    const titles = rows.slice(0, onlyYears).flatMap((row) => {
      const texts = row.map(readText).filter(Boolean);
      return texts.length === 1 ? texts : [];
    });
    own = indicators.length === 1 ? 0 : [table.sheet, ...titles].map(find).find((each) => each !== undefined);
  }
  const isWide = rows.some(
    (row, r) => severalYears(row.map(readText)) || (r > 0 && severalYears(joinedTexts(merged, r - 1, r))),
  );
  return isWide ? read : null;
}

/** Whether two cells of a row may carry years. */
function hasYears(row: readonly Cell[]): boolean {
  let count = 0;
  for (const cell of row) {
    if (typeof cell === "number" ? Number.isInteger(cell) && cell >= 1900 && cell < 2100 : typeof cell === "string" && /(19|20)\d\d/.test(cell)) count += 1; // prettier-ignore
    if (count > 1) return true;
  }
  return false;
}

function yearAlone(text: string): string {
  const found = yearInHeader(text);
  return found?.name === "" ? found.year : "";
}

/**
 * The same table with one row a unit and year, a Year column and one column an indicator. A column without a year counts
 * in every year. `years` gives per column the year it holds, null for none.
 */
export function oneRowAYear(
  view: DataTable,
  years: readonly (IndicatorYear | null)[],
  indicators: readonly Indicator[],
  issues: Issue[],
): DataTable {
  const { table, header } = view;
  const wide = [...new Set(years.flatMap((each) => (each ? [each.indicator] : [])))];
  const all = [...new Set(years.flatMap((each) => (each ? [each.year] : [])))].sort();
  const steady = years.flatMap((each, column) => (each ? [] : [column]));
  const columnOf = new Map<string, number>();
  years.forEach((each, column) => {
    if (!each) return;
    const key = `${each.indicator} ${each.year}`;
    const first = columnOf.get(key);
    if (first === undefined) return void columnOf.set(key, column);
    const params = { column: `${indicators[each.indicator].name} ${each.year}`, first: toA1(at(table, header, first)) }; // prettier-ignore
    issues.push(issue("error", "data.duplicate-column", params, { indicator: each.indicator }, at(table, header, column))); // prettier-ignore
  });
  const start = steady.length + 1;
  const sources = all.map((year) => [
    ...steady,
    -1,
    ...wide.map((indicator) => columnOf.get(`${indicator} ${year}`) ?? -1),
  ]);
  const rows: Cell[][] = [
    [
      ...steady.map((column) => table.rows[header][column]),
      "Year",
      ...wide.map((j) => indicators[j].code || indicators[j].name),
    ],
  ];
  const places: (readonly [row: number, columns: readonly number[]])[] = [[header, sources[0]]];
  const hidden = new Set(table.hiddenRows.map((row) => row - table.top));
  const hiddenRows: number[] = [];
  for (let row = header + 1; row < table.rows.length; row += 1) {
    const cells = table.rows[row];
    all.forEach((year, y) => {
      if (hidden.has(row)) hiddenRows.push(rows.length);
      rows.push(sources[y].map((column, c) => (c === start - 1 ? year : column < 0 ? null : cells[column])));
      places.push([row, sources[y]]);
    });
  }
  const first = years.findIndex((each) => each !== null);
  const params = { indicators: wide.length, years: all.join(", ") };
  issues.push(issue("note", "data.year-columns", params, {}, at(table, header, first)));
  const result: PlacedTable = {
    sheet: table.sheet,
    top: 0,
    left: 0,
    rows,
    merges: [],
    hiddenRows,
    // The year itself stands in the header of the columns that hold it.
    place: (row, column) => at(table, places[row][0], Math.max(places[row][1][column], 0)),
  };
  const moved = (column: number) => (column < 0 ? -1 : steady.indexOf(column));
  const units = { name: moved(view.units.name), code: moved(view.units.code), year: start - 1 };
  return { table: result, header: 0, units, rows: rows.slice(1).map((_, i) => i + 1) };
}
