import { format as formatNumber } from "numfmt";
import type { Area } from "../../base/address";
import type { Cell } from "../../base/table";
import type { Book, BookSheet } from "../../hosts/xlsx/book";
import { addStyle, cellKey, setFormula, setValue, styleAt, valueAt } from "../../hosts/xlsx/book";
import { enterText } from "./coerce";
import type { Excel } from "./excel";
import { cellsChanged } from "./excel";
import type { RangeTarget } from "./office-class";
import { OfficeError, badArgument } from "./office-class";
import { heightOf, widthOf } from "./place";

/** Excel reads at most this many cells at once; more come back as null. */
export const mostCells = 5_000_000;

/** A matrix the size of an area; null when the area is too large to be read. */
export function matrix<T>(a: Area, at: (row: number, column: number) => T): T[][] | null {
  if (heightOf(a) * widthOf(a) > mostCells) return null;
  const rows: T[][] = [];
  for (let row = a.top; row <= a.bottom; row += 1) {
    const cells: T[] = [];
    for (let column = a.left; column <= a.right; column += 1) cells.push(at(row, column));
    rows.push(cells);
  }
  return rows;
}

export const numberFormatAt = (book: Book, sheet: BookSheet, row: number, column: number) =>
  styleAt(book, sheet, row, column).numberFormat ?? "General";

export function formulaAt(sheet: BookSheet, row: number, column: number): Cell {
  return sheet.formulas.get(cellKey(row, column)) ?? valueAt(sheet, row, column) ?? "";
}

/** A cell as Excel shows it. */
export function textAt(book: Book, sheet: BookSheet, row: number, column: number): string {
  const value = valueAt(sheet, row, column);
  if (value === null || value === undefined) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "string") return value;
  const code = numberFormatAt(book, sheet, row, column);
  if (code === "@") return String(value);
  return formatNumber(code, value, { throws: false });
}

export const badShape = () =>
  new OfficeError(
    "InvalidArgument",
    "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
  );

/** Writes a matrix, or one value to every cell, as `Range.values = …` does: null leaves a cell, strings are read as typed. */
export function writeCells(excel: Excel, target: RangeTarget, given: unknown): void {
  const { sheet, area } = target;
  const rows = Array.isArray(given) ? (given as unknown[]) : null;
  if (rows) {
    const fits =
      rows.length === heightOf(area) &&
      rows.every((row) => Array.isArray(row) && row.length === widthOf(area));
    if (!fits) throw badShape();
  }
  for (let row = area.top; row <= area.bottom; row += 1) {
    for (let column = area.left; column <= area.right; column += 1) {
      const value = rows ? (rows[row - area.top] as unknown[])[column - area.left] : given;
      enterCell(excel.book, sheet, row, column, value);
    }
  }
  cellsChanged(excel, sheet, area, "addin");
}

/** One cell as typed by a person or set by an add-in. */
export function enterCell(book: Book, sheet: BookSheet, row: number, column: number, value: unknown): void {
  if (value === null || value === undefined) return;
  if (typeof value === "number" || typeof value === "boolean") {
    setValue(sheet, row, column, value);
    return;
  }
  if (typeof value !== "string") throw badArgument();
  if (value.length > 32767) throw badArgument();
  const entered = enterText(value, numberFormatAt(book, sheet, row, column));
  if (entered.formula) setFormula(sheet, row, column, entered.formula, null);
  else setValue(sheet, row, column, entered.value);
  if (entered.numberFormat) {
    addStyle(
      book,
      sheet,
      { top: row, left: column, bottom: row, right: column },
      { numberFormat: entered.numberFormat },
    );
  }
}
