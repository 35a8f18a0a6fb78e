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
import { openSession, type Session } from "./excel-session";

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
    charts: [],
    freeze: { rows: 1, columns: 1 },
    print: { titleTop: 0, titleBottom: 0, titleColumns: 1, pagesWide: 1 },
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

/** What went over the wire, said once at the end. The library gives back what it held in one more request, unawaited. */
const notes: string[] = [];
function note(what: string, { traffic }: Session): void {
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
  const { requests, bytesIn, bytesOut } = traffic;
  notes.push(`${what}: ${requests} requests, ${kilobytes(bytesIn)} to Excel, ${kilobytes(bytesOut)} back`);
}
afterAll(() => console.log(notes.join("\n")));

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
      note(`${level}: read`, session);
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
      note(`${level}: write`, session);
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
      note(`${level}: refresh`, session);
    });
  },
);

describe("an Excel that refuses", () => {
  const big = (count: number) => [
    ["Unit", "Index", "Tier"],
    ...Array.from({ length: count }, (_, index) => [
      `单位 ${index + 1}`,
      index / 7,
      `${index} `.padEnd(200, "x"),
    ]),
  ];

  test("a result larger than one request goes in several, in full", async () => {
    const book = bookOf({ Data: [["a"], ["x"]] });
    const session = openSession(book, "web");
    const rows = big(40_000);
    const written = await excelWorkbook().write([documentOf(rows)], { fingerprint: "f" });
    expect(written.ok).toBe(true);
    expect(shown(book, "Scores")).toEqual(rows);
    expect(Math.max(...session.requests.map((body) => body.length))).toBeLessThan(5 * 1024 * 1024);
    note("web: 40,000 rows written", session);
  });

  test("a sheet larger than one answer is read in blocks", async () => {
    const rows = big(60_000).map((row, index) => [...row, index]);
    const book = bookOf({ Data: rows, Small: [["s"]] });
    const session = openSession(book, "web");
    const read = await excelWorkbook().read();
    expect(read.ok && read.value.map(({ rows: cells }) => cells.length)).toEqual([60_001, 1]);
    expect(read.ok && read.value[0].rows).toEqual(rows);
    note("web: 60,000 rows read", session);
  });

  test("a refusal for size is answered with smaller requests", async () => {
    const book = bookOf({ Data: [["a"], ["x"]] });
    const session = openSession(book, "web");
    session.setFaults([{ request: 4, after: 20, code: "GeneralException", message: "too much" }]);
    const rows = big(4000);
    const written = await excelWorkbook().write([documentOf(rows)], { fingerprint: "f" });
    expect(written).toEqual({
      ok: true,
      value: [{ kind: "scores", sheet: "Scores", created: true }],
      issues: [],
    });
    expect(shown(book, "Scores")).toEqual(rows);
    expect(findSheet(book, "Scores")!.conditionalFormats).toHaveLength(3);
    expect(findSheet(book, "Scores")!.tables).toHaveLength(1);
  });

  test("cells that Excel does not copy are sent instead", async () => {
    const book = bookOf({ Data: [["a"], ["x"]] });
    const session = openSession(book, "web");
    const rows = big(4000).map(([unit, index]) => [unit, index, "the same in every row"]);
    const copying = (body: string) => body.includes("CopyFrom");
    const written = await excelWorkbook().write([documentOf(rows)], { fingerprint: "f" });
    expect(written.ok && session.requests.filter(copying)).toHaveLength(1);
    const request = session.requests.findIndex(copying) + 1;
    const other = bookOf({ Data: [["a"], ["x"]] });
    const refusing = openSession(other, "web");
    refusing.setFaults([{ request, after: 20, code: "InvalidArgument", message: "no copies" }]);
    expect(await excelWorkbook().write([documentOf(rows)], { fingerprint: "f" })).toEqual(written);
    expect(refusing.requests.filter(copying)).toHaveLength(1);
    expect(shown(other, "Scores")).toEqual(rows);
    expect(findSheet(other, "Scores")!.tables).toHaveLength(1);
  });

  test.each([0, 3, 1000])(
    "a fault at any request, after %i actions, leaves the user's sheets as they are",
    async (after) => {
      const user = {
        Data: [
          ["a", "b"],
          ["x", 1],
        ],
        Scores: [["mine"]],
      };
      const documents = [
        documentOf(rows),
        documentOf(big(30), { kind: "tiers", name: "Tiers" }),
        documentOf(rows, { kind: "settings", name: "Settings", tables: [] }),
      ];
      for (let request = 1; ; request += 1) {
        const book = bookOf(user);
        const session = openSession(book, "1.9");
        session.setFaults([{ request, after, code: "AccessDenied", message: "no" }]);
        const workbook = excelWorkbook();
        const read = await workbook.read();
        const written = read.ok && (await workbook.write(documents, { fingerprint: "f" }));
        const again = written && written.ok && (await workbook.write(documents, { fingerprint: "g" }));
        await new Promise((resolve) => setTimeout(resolve, 0));
        for (const [name, cells] of Object.entries(user)) expect(shown(book, name)).toEqual(cells);
        if (session.traffic.requests < request) {
          expect(again).toMatchObject({ ok: true });
          break;
        }
        // What was begun and not ended is known as ours and mended by the next run.
        session.setFaults([]);
        expect(await workbook.write(documents, { fingerprint: "h" })).toMatchObject({ ok: true });
        expect(shown(book, "Scores (2)")).toEqual(rows);
        expect(findSheet(book, "Tiers")!.tables).toHaveLength(1);
        expect(book.sheets.map(({ name }) => name).sort()).toEqual([
          "Data",
          "Scores",
          "Scores (2)",
          "Settings",
          "Tiers",
        ]);
      }
    },
  );

  test("says what is written and what is not", async () => {
    const book = bookOf({ Data: [["a"]] });
    const session = openSession(book, "web");
    const documents = [documentOf(big(30), { kind: "tiers", name: "Tiers" }), documentOf(big(30_000))];
    // Two requests write: the first holds Tiers and the beginning of Scores.
    session.setFaults([{ request: 5, after: 0, code: "AccessDenied", message: "no" }]);
    const written = await excelWorkbook().write(documents, { fingerprint: "f" });
    expect(written.issues.map(({ code }) => code)).toEqual(["write.interrupted", "host.refused"]);
    expect(written.issues[0].params).toEqual({ written: "Tiers", left: "Scores" });
  });

  test("copies a pattern as often as it fits, moves formulas along and leaves texts texts", async () => {
    const book = bookOf({
      Data: [
        ["'=x", 1],
        ["2026", 2],
        ["c", 3],
        [null, 4],
        [null, 5],
        [null, 6],
      ],
      Other: [[null]],
    });
    openSession(book, "web");
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const data = worksheets.getItem("Data");
      worksheets.getItem("Other").getRange("B2:B5").copyFrom(data.getRange("A1:A2"), "Values");
      data.getRange("C1").formulas = [["=$B1*B$1"]];
      data.getRange("C2:C6").copyFrom("C1", "Formulas");
      await context.sync();
    });
    expect(
      shown(book, "Other")
        .slice(1)
        .map((row) => row[1]),
    ).toEqual(["'=x", "2026", "'=x", "2026"]);
    const { formulas } = findSheet(book, "Data")!;
    expect([...formulas.values()]).toEqual([1, 2, 3, 4, 5, 6].map((row) => `=$B${row}*B$1`));
  });

  test("an unknown member is refused by name", async () => {
    openSession(bookOf({ Data: [["a"]] }), "web");
    const asked = Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Data").pivotTables.refreshAll();
      await context.sync();
    });
    await expect(asked).rejects.toMatchObject({
      code: "ApiNotFound",
      message: "The workbench does not implement Worksheet.PivotTables.",
    });
  });

  test("a member that is newer than this Excel is refused", async () => {
    openSession(bookOf({ Data: [["a"]] }), "2019");
    const asked = Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Data").pageLayout.orientation = "Landscape";
      await context.sync();
    });
    await expect(asked).rejects.toMatchObject({ code: "ApiNotFound" });
  });
});
