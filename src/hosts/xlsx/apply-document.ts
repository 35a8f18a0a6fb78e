import { cellAt, maxColumns, toA1, toAbsoluteA1, type Area } from "../../base/address";
import {
  isFormula,
  usersKinds,
  type DocumentArea,
  type DocumentTable,
  type SheetDocument,
} from "../../workbook/document";
import { encodeMark, markName } from "../../workbook/mark";
import type { SheetMark } from "../../workbook/port";
import {
  addStyle,
  cellKey,
  setFormula,
  setValue,
  type Book,
  type BookSheet,
  type BookTable,
} from "./book";
import { mapReferences } from "../../base/formula-references";
import { insertLines } from "./insert-lines";
import { placeCharts } from "./place-charts";
import { applyFilters, filtersOf } from "./table-filter";

export interface DocumentPlace {
  readonly sheet: BookSheet;
  /** What our last run left there; null on a sheet that is new. */
  readonly before: SheetMark | null;
  readonly fingerprint: string;
  /** The real name of a sheet that documents call by this name. */
  readonly realName: (name: string) => string;
  /** The real name of the sheet of a kind; null when there is none. */
  readonly nameOfKind: (kind: SheetDocument["kind"]) => string | null;
}

/**
 * Writes a document onto a sheet. Only the area of the previous run is cleared; cells of the user's that stand in the way
 * of a larger result are moved by inserting rows or columns before them.
 */
export function applyDocument(book: Book, document: SheetDocument, place: DocumentPlace): void {
  const { sheet, before } = place;
  const rows = document.rows.length;
  const columns = document.rows[0]?.length ?? 0;
  const sameColumns = before?.columns === columns;
  const filters = before
    ? new Map(sheet.tables.map((table) => [table.name, filtersOf(sheet, table)] as const))
    : null;
  const beside = before ? clearResult(sheet, before, !sameColumns) : 0;
  if (before) makeRoom(book, sheet, before, rows, columns);
  if (sheet.part) sheet.rewritten = true;

  document.rows.forEach((cells, row) =>
    cells.forEach((cell, column) => {
      if (cell === null) return;
      if (isFormula(cell)) setFormula(sheet, row, column, mapSheets(cell.formula, place), cell.value);
      else setValue(sheet, row, column, cell);
    }),
  );
  for (const { style, ...area } of document.styles) addStyle(book, sheet, area, style);
  document.columns.forEach(({ width, outline, hidden }, column) => {
    // As long as the columns are the same ones, their widths are the user's.
    const kept = sameColumns ? sheet.columns.get(column)?.width : undefined;
    sheet.columns.set(column, {
      width: kept ?? width,
      ...(outline && { outline }),
      ...(hidden && { hidden }),
    });
  });
  for (const { row, height } of document.rowHeights) sheet.rows.set(row, { height });
  sheet.conditionalFormats.unshift(...document.conditionalFormats);
  for (const { options, ...validation } of document.validations) {
    const held = "top" in options ? addressOf(options, place) : [...options];
    if (held !== null) sheet.validations.push({ ...validation, options: held });
  }
  for (const { row, column, target, rows: down = 1 } of document.links) {
    const name = "kind" in target ? place.nameOfKind(target.kind) : place.realName(target.sheet);
    if (name === null) continue;
    const reference = toA1(cellAt(name, target.row, target.column));
    for (let i = 0; i < down; i += 1) sheet.links.push({ row: row + i, column, reference });
  }
  for (const table of document.tables) {
    const added = addTable(book, sheet, table, sameColumns ? beside : 0);
    applyFilters(book, sheet, added, filters?.get(added.name) ?? new Map());
  }
  placeCharts(
    sheet,
    document.charts,
    (where) => addressOf(where, place),
    sameColumns && before?.rows === rows,
  );
  sheet.freeze = { ...document.freeze };
  sheet.print = { orientation: "landscape", fitToWidth: true, ...document.print };
  sheet.tabColour = document.tabColour;
  if (usersKinds.includes(document.kind)) return;
  setMark(sheet, { kind: document.kind, rows, columns, fingerprint: place.fingerprint });
}

/** Where an area of a document stands in this workbook; null when there is no sheet of its kind. */
function addressOf(where: DocumentArea, { sheet, nameOfKind }: DocumentPlace): string | null {
  const name = where.kind === undefined ? sheet.name : nameOfKind(where.kind);
  return name === null ? null : toAbsoluteA1({ ...where, sheet: name });
}

/** A result sheet that had to take another name is meant all the same. */
function mapSheets(formula: string, place: DocumentPlace): string {
  return mapReferences(formula, (reference) => {
    if (reference.sheet === null) return reference;
    const name = place.realName(reference.sheet);
    return name === reference.sheet ? reference : { ...reference, sheet: name };
  });
}

function setMark(sheet: BookSheet, mark: SheetMark): void {
  sheet.names = sheet.names.filter((name) => name.name !== markName);
  sheet.names.push({ name: markName, formula: encodeMark(mark, sheet.name), visible: false });
}

/**
 * Empties what the last run wrote. Gives the number of columns by which a table of ours has grown since: Excel takes a
 * column that is typed next to a table into it.
 */
function clearResult(sheet: BookSheet, before: SheetMark, widthsToo: boolean): number {
  const { rows, columns } = before;
  for (let row = 0; row < rows; row += 1) {
    const values = sheet.values[row];
    const styles = sheet.styles[row];
    for (let column = 0; column < columns; column += 1) {
      if (values && column < values.length) values[column] = null;
      if (styles && column < styles.length) styles[column] = 0;
    }
    sheet.rows.delete(row);
  }
  if (widthsToo) for (let column = 0; column < columns; column += 1) sheet.columns.delete(column);
  const within = (row: number, column: number) => row < rows && column < columns;
  const outside = (area: Area) => !within(area.bottom, area.right);
  for (const key of sheet.formulas.keys()) {
    if (within(Math.floor(key / maxColumns), key % maxColumns)) sheet.formulas.delete(key);
  }
  sheet.merges = sheet.merges.filter(outside);
  sheet.conditionalFormats = sheet.conditionalFormats.filter(outside);
  sheet.validations = sheet.validations.filter(outside);
  sheet.links = sheet.links.filter((link) => !within(link.row, link.column));
  const ours = sheet.tables.filter((table) => within(table.top, table.left));
  sheet.tables = sheet.tables.filter((table) => !ours.includes(table));
  return Math.max(0, ...ours.map((table) => table.right - columns + 1));
}

/** Moves the user's cells out of the way of a result that has grown. */
function makeRoom(book: Book, sheet: BookSheet, before: SheetMark, rows: number, columns: number): void {
  if (columns > before.columns && holdsCells(sheet, 0, before.columns, rows - 1, columns - 1)) {
    insertLines(book, sheet, "column", before.columns, columns - before.columns);
  }
  if (rows > before.rows && holdsCells(sheet, before.rows, 0, rows - 1, columns - 1)) {
    insertLines(book, sheet, "row", before.rows, rows - before.rows);
  }
}

function holdsCells(sheet: BookSheet, top: number, left: number, bottom: number, right: number): boolean {
  for (let row = top; row <= bottom; row += 1) {
    const values = sheet.values[row] ?? [];
    for (let column = left; column <= right; column += 1) {
      const value = values[column];
      if ((value !== null && value !== undefined && value !== "") || sheet.formulas.has(cellKey(row, column)))
        return true;
    }
  }
  return false;
}

/** Table names share one space with each other and with the workbook's names. */
function addTable(book: Book, sheet: BookSheet, table: DocumentTable, beside: number): BookTable {
  const taken = new Set([
    ...book.sheets.flatMap((each) => each.tables.map((other) => other.name.toLowerCase())),
    ...book.names.map((name) => name.name.toLowerCase()),
  ]);
  let name = table.name;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${table.name}_${number}`;
  const { top, left, bottom, right } = table;
  const added = {
    top,
    left,
    bottom,
    right: right + beside,
    name,
    style: "",
    showFilter: true,
    showBandedRows: false,
  };
  sheet.tables.push(added);
  return added;
}
