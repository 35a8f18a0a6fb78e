import { format as formatNumber } from "numfmt";
import type { Area } from "../../base/address";
import { moveFormula } from "../../base/formula-references";
import type { Cell } from "../../base/table";
import type { Book, BookSheet } from "../../hosts/xlsx/book";
import { addStyle, cellKey, setFormula, setValue, styleAt, valueAt } from "../../hosts/xlsx/book";
import { enterText } from "./coerce";
import type { Excel } from "./excel";
import { cellsChanged, settle } from "./excel";
import type { RangeTarget } from "./office-class";
import { OfficeError, badArgument, notImplemented } from "./office-class";
import { heightOf, intersection, widthOf } from "./place";

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

/**
 * `Range.copyFrom` for values or formulas: what is copied fills the range as often as it fits in exactly, or stands there
 * once. Texts stay texts; references in formulas move along.
 */
export function copyCells(
  excel: Excel,
  { sheet, area }: RangeTarget,
  source: RangeTarget,
  what: string,
): void {
  if (what !== "Values" && what !== "Formulas") throw notImplemented(`Range.CopyFrom of ${what}`);
  // What Excel makes of rows that a filter hides is not known here.
  const filtered = source.sheet.tables.some(
    (table) => table.filters?.size && intersection(table, source.area),
  );
  if (filtered) throw notImplemented("Range.CopyFrom from a filtered table");
  // To work out a workbook takes long: only where what is copied follows from it.
  if (what === "Values" && holdsFormula(source)) settle(excel);
  const [height, width] = [heightOf(source.area), widthOf(source.area)];
  const bottom = heightOf(area) % height === 0 ? area.bottom : area.top + height - 1;
  const right = widthOf(area) % width === 0 ? area.right : area.left + width - 1;
  const cells = matrix(source.area, (row, column) => ({
    value: valueAt(source.sheet, row, column),
    formula: what === "Formulas" ? source.sheet.formulas.get(cellKey(row, column)) : undefined,
  }));
  if (!cells) throw badArgument();
  for (let row = area.top; row <= bottom; row += 1) {
    for (let column = area.left; column <= right; column += 1) {
      const [down, across] = [(row - area.top) % height, (column - area.left) % width];
      const { value, formula } = cells[down][across];
      if (formula === undefined) setValue(sheet, row, column, value);
      else {
        const rows = row - source.area.top - down;
        setFormula(sheet, row, column, moveFormula(formula, rows, column - source.area.left - across), null);
      }
    }
  }
  cellsChanged(excel, sheet, { ...area, bottom, right }, "addin");
}

function holdsFormula({ sheet: { formulas }, area: { top, left, bottom, right } }: RangeTarget): boolean {
  if (formulas.size === 0) return false;
  for (let row = top; row <= bottom; row += 1)
    for (let column = left; column <= right; column += 1) if (formulas.has(cellKey(row, column))) return true;
  return false;
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
