import { toA1, type CellRange } from "../../base/address";
import { issue, type Issue } from "../../base/issue";
import type { Cell, Table } from "../../base/table";
import type { Indicator } from "../../engine/index";
import { readText } from "./cell";
import { knownHeaders } from "./header-block";
import type { ReadOptions } from "./settings";
import { at, isBlankRow, type PlacedTable } from "./table-view";
import {
  fold,
  longHeaders,
  namesUnits,
  sameName,
  unitCodeHeaders,
  unitNameHeaders,
  yearHeaders,
} from "./words";

interface Columns {
  readonly header: number;
  readonly names: readonly number[];
  readonly unitName: number;
  readonly unitCode: number;
  readonly year: number;
  /** Columns of values: one, or one a year. */
  readonly values: readonly { readonly column: number; readonly year: string }[];
}

/**
 * A list of one value a row (unit, indicator, [year,] value), or of one row a unit and indicator with a column a year, as
 * the table of units by indicators that it means; null for a sheet that is no such list. A value that stands there twice
 * and differs is refused.
 */
export function fromLongList(
  table: Table,
  indicators: readonly Indicator[],
  options: ReadOptions,
  issues: Issue[],
): PlacedTable | null {
  const known = knownHeaders(indicators);
  const columns = longColumns(table, known);
  if (!columns) return null;
  const { unitName, unitCode, year, names } = columns;
  const first = readText(table.rows[columns.header][year] ?? null) || "Year";
  const heads: Cell[] = [];
  const sources: number[] = [];
  for (const [column, head] of [
    [unitName, "name"],
    [unitCode, "code"],
  ] as const) {
    if (column < 0) continue;
    heads.push(head);
    sources.push(column);
  }
  const hasYears = year >= 0 || columns.values.some((each) => each.year !== "");
  if (hasYears) {
    heads.push(first);
    sources.push(year);
  }
  const used: number[] = [...new Set(known.values())].sort((a, b) => a - b);
  const start = heads.length;
  const position = new Map(used.map((j, i) => [j, start + i]));
  const rows: Cell[][] = [[...heads, ...used.map((j) => indicators[j].code || indicators[j].name)]];
  const places: (readonly [number, number])[][] = [rows[0].map((_, c) => [columns.header, c < start ? Math.max(0, sources[c]) : names[0]] as const)]; // prettier-ignore
  const rowOf = new Map<string, number>();
  const hidden = new Set(table.hiddenRows.map((row) => row - table.top));
  const shown = new Set<number>();
  const conflicting = new Set<string>();
  for (let row = columns.header + 1; row < table.rows.length; row += 1) {
    const cells = table.rows[row];
    if (isBlankRow(cells) || (options.excludeHidden && hidden.has(row))) continue;
    const j = names.map((column) => known.get(sameName(cells[column]))).find((each) => each !== undefined);
    if (j === undefined) continue;
    const code = unitCode < 0 ? "" : readText(cells[unitCode]);
    const name = unitName < 0 ? "" : readText(cells[unitName]);
    for (const each of columns.values) {
      const when = each.year || (year < 0 ? "" : readText(cells[year]));
      const key = `${code ? `code ${sameName(code)}` : `name ${sameName(name)}`}\u001f${when}`;
      let own = code === "" && name === "" ? undefined : rowOf.get(key);
      if (own === undefined) {
        own = rows.length;
        rowOf.set(key, own);
        const fresh: Cell[] = Array<Cell>(start + used.length).fill(null);
        sources.forEach(
          (column, i) => (fresh[i] = column === year && i === start - 1 && hasYears ? when : cells[column]),
        );
        rows.push(fresh);
        places.push(fresh.map((_, c) => [row, c < start ? Math.max(0, sources[c]) : each.column] as const));
      }
      if (!hidden.has(row)) shown.add(own);
      const column = position.get(j)!;
      const value = cells[each.column] ?? null;
      if (value === null || value === "") continue;
      const before = rows[own][column];
      const spot = `${own} ${column}`;
      if ((before !== null || conflicting.has(spot)) && before !== value) {
        const place = (r: number, c: number): CellRange => at(table, r, c);
        const params = {
          unit: name || code,
          indicator: indicators[j].name,
          first: toA1(place(...places[own][column])),
        };
        issues.push(issue("error", "data.duplicate-value", params, {}, place(row, each.column)));
        rows[own][column] = null;
        conflicting.add(spot);
        continue;
      }
      rows[own][column] = value;
      places[own][column] = [row, each.column];
    }
  }
  return {
    sheet: table.sheet,
    top: 0,
    left: 0,
    rows,
    merges: [],
    hiddenRows: rows.flatMap((_, row) => (row > 0 && !shown.has(row) ? [row] : [])),
    place: (row, column) => at(table, ...places[row][column]),
  };
}

/** The columns of a long list: units, indicators whose cells name ours, and values. */
function longColumns(table: Table, known: ReadonlyMap<string, number>): Columns | null {
  for (let header = 0; header < Math.min(40, table.rows.length); header += 1) {
    const row = table.rows[header];
    if (row.some((cell) => typeof cell === "string" && known.has(sameName(cell)))) return null;
    const words = row.map(fold);
    const names = words.flatMap((word, c) =>
      longHeaders.name.has(word) || longHeaders.code.has(word) ? [c] : [],
    );
    const ours = names.filter((column) => table.rows.some((cells, r) => r > header && known.has(sameName(cells[column])))); // prettier-ignore
    if (ours.length === 0) continue;
    const free = (column: number) => !names.includes(column);
    const find = (words_: ReadonlySet<string>) => words.findIndex((word, c) => free(c) && words_.has(word));
    const unitCode = find(unitCodeHeaders);
    let unitName = unitNameHeaders.map(find).find((column) => column >= 0) ?? -1;
    if (unitName < 0) unitName = row.findIndex((cell, c) => free(c) && c !== unitCode && typeof cell === "string" && namesUnits(cell)); // prettier-ignore
    if (unitName < 0 && unitCode < 0) continue;
    const year = find(yearHeaders);
    const value = words.findIndex((word, c) => free(c) && c !== unitName && c !== unitCode && c !== year && longHeaders.value.has(word)); // prettier-ignore
    const years = row.flatMap((cell, column) => {
      const found = /^((?:19|20)\d\d)(年|\s*\[YR\d{4}\])?$/.exec(readText(cell).normalize("NFKC"));
      return found && free(column) ? [{ column, year: found[1] }] : [];
    });
    const values = value >= 0 ? [{ column: value, year: "" }] : years;
    if (values.length > 0) return { header, names: ours, unitName, unitCode, year, values };
  }
  return null;
}
