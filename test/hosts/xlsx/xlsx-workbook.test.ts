import {
  addSheet,
  cellKey,
  findSheet,
  newBook,
  setFormula,
  setValue,
  valueAt,
  type Book,
} from "../../../src/hosts/xlsx/book";
import { readXlsx } from "../../../src/hosts/xlsx/read-xlsx";
import { writeXlsx } from "../../../src/hosts/xlsx/write-xlsx";
import { bookWorkbook } from "../../../src/hosts/xlsx/xlsx-workbook";
import type { DocumentCell } from "../../../src/workbook/document";
import { describeWorkbookContract, type PlainSheet, type Subject } from "../contract";

/** A book, saved and opened again behind every step when `reopen` says so. */
function subjectOf(sheets: readonly PlainSheet[], reopen: (book: Book) => Book): Subject {
  let book = newBook();
  const put = (name: string, row: number, column: number, cell: DocumentCell) => {
    const sheet = findSheet(book, name)!;
    if (cell !== null && typeof cell === "object") setFormula(sheet, row, column, cell.formula);
    else setValue(sheet, row, column, cell);
  };
  for (const { name, rows, top = 0, left = 0, merges = [], hiddenRows = [], hidden } of sheets) {
    const sheet = addSheet(book, name);
    rows.forEach((cells, row) => cells.forEach((cell, column) => put(name, top + row, left + column, cell)));
    sheet.merges.push(...merges);
    for (const row of hiddenRows) sheet.rows.set(row, { hidden: true });
    if (hidden) sheet.visibility = "Hidden";
  }
  book = reopen(book);
  const step = async <T>(work: (book: Book) => Promise<T>): Promise<T> => {
    const done = await work(book);
    book = reopen(book);
    return done;
  };
  return {
    workbook: {
      read: () => step((it) => bookWorkbook(it).read()),
      write: (documents, options) => step((it) => bookWorkbook(it).write(documents, options)),
      edit: (edits) => step((it) => bookWorkbook(it).edit(edits)),
      removeResults: () => step((it) => bookWorkbook(it).removeResults()),
      inView: () => step((it) => bookWorkbook(it).inView()),
      show: (range) => step((it) => bookWorkbook(it).show(range)),
    },
    sheetNames: async () => book.sheets.map((sheet) => sheet.name),
    value: async (sheet, row, column) => {
      const value = valueAt(findSheet(book, sheet)!, row, column);
      return value === "" ? null : value;
    },
    formula: async (sheet, row, column) => findSheet(book, sheet)!.formulas.get(cellKey(row, column)) ?? null,
    type: (sheet, row, column, cell) => step(async () => put(sheet, row, column, cell)),
    rename: (sheet, name) =>
      step(async () => {
        findSheet(book, sheet)!.name = name;
      }),
    tableNames: async () => book.sheets.flatMap((sheet) => sheet.tables.map((table) => table.name)),
  };
}

function reopened(book: Book): Book {
  const outcome = readXlsx(writeXlsx(book));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}

describeWorkbookContract("a book in memory", async (sheets) => subjectOf(sheets, (book) => book));
describeWorkbookContract("a file, saved and opened at every step", async (sheets) =>
  subjectOf(sheets, reopened),
);
