import type { Area } from "../../base/address";
import type { Book, BookSheet } from "../../hosts/xlsx/book";
import { cellKey, maxColumns } from "../../hosts/xlsx/book";
import { mapReferences } from "../../hosts/xlsx/formula-references";
import { isWholeColumns, isWholeRows, intersection } from "./place";
import { notImplemented } from "./office-class";

interface Shift {
  readonly axis: "row" | "column";
  readonly at: number;
  /** Positive inserts, negative deletes. */
  readonly by: number;
}

/** Inserts whole rows or columns, as `Range.insert` does; part of a row is not in the model. */
export function insertCells(book: Book, sheet: BookSheet, where: Area): void {
  shift(book, sheet, shiftOf(where, 1, "Range.Insert of part of a row or column"));
}

export function deleteCells(book: Book, sheet: BookSheet, where: Area): void {
  shift(book, sheet, shiftOf(where, -1, "Range.Delete of part of a row or column"));
}

function shiftOf(where: Area, sign: 1 | -1, otherwise: string): Shift {
  if (isWholeColumns(where))
    return { axis: "column", at: where.left, by: sign * (where.right - where.left + 1) };
  if (isWholeRows(where)) return { axis: "row", at: where.top, by: sign * (where.bottom - where.top + 1) };
  throw notImplemented(otherwise);
}

function shift(book: Book, sheet: BookSheet, move: Shift): void {
  const { axis, at, by } = move;
  if (axis === "row") {
    moveItems(sheet.values, at, by, () => []);
    moveItems(sheet.styles, at, by, () => []);
    sheet.rows = movedKeys(sheet.rows, at, by);
  } else {
    for (const cells of sheet.values) if (cells && cells.length > at) moveItems(cells, at, by, () => null);
    for (const cells of sheet.styles) if (cells && cells.length > at) moveItems(cells, at, by, () => 0);
    sheet.columns = movedKeys(sheet.columns, at, by);
  }
  const formulas = new Map<number, string>();
  for (const [key, formula] of sheet.formulas) {
    const row = Math.floor(key / maxColumns);
    const column = key % maxColumns;
    const place = movedIndex(axis === "row" ? row : column, at, by);
    if (place !== null) formulas.set(axis === "row" ? cellKey(place, column) : cellKey(row, place), formula);
  }
  sheet.formulas = formulas;
  sheet.merges = sheet.merges.flatMap((each) => movedArea(each, move) ?? []);
  sheet.tables = sheet.tables.flatMap((each) => moved(each, move));
  sheet.validations = sheet.validations.flatMap((each) => moved(each, move));
  sheet.conditionalFormats = sheet.conditionalFormats.flatMap((each) => moved(each, move));
  sheet.links = sheet.links.flatMap((each) => {
    const place = movedIndex(axis === "row" ? each.row : each.column, at, by);
    return place === null ? [] : [{ ...each, [axis]: place }];
  });
  for (const each of book.sheets) {
    for (const [key, formula] of each.formulas) {
      each.formulas.set(key, movedFormula(formula, each.name, sheet.name, move));
    }
  }
  for (const name of book.names) name.formula = movedFormula(name.formula, "", sheet.name, move);
  sheet.rewritten = true;
}

function moved<T extends Area>(each: T, move: Shift): T[] {
  const place = movedArea(each, move);
  return place ? [{ ...each, ...place }] : [];
}

function moveItems<T>(items: T[], at: number, by: number, empty: () => T): void {
  if (items.length <= at) return;
  if (by < 0) items.splice(at, -by);
  else items.splice(at, 0, ...Array.from({ length: by }, empty));
}

function movedIndex(index: number, at: number, by: number): number | null {
  if (index < at) return index;
  if (by < 0 && index < at - by) return null;
  return index + by;
}

function movedKeys<T>(map: ReadonlyMap<number, T>, at: number, by: number): Map<number, T> {
  const next = new Map<number, T>();
  for (const [index, each] of map) {
    const place = movedIndex(index, at, by);
    if (place !== null) next.set(place, each);
  }
  return next;
}

/** An area grows when cells are inserted inside it and is lost when all of it is deleted. */
function movedArea(a: Area, { axis, at, by }: Shift): Area | null {
  const low = axis === "row" ? a.top : a.left;
  const high = axis === "row" ? a.bottom : a.right;
  if (
    by < 0 &&
    intersection(
      { top: at, bottom: at - by - 1, left: 0, right: 0 },
      { top: low, bottom: high, left: 0, right: 0 },
    )
  ) {
    const newLow = low < at ? low : at;
    const newHigh = high > at - by - 1 ? high + by : at - 1;
    if (newHigh < newLow) return null;
    return axis === "row" ? { ...a, top: newLow, bottom: newHigh } : { ...a, left: newLow, right: newHigh };
  }
  const newLow = low >= at ? low + by : low;
  const newHigh = high >= at ? high + by : high;
  return axis === "row" ? { ...a, top: newLow, bottom: newHigh } : { ...a, left: newLow, right: newHigh };
}

function movedFormula(formula: string, on: string, changed: string, { axis, at, by }: Shift): string {
  return mapReferences(formula, (reference) => {
    if ((reference.sheet ?? on).toLowerCase() !== changed.toLowerCase()) return reference;
    const low = reference.start[axis];
    const high = (reference.end ?? reference.start)[axis];
    if (low < 0 || high < 0) return reference;
    const span =
      axis === "row"
        ? { top: low, bottom: high, left: 0, right: 0 }
        : { top: 0, bottom: 0, left: low, right: high };
    const place = movedArea(span, { axis, at, by });
    if (!place) return null;
    const start = { ...reference.start, [axis]: axis === "row" ? place.top : place.left };
    const end = reference.end && { ...reference.end, [axis]: axis === "row" ? place.bottom : place.right };
    return { ...reference, start, end };
  });
}
