import { maxColumns, type Area } from "../../base/address";
import type { Cell } from "../../base/table";
import { cellKey, type Book, type BookChart, type BookName, type BookSheet } from "./book";
import { mapReferences, type Corner, type Reference } from "../../base/formula-references";

export type Line = "row" | "column";

/** Inserts whole rows or columns, as Excel does: what stands behind moves, and formulas anywhere keep meaning the same cells. */
export function insertLines(book: Book, sheet: BookSheet, line: Line, at: number, count: number): void {
  const blankRows = <T>(): T[][] => Array.from({ length: count }, () => []);
  if (line === "row") {
    if (sheet.values.length > at) sheet.values.splice(at, 0, ...blankRows<Cell>());
    if (sheet.styles.length > at) sheet.styles.splice(at, 0, ...blankRows<number>());
    sheet.rows = moveKeys(sheet.rows, at, count);
  } else {
    sheet.values.forEach(
      (cells) => cells.length > at && cells.splice(at, 0, ...new Array<Cell>(count).fill(null)),
    );
    sheet.styles.forEach(
      (cells) => cells.length > at && cells.splice(at, 0, ...new Array<number>(count).fill(0)),
    );
    sheet.columns = moveKeys(sheet.columns, at, count);
  }
  const move = (place: number) => (place >= at ? place + count : place);
  const moveArea = <T extends Area>(area: T): T =>
    line === "row"
      ? { ...area, top: move(area.top), bottom: move(area.bottom) }
      : { ...area, left: move(area.left), right: move(area.right) };
  sheet.formulas = new Map(
    [...sheet.formulas].map(([key, formula]) => {
      const row = Math.floor(key / maxColumns);
      const column = key % maxColumns;
      return [line === "row" ? cellKey(move(row), column) : cellKey(row, move(column)), formula];
    }),
  );
  sheet.merges = sheet.merges.map(moveArea);
  sheet.conditionalFormats = sheet.conditionalFormats.map(moveArea);
  sheet.validations = sheet.validations.map(moveArea);
  sheet.links = sheet.links.map((link) =>
    line === "row" ? { ...link, row: move(link.row) } : { ...link, column: move(link.column) },
  );
  for (const chart of sheet.charts) {
    const place = line === "row" ? "row" : "column";
    if (chart.to[place] < at) continue;
    chart.from = { ...chart.from, [place]: move(chart.from[place]) };
    chart.to = { ...chart.to, [place]: move(chart.to[place]) };
    chart.changed = true;
  }
  sheet.tables = sheet.tables.map((table) => {
    const moved = moveArea(table);
    const same = moved.top === table.top && moved.bottom === table.bottom && moved.right === table.right;
    return same && moved.left === table.left ? table : { ...moved, part: undefined };
  });
  if (sheet.part) sheet.rewritten = true;

  const moveCorner = (corner: Corner): Corner =>
    line === "row"
      ? { ...corner, row: corner.row < 0 ? -1 : move(corner.row) }
      : { ...corner, column: corner.column < 0 ? -1 : move(corner.column) };
  changeReferences(book, sheet, (reference) => {
    const start = moveCorner(reference.start);
    const end = reference.end && moveCorner(reference.end);
    const same = (a: Corner | null, b: Corner | null) => a?.row === b?.row && a?.column === b?.column;
    return same(start, reference.start) && same(end, reference.end)
      ? reference
      : { ...reference, start, end };
  });
}

function moveKeys<T>(lines: Map<number, T>, at: number, count: number): Map<number, T> {
  return new Map([...lines].map(([place, value]) => [place >= at ? place + count : place, value]));
}

/** Takes a sheet out; what pointed to it becomes #REF!, as in Excel. */
export function removeSheet(book: Book, sheet: BookSheet): void {
  const place = book.sheets.indexOf(sheet);
  if (place < 0) return;
  book.sheets.splice(place, 1);
  changeReferences(book, sheet, () => null);
  if (book.active > place || book.active >= book.sheets.length) book.active = Math.max(0, book.active - 1);
}

/** Rewrites every reference to a sheet's cells, wherever a formula or a name holds one. */
function changeReferences(
  book: Book,
  target: BookSheet,
  change: (reference: Reference) => Reference | null,
): void {
  const name = target.name.toLowerCase();
  const changeFormula = (formula: string, owner: BookSheet | null) =>
    mapReferences(formula, (reference) => {
      const points = reference.sheet === null ? owner === target : reference.sheet.toLowerCase() === name;
      return points ? change(reference) : reference;
    });
  for (const sheet of book.sheets) {
    for (const [key, formula] of sheet.formulas) {
      const changed = changeFormula(formula, sheet);
      if (changed === formula) continue;
      sheet.formulas.set(key, changed);
      if (sheet.part) sheet.edited.add(key);
    }
  }
  for (const sheet of book.sheets) {
    for (const validation of sheet.validations) {
      if (typeof validation.options !== "string") continue;
      const changed = changeFormula(validation.options, sheet);
      if (changed !== validation.options && sheet.part) sheet.rewritten = true;
      validation.options = changed;
    }
  }
  for (const sheet of book.sheets) {
    for (const chart of sheet.charts) changeSources(chart, (formula) => changeFormula(formula, sheet));
  }
  const changeNames = (names: BookName[], owner: BookSheet | null) => {
    for (const each of names) each.formula = changeFormula(each.formula, owner);
  };
  changeNames(book.names, null);
  for (const sheet of book.sheets) changeNames(sheet.names, sheet);
}

/** Rewrites where a chart takes its numbers and names from. */
function changeSources(chart: BookChart, change: (formula: string) => string): void {
  for (const series of chart.series) {
    for (const key of ["values", "against", "nameFrom"] as const) {
      const before = series[key];
      if (!before) continue;
      const after = change(before);
      if (after === before) continue;
      series[key] = after;
      chart.changed = true;
    }
  }
}
