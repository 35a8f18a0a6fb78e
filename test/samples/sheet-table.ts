import type { Cell } from "../../src/base/table";
import { findSheet, valueAt, type Book } from "../../src/hosts/xlsx/book";

/** A table on a written sheet, by the name it was given there: rows by header. */
export function tableOn(book: Book, sheetName: string, tableName: string): Record<string, Cell>[] {
  const sheet = findSheet(book, sheetName);
  const table = sheet?.tables.find((each) => each.name === tableName);
  if (!sheet || !table) throw new Error(`no table ${tableName} on ${sheetName}`);
  const headers: string[] = [];
  for (let column = table.left; column <= table.right; column += 1)
    headers.push(String(valueAt(sheet, table.top, column)));
  const rows: Record<string, Cell>[] = [];
  for (let row = table.top + 1; row <= table.bottom; row += 1) {
    rows.push(Object.fromEntries(headers.map((header, i) => [header, valueAt(sheet, row, table.left + i)])));
  }
  return rows;
}

/** The one row in which every named cell is as given. */
export function rowWith(
  rows: readonly Record<string, Cell>[],
  wanted: Record<string, Cell>,
): Record<string, Cell> {
  const found = rows.filter((row) =>
    Object.entries(wanted).every(([header, value]) => row[header] === value),
  );
  if (found.length !== 1) throw new Error(`${found.length} rows with ${JSON.stringify(wanted)}`);
  return found[0];
}
