import { toA1 } from "../../base/address";
import { issue, type Issue } from "../../base/issue";
import type { Indicator } from "../../engine/index";
import { readText } from "./cell";
import { knownHeaders } from "./header-block";
import { at, filledUpTo, headerCells, type DataTable } from "./table-view";
import { fold, sameName, startsNote, yearHeaders } from "./words";
import { yearOfCell } from "./year-header";

/** A data sheet's columns by their part. Indices into the table's rows. */
export interface DataSheet {
  readonly view: DataTable;
  readonly name: number;
  readonly code: number;
  readonly year: number;
  readonly indicators: ReadonlyMap<number, number>;
  readonly others: readonly number[];
}

/** A sheet that holds one year: "2021", "2022年". */
export function yearOfSheet(sheet: string): string {
  return /^\s*((?:19|20)\d\d)\s*年?\s*$/.exec(sheet.normalize("NFKC"))?.[1] ?? "";
}

/** The year of a row. */
export function yearAt({ view, year }: DataSheet, row: number): string {
  return yearOfCell(readText(view.table.rows[row][year]));
}

/** The rows of units, up to the first note. */
export function rowsOf({ view, name, code }: DataSheet): readonly number[] {
  const { table, rows } = view;
  const end = rows.findIndex((row) => {
    const cells = table.rows[row];
    return filledUpTo(cells, 3) < 3 && startsNote(cells[name] ?? cells[code] ?? cells[0]);
  });
  return end < 0 ? rows : rows.slice(0, end);
}

/** Tells the columns of a data sheet apart by their headers; null (with an issue) when none names units. */
export function columnsOf(view: DataTable, known: readonly Indicator[], issues: Issue[]): DataSheet | null {
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
  const { name, code } = view.units;
  const year = view.units.year ?? find(yearHeaders);
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
