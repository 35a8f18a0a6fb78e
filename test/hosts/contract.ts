import type { Area } from "../../src/base/address";
import type { Cell } from "../../src/base/table";
import type { DocumentCell, SheetDocument } from "../../src/workbook/document";
import type { Workbook } from "../../src/workbook/port";

/** A sheet to begin with. Its first cell stands at row `top`, column `left` (from zero). */
export interface PlainSheet {
  readonly name: string;
  readonly rows: readonly (readonly DocumentCell[])[];
  readonly top?: number;
  readonly left?: number;
  readonly merges?: readonly Area[];
  readonly hiddenRows?: readonly number[];
  readonly hidden?: boolean;
}

/** A workbook of some host, and what a user beside us does and sees there. */
export interface Subject {
  readonly workbook: Workbook;
  /** Names of all sheets in tab order. */
  sheetNames(): Promise<string[]>;
  /** A cell's value; null when empty. */
  value(sheet: string, row: number, column: number): Promise<Cell>;
  /** A cell's formula with "="; null when it holds none. */
  formula(sheet: string, row: number, column: number): Promise<string | null>;
  /** What the user types, taken as it is: a string is text. */
  type(sheet: string, row: number, column: number, cell: DocumentCell): Promise<void>;
  rename(sheet: string, name: string): Promise<void>;
  tableNames(): Promise<string[]>;
}

const dataSheet: PlainSheet = {
  name: "Data",
  rows: [
    ["City", "Air"],
    ["深圳", 71.5],
    ["=Total", 12],
  ],
};

/** A small result; `more` asks for another size than the first time. */
export function scoresDocument(rows = 3, columns = 3, name = "Scores"): SheetDocument {
  const cells: DocumentCell[][] = [["Scores"], ["min-max, arithmetic"], ["Rank", "Unit", "Score"]];
  for (let i = 0; i < rows; i += 1) cells.push([i + 1, `Unit ${i + 1}`, 90 - i / 3]);
  const filled = cells.map((row, r) =>
    Array.from(
      { length: columns },
      (_, c) => row[c] ?? (r < 2 || c < 3 ? null : r === 2 ? `Node ${c}` : r * 10 + c),
    ),
  );
  return {
    kind: "scores",
    name,
    rows: filled,
    columns: filled[0].map(() => ({ width: 12 })),
    rowHeights: [{ row: 2, height: 30 }],
    styles: [
      {
        top: 2,
        left: 0,
        bottom: 2,
        right: columns - 1,
        style: { bold: true, fill: "#0f5f5c", colour: "#ffffff" },
      },
      { top: 3, left: 2, bottom: rows + 2, right: 2, style: { numberFormat: "0.00" } },
    ],
    tables: [{ name: "Scores", top: 2, left: 0, bottom: rows + 2, right: columns - 1 }],
    conditionalFormats: [
      { kind: "data-bar", colour: "#0f766e", min: 0, max: 100, top: 3, left: 2, bottom: rows + 2, right: 2 },
    ],
    links: [],
    validations: [],
    charts: [],
    freeze: { rows: 3, columns: 2 },
    print: { titleTop: 2, titleBottom: 2, titleColumns: 1, pagesWide: 2 },
    tabColour: "#0f5f5c",
  };
}

/** What every host answers alike. */
export function describeWorkbookContract(
  name: string,
  makeWorkbook: (sheets: readonly PlainSheet[]) => Promise<Subject>,
  /** What an old host cannot tell, and says nothing of. */
  cannot: { readonly tellMerges?: boolean } = {},
): void {
  const options = { fingerprint: "f1" };

  async function readSheets(subject: Subject) {
    const outcome = await subject.workbook.read();
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
    return outcome.value;
  }

  async function write(subject: Subject, documents: readonly SheetDocument[], fingerprint = "f1") {
    const outcome = await subject.workbook.write(documents, { fingerprint });
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
    return outcome;
  }

  async function column(subject: Subject, sheet: string, at: number, rows: number) {
    const cells: Cell[] = [];
    for (let row = 0; row < rows; row += 1) cells.push(await subject.value(sheet, row, at));
    return cells;
  }

  describe(`${name} keeps the workbook contract`, () => {
    describe("reading", () => {
      test("cells come with where they stand, in rows of one length", async () => {
        const subject = await makeWorkbook([
          {
            name: "Away",
            top: 4,
            left: 2,
            rows: [
              ["a", 1],
              [null, true],
              ["b", null],
            ],
          },
        ]);
        const [sheet] = await readSheets(subject);
        expect(sheet).toMatchObject({ sheet: "Away", top: 4, left: 2, mark: null });
        expect(sheet.rows).toEqual([
          ["a", 1],
          [null, true],
          ["b", null],
        ]);
      });

      test("an empty sheet has no rows, a hidden one is not read, tabs keep their order", async () => {
        const subject = await makeWorkbook([
          { name: "First", rows: [] },
          { name: "Secret", rows: [[1]], hidden: true },
          { name: "数据", rows: [["x"]] },
        ]);
        const sheets = await readSheets(subject);
        expect(sheets.map((sheet) => sheet.sheet)).toEqual(["First", "数据"]);
        expect(sheets[0].rows).toEqual([]);
      });

      test("merged areas and hidden rows are told in the sheet's own rows", async () => {
        const merge = { top: 1, left: 0, bottom: 1, right: 1 };
        const subject = await makeWorkbook([
          {
            name: "Data",
            top: 1,
            rows: [
              ["h", null],
              [1, 2],
              [3, 4],
              [5, 6],
            ],
            merges: [merge],
            hiddenRows: [3],
          },
        ]);
        const [sheet] = await readSheets(subject);
        expect(sheet.merges).toEqual(cannot.tellMerges ? [] : [merge]);
        expect(sheet.hiddenRows).toEqual([3]);
        expect(sheet.rows).toHaveLength(4);
      });

      test("texts stay texts", async () => {
        const texts = ["007", "1-2", "TRUE", "=1+1", "@home", "  padded "];
        const subject = await makeWorkbook([{ name: "Data", rows: texts.map((text) => [text]) }]);
        const [sheet] = await readSheets(subject);
        expect(sheet.rows.flat()).toEqual(texts);
      });
    });

    describe("writing", () => {
      test("a new result stands at the end, knows its mark and leaves the other sheets alone", async () => {
        const subject = await makeWorkbook([dataSheet]);
        const outcome = await write(subject, [scoresDocument()]);
        expect(outcome.value).toEqual([{ kind: "scores", sheet: "Scores", created: true }]);
        expect(await subject.sheetNames()).toEqual(["Data", "Scores"]);
        const sheets = await readSheets(subject);
        expect(sheets[0].rows).toEqual(dataSheet.rows);
        expect(sheets[1].mark).toEqual({ kind: "scores", rows: 6, columns: 3, fingerprint: "f1" });
        expect(sheets[1].rows).toEqual(scoresDocument().rows);
        expect(await subject.tableNames()).toEqual(["Scores"]);
      });

      test.each([
        "=1+1",
        "+49",
        "-5 °C",
        "@SUM(A1)",
        "'quoted",
        "007",
        "1-2",
        "TRUE",
        "12 %",
        "#N/A",
        "",
        "a\nb",
        "_x000D_",
      ])("the text %j is written as it is", async (text) => {
        const document = scoresDocument();
        const rows = document.rows.map((row) => [...row]);
        rows[3][1] = text;
        const subject = await makeWorkbook([dataSheet]);
        await write(subject, [{ ...document, rows }]);
        expect(await subject.formula("Scores", 3, 1)).toBeNull();
        expect(await subject.value("Scores", 3, 1)).toBe(text === "" ? null : text);
      });

      test("numbers keep every digit, truth values stay truth values, formulas are formulas", async () => {
        const document = scoresDocument();
        const rows = document.rows.map((row) => [...row]);
        rows[3][2] = 0.1 + 0.2;
        rows[4][2] = true;
        rows[5][2] = { formula: "=SUM(A4:A5)", value: 1 };
        const subject = await makeWorkbook([dataSheet]);
        await write(subject, [{ ...document, rows }]);
        expect(await subject.value("Scores", 3, 2)).toBe(0.1 + 0.2);
        expect(await subject.value("Scores", 4, 2)).toBe(true);
        expect(await subject.formula("Scores", 5, 2)).toBe("=SUM(A4:A5)");
      });

      test("a sheet of the user's with the name is never overwritten", async () => {
        const subject = await makeWorkbook([{ name: "scores", rows: [["mine"]] }, dataSheet]);
        const outcome = await write(subject, [scoresDocument()]);
        expect(outcome.value[0].sheet).toBe("Scores (2)");
        expect(outcome.issues.map((issue) => [issue.code, issue.params])).toEqual([
          ["write.name-taken", { wanted: "Scores", given: "Scores (2)" }],
        ]);
        expect(await subject.value("scores", 0, 0)).toBe("mine");
        const again = await write(subject, [scoresDocument()]);
        expect(again.value).toEqual([{ kind: "scores", sheet: "Scores (2)", created: false }]);
      });

      test("a result that the user renamed is the user's", async () => {
        const subject = await makeWorkbook([dataSheet]);
        await write(subject, [scoresDocument()]);
        await subject.rename("Scores", "Scores of May");
        await write(subject, [scoresDocument(2)]);
        expect(await subject.sheetNames()).toEqual(["Data", "Scores of May", "Scores"]);
        expect(await subject.value("Scores of May", 5, 1)).toBe("Unit 3");
      });
    });

    describe("sheets that become the user's", () => {
      const indicators = (rows = 3): SheetDocument => ({
        ...scoresDocument(rows, 3, "Indicators"),
        kind: "indicators",
        tables: [{ name: "Framework", top: 2, left: 0, bottom: rows + 2, right: 2 }],
      });

      test("carry no mark, are read like any other, and stay when results are removed", async () => {
        const subject = await makeWorkbook([dataSheet]);
        const outcome = await write(subject, [indicators(), scoresDocument()]);
        expect(outcome.value).toEqual([
          { kind: "indicators", sheet: "Indicators", created: true },
          { kind: "scores", sheet: "Scores", created: true },
        ]);
        const sheets = await readSheets(subject);
        expect(sheets.map(({ sheet, mark }) => [sheet, mark?.kind ?? null])).toEqual([
          ["Data", null],
          ["Indicators", null],
          ["Scores", "scores"],
        ]);
        expect(sheets[1].rows).toEqual(indicators().rows);
        await subject.workbook.removeResults();
        expect(await subject.sheetNames()).toEqual(["Data", "Indicators"]);
      });

      test("are never written over: the next one is a sheet of its own", async () => {
        const subject = await makeWorkbook([dataSheet]);
        await write(subject, [indicators()]);
        await subject.type("Indicators", 3, 1, "mine");
        const outcome = await write(subject, [indicators(5)]);
        expect(outcome.value).toEqual([{ kind: "indicators", sheet: "Indicators (2)", created: true }]);
        expect(outcome.issues.map(({ code }) => code)).toEqual(["write.name-taken"]);
        expect(await subject.value("Indicators", 3, 1)).toBe("mine");
      });
    });

    describe("a second run", () => {
      test("refreshes in place and clears what it wrote before", async () => {
        const subject = await makeWorkbook([dataSheet]);
        await write(subject, [scoresDocument(5)]);
        const outcome = await write(subject, [scoresDocument(2)], "f2");
        expect(outcome.value).toEqual([{ kind: "scores", sheet: "Scores", created: false }]);
        expect(await column(subject, "Scores", 1, 9)).toEqual([
          null,
          null,
          "Unit",
          "Unit 1",
          "Unit 2",
          null,
          null,
          null,
          null,
        ]);
        expect((await readSheets(subject))[1].mark).toMatchObject({ rows: 5, fingerprint: "f2" });
        expect(await subject.tableNames()).toEqual(["Scores"]);
      });

      test("puts a sheet that is new among ours where the documents have it, and moves no other", async () => {
        const subject = await makeWorkbook([dataSheet, { ...dataSheet, name: "Notes" }]);
        const document = (kind: SheetDocument["kind"]) => ({ ...scoresDocument(3, 3, kind), kind });
        await write(subject, [document("scores"), document("run-log")]);
        const later = ["scores", "diagnostics", "robustness", "run-log", "settings"] as const;
        await write(subject, later.map(document));
        expect(await subject.sheetNames()).toEqual(["Data", "Notes", ...later]);
        const marks = (await readSheets(subject)).map(({ mark }) => mark?.kind ?? null);
        expect(marks).toEqual([null, null, ...later]);
      });

      test("leaves the user's columns beside and rows below", async () => {
        const subject = await makeWorkbook([dataSheet]);
        await write(subject, [scoresDocument()]);
        await subject.type("Scores", 2, 4, "My note");
        await subject.type("Scores", 3, 4, { formula: "=C4*2", value: null });
        await subject.type("Scores", 8, 0, "Source: me");
        await write(subject, [scoresDocument()]);
        expect(await subject.value("Scores", 2, 4)).toBe("My note");
        expect(await subject.formula("Scores", 3, 4)).toBe("=C4*2");
        expect(await subject.value("Scores", 8, 0)).toBe("Source: me");
      });

      test("makes room for more columns instead of overwriting", async () => {
        const subject = await makeWorkbook([dataSheet]);
        await write(subject, [scoresDocument(3, 3)]);
        await subject.type("Scores", 3, 4, "mine");
        await subject.type("Data", 5, 0, { formula: "=Scores!E4", value: null });
        await write(subject, [scoresDocument(3, 5)]);
        expect(await subject.value("Scores", 2, 4)).toBe("Node 4");
        expect(await subject.value("Scores", 3, 6)).toBe("mine");
        expect(await subject.formula("Data", 5, 0)).toBe("=Scores!G4");
      });

      test("makes room for more rows instead of overwriting", async () => {
        const subject = await makeWorkbook([dataSheet]);
        await write(subject, [scoresDocument(3)]);
        await subject.type("Scores", 7, 1, "below");
        await write(subject, [scoresDocument(6)]);
        expect(await subject.value("Scores", 8, 1)).toBe("Unit 6");
        expect(await subject.value("Scores", 10, 1)).toBe("below");
      });
    });

    describe("editing and removing", () => {
      test("edit sets single cells", async () => {
        const subject = await makeWorkbook([dataSheet]);
        await subject.workbook.edit([
          { sheet: "Data", row: 1, column: 1, value: 80 },
          { sheet: "Data", row: 2, column: 0, value: "=kept as text" },
          { sheet: "Data", row: 6, column: 3, value: "new" },
        ]);
        expect(await subject.value("Data", 1, 1)).toBe(80);
        expect(await subject.value("Data", 2, 0)).toBe("=kept as text");
        expect(await subject.formula("Data", 2, 0)).toBeNull();
        expect(await subject.value("Data", 6, 3)).toBe("new");
        expect(await subject.value("Data", 0, 0)).toBe("City");
      });

      test("removeResults deletes what we wrote, save Settings, and nothing else", async () => {
        const subject = await makeWorkbook([dataSheet, { name: "Tiers", rows: [["mine"]] }]);
        const settings: SheetDocument = { ...scoresDocument(2, 3, "Settings"), kind: "settings", tables: [] };
        await write(subject, [settings, scoresDocument()]);
        const outcome = await subject.workbook.removeResults();
        expect(outcome).toMatchObject({ ok: true, value: ["Scores"] });
        expect(await subject.sheetNames()).toEqual(["Data", "Tiers", "Settings"]);
        expect((await readSheets(subject))[0].rows).toEqual(dataSheet.rows);
      });

      test("the sheet in view is the one last shown", async () => {
        const subject = await makeWorkbook([dataSheet, { name: "数据", rows: [["x"]] }]);
        await subject.workbook.show({ sheet: "数据", top: 0, left: 0, bottom: 0, right: 0 });
        expect(await subject.workbook.inView()).toMatchObject({ ok: true, value: "数据" });
        await subject.workbook.show({ sheet: "Data", top: 0, left: 0, bottom: 0, right: 0 });
        expect(await subject.workbook.inView()).toMatchObject({ ok: true, value: "Data" });
      });

      test("show does not change a cell", async () => {
        const subject = await makeWorkbook([dataSheet]);
        await subject.workbook.show({ sheet: "Data", top: 1, left: 1, bottom: 1, right: 1 });
        expect((await readSheets(subject))[0].rows).toEqual(dataSheet.rows);
      });

      test("progress ends at one", async () => {
        const subject = await makeWorkbook([dataSheet]);
        const shares: number[] = [];
        await subject.workbook.write([scoresDocument()], {
          ...options,
          onProgress: (share) => shares.push(share),
        });
        expect(shares[shares.length - 1]).toBe(1);
      });
    });
  });
}
