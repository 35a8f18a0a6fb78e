import { cellAt, type CellRange } from "../../base/address";
import type { Cell, Table } from "../../base/table";

/** A table whose rows need not stand on the sheet as they stand here: notes are gone, or values come from a long list. */
export interface PlacedTable extends Table {
  /** Where a cell stands on its sheet; without it, where the table says. */
  readonly place?: (row: number, column: number) => CellRange;
}

/** A table on a sheet: its header row and the rows below it, in coordinates of `Table.rows`. */
export interface TableView {
  readonly table: PlacedTable;
  /** Index into `table.rows` of the header. */
  readonly header: number;
}

/** A table of units. */
export interface DataTable extends TableView {
  /** Columns of the units' names and codes and of the years; -1 for none, null for a year to be found. */
  readonly units: { readonly name: number; readonly code: number; readonly year: number | null };
  /** The rows that are units', ascending. */
  readonly rows: readonly number[];
}

export function headerCells(view: TableView): readonly Cell[] {
  return view.table.rows[view.header];
}

/** Where a cell given in coordinates of `Table.rows` stands on its sheet. */
export function at(table: PlacedTable, row: number, column: number): CellRange {
  return table.place?.(row, column) ?? cellAt(table.sheet, table.top + row, table.left + column);
}

export function isBlankRow(row: readonly Cell[]): boolean {
  for (const cell of row) if (cell !== null && (typeof cell !== "string" || cell.trim() !== "")) return false;
  return true;
}

/** How many cells of a row are filled, counted up to `most`. */
export function filledUpTo(row: readonly Cell[], most: number): number {
  let count = 0;
  for (let column = 0; column < row.length && count < most; column += 1)
    if (row[column] !== null && row[column] !== "") count += 1;
  return count;
}

/** How far down a header is looked for: title rows, units and notes stand above it. */
const searched = 40;

/** The first row to which `fits` gives the highest count above zero; null when no row fits. */
export function findHeader(table: Table, fits: (row: readonly Cell[]) => number): TableView | null {
  let best = 0;
  let header = -1;
  for (let row = 0; row < Math.min(searched, table.rows.length); row += 1) {
    const score = fits(table.rows[row]);
    if (score > best) {
      best = score;
      header = row;
    }
  }
  return header < 0 ? null : { table, header };
}

/** Fills merged areas with their first cell, so that each row stands on its own. */
export function unmerged(table: Table): Table {
  if (table.merges.length === 0) return table;
  const rows = table.rows.map((row) => [...row]);
  for (const merge of table.merges) {
    const value = rows[merge.top - table.top]?.[merge.left - table.left] ?? null;
    for (let row = merge.top; row <= merge.bottom; row += 1) {
      for (let column = merge.left; column <= merge.right; column += 1) {
        const cells = rows[row - table.top];
        if (cells && column - table.left < cells.length) cells[column - table.left] = value;
      }
    }
  }
  return { ...table, rows };
}
