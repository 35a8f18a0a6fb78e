import { columnName, quoteSheet } from "../../base/address";
import {
  isFormula,
  type DocumentCell,
  type DocumentValue,
  type SheetDocument,
  type SheetKind,
} from "../document";

/** A table of a document, by the keys of its columns: what its cells hold, and what formulas call them. Rows are the sheet's, from zero. */
export interface TableCells {
  readonly kind: SheetKind;
  readonly top: number;
  readonly bottom: number;
  has(key: string): boolean;
  value(key: string, row: number): DocumentValue;
  /** Puts a formula (with "=") where a value stands, which it is to work out to. */
  put(key: string, row: number, formula: string): void;
  /** Where a cell stands on its sheet. */
  place(key: string, row: number): { readonly row: number; readonly column: number };
  /** "$F5": the same row of this sheet, which stays right when the table is sorted. */
  beside(key: string, row: number): string;
  /** "Weights!$F$7". */
  cell(key: string, row: number): string;
  /** "Scores!$F$5:$F$684". */
  column(key: string): string;
}

/** The table of that name on a document; `rows` are the document's, in a copy that may be changed. */
export function tableCells(document: SheetDocument, rows: DocumentCell[][], name: string): TableCells {
  const table = document.tables.find((each) => each.name === name);
  if (!table) throw new Error(`no table "${name}" on "${document.name}"`);
  const sheet = quoteSheet(document.name);
  const columnOf = (key: string) => {
    const index = table.keys?.indexOf(key) ?? -1;
    if (index < 0) throw new Error(`no column "${key}" in table "${name}"`);
    return table.left + index;
  };
  const top = table.top + 1;
  const bottom = table.bottom;
  return {
    kind: document.kind,
    top,
    bottom,
    has: (key) => table.keys?.includes(key) ?? false,
    value(key, row) {
      const cell = rows[row][columnOf(key)];
      return isFormula(cell) ? cell.value : cell;
    },
    put(key, row, formula) {
      const column = columnOf(key);
      const before = rows[row][column];
      rows[row][column] = { formula, value: isFormula(before) ? before.value : before };
    },
    place: (key, row) => ({ row, column: columnOf(key) }),
    beside: (key, row) => `$${columnName(columnOf(key))}${row + 1}`,
    cell: (key, row) => `${sheet}!$${columnName(columnOf(key))}$${row + 1}`,
    column(key) {
      const letter = columnName(columnOf(key));
      return `${sheet}!$${letter}$${top + 1}:$${letter}$${bottom + 1}`;
    },
  };
}
