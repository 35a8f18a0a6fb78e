import type { Cell } from "../../src/base/table";
import { excelWorkbook } from "../../src/hosts/excel/excel-workbook";
import type { Book } from "../../src/hosts/xlsx/book";
import {
  addSheet,
  cellKey,
  findSheet,
  newBook,
  setFormula,
  setValue,
  valueAt,
} from "../../src/hosts/xlsx/book";
import type { DocumentCell, SheetDocument } from "../../src/workbook/document";
import { markName } from "../../src/workbook/mark";
import type { Level } from "../../src/workbench/wire/requirements";
import { describeWorkbookContract, type PlainSheet, type Subject } from "./contract";
import { openSession } from "./excel-session";

function bookOf(sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>): Book {
  const book = newBook();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = addSheet(book, name);
    rows.forEach((row, r) => row.forEach((value, c) => value !== null && setValue(sheet, r, c, value)));
  }
  return book;
}

function documentOf(rows: SheetDocument["rows"], change: Partial<SheetDocument> = {}): SheetDocument {
  return {
    kind: "scores",
    name: "Scores",
    rows,
    columns: rows[0].map((_, index) => ({ width: 10 + index, outline: index > 1 ? 1 : 0 })),
    rowHeights: [{ row: 0, height: 24 }],
    styles: [
      {
        top: 0,
        left: 0,
        bottom: 0,
        right: rows[0].length - 1,
        style: { fill: "#0b6e6e", colour: "#ffffff", bold: true },
      },
      {
        top: 1,
        left: 1,
        bottom: rows.length - 1,
        right: 1,
        style: { numberFormat: "0.00", rule: "#dddddd" },
      },
      { top: 1, left: 0, bottom: 1, right: 0, style: { italic: true } },
      { top: 2, left: 0, bottom: 2, right: 0, style: { italic: true } },
    ],
    tables: [{ name: "Scores", top: 0, left: 0, bottom: rows.length - 1, right: rows[0].length - 1 }],
    conditionalFormats: [
      {
        kind: "data-bar",
        top: 1,
        left: 1,
        bottom: rows.length - 1,
        right: 1,
        colour: "#5aa9a9",
        min: 0,
        max: 100,
      },
      {
        kind: "text-is",
        top: 1,
        left: 2,
        bottom: rows.length - 1,
        right: 2,
        text: "A",
        fill: "#ddeeee",
        colour: "#003333",
      },
      {
        kind: "colour-scale",
        top: 1,
        left: 1,
        bottom: rows.length - 1,
        right: 1,
        low: "#ffffff",
        high: "#0b6e6e",
      },
    ],
    links: [{ row: 1, column: 0, target: { sheet: "Data", row: 1, column: 0 } }],
    validations: [{ top: 1, left: 2, bottom: 2, right: 2, options: ["A", "B"], strict: false }],
    freeze: { rows: 1, columns: 1 },
    print: { titleTop: 0, titleBottom: 0 },
    tabColour: "#0b6e6e",
    ...change,
  };
}
const rows = [
  ["Unit", "Index", "Tier"],
  ["007", 71.5, "A"],
  ["=SUM(1)", 60, "B"],
  ["TRUE", null, "1/2"],
];
const shown = (book: Book, name: string) => findSheet(book, name)!.values.map((row) => [...row]);

/** A workbook in the workbench's Excel, reached through the real library. */
function subjectOf(level: Level, sheets: readonly PlainSheet[]): Subject {
  const book = newBook();
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
  openSession(book, level);
  return {
    workbook: excelWorkbook(),
    sheetNames: async () => book.sheets.map((sheet) => sheet.name),
    value: async (sheet, row, column) => valueAt(findSheet(book, sheet)!, row, column),
    formula: async (sheet, row, column) => findSheet(book, sheet)!.formulas.get(cellKey(row, column)) ?? null,
    type: async (sheet, row, column, cell) => put(sheet, row, column, cell),
    rename: async (sheet, name) => void (findSheet(book, sheet)!.name = name),
    tableNames: async () => book.sheets.flatMap((sheet) => sheet.tables.map((table) => table.name)),
  };
}
describeWorkbookContract("Excel 2019", async (sheets) => subjectOf("2019", sheets), { tellMerges: true });
describeWorkbookContract("Excel with ExcelApi 1.9", async (sheets) => subjectOf("1.9", sheets), {
  tellMerges: true,
});
describeWorkbookContract("Excel 2021", async (sheets) => subjectOf("2021", sheets));
describeWorkbookContract("Excel on the web", async (sheets) => subjectOf("web", sheets));

describe.each<Level>(["2019", "1.9", "2021", "web"])(
  "Excel at level %s, through the real library",
  (level) => {
    test("reads visible sheets in two round trips", async () => {
      const book = bookOf({
        Data: [
          ["a", "b"],
          ["x", 1],
          ["y", null],
        ],
        Hidden: [["h"]],
        Empty: [],
      });
      findSheet(book, "Hidden")!.visibility = "Hidden";
      findSheet(book, "Data")!.rows.set(1, { hidden: true });
      const session = openSession(book, level);
      const read = await excelWorkbook().read();
      expect(read).toMatchObject({ ok: true, issues: [] });
      expect(read.ok && read.value).toMatchObject([
        {
          sheet: "Data",
          top: 0,
          left: 0,
          rows: [
            ["a", "b"],
            ["x", 1],
            ["y", null],
          ],
          hiddenRows: [1],
          mark: null,
        },
        { sheet: "Empty", rows: [] },
      ]);
      await new Promise((resolve) => setTimeout(resolve, 5));
      console.log(level, "read", session.traffic);
    });

    test("writes a document, strings as text, and knows it again", async () => {
      const book = bookOf({ Data: [["a"], ["x"]] });
      const session = openSession(book, level);
      const written = await excelWorkbook().write([documentOf(rows)], { fingerprint: "f1" });
      expect(written).toEqual({
        ok: true,
        value: [{ kind: "scores", sheet: "Scores", created: true }],
        issues: [],
      });
      const sheet = findSheet(book, "Scores")!;
      expect(shown(book, "Scores")).toEqual(rows);
      expect(sheet.formulas.size).toBe(0);
      expect(sheet.names).toEqual([{ name: markName, formula: '="scores|Scores|4|3|f1"', visible: false }]);
      expect(sheet.tables).toMatchObject([{ name: "Scores", top: 0, bottom: 3, right: 2 }]);
      expect(sheet.conditionalFormats).toHaveLength(3);
      expect(sheet.freeze).toEqual({ rows: 1, columns: 1 });
      console.log(level, "write", session.traffic);
      session.resetTraffic();
      const again = await excelWorkbook().write([documentOf(rows.slice(0, 3))], { fingerprint: "f2" });
      expect(again).toEqual({
        ok: true,
        value: [{ kind: "scores", sheet: "Scores", created: false }],
        issues: [],
      });
      expect(valueAt(sheet, 3, 0)).toBeNull();
      expect(sheet.tables).toHaveLength(1);
      expect(sheet.conditionalFormats).toHaveLength(3);
      console.log(level, "refresh", session.traffic);
    });
  },
);
