import { readFileSync } from "node:fs";
import { join } from "node:path";
import { maxColumns } from "../../src/base/address";
import {
  addSheet,
  findSheet,
  newBook,
  setFormula,
  setValue,
  valueAt,
  type Book,
} from "../../src/hosts/xlsx/book";
import { readXlsx } from "../../src/hosts/xlsx/read-xlsx";
import { bookWorkbook } from "../../src/hosts/xlsx/xlsx-workbook";
import { changeSetting, scoreWorkbook } from "../../src/tasks/index";
import { argumentsOf } from "../../src/workbench/calculate/formula-text";
import { choice } from "../../src/workbook/write/profile/choice";
import { openSession } from "../hosts/excel-session";
import { nodeCalculator } from "./calculator";

const options = { locale: "en", now: "2026-01-01T00:00:00Z" } as const;
const open = (book: Book) => openSession(book, "web", "en-US", nodeCalculator);

test("a formula is worked out when it is written, and again when a cell that it uses changes", async () => {
  const book = newBook();
  addSheet(book, "数据 & more");
  addSheet(book, "Two");
  open(book);
  const seen = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("数据 & more");
    sheet.getRange("A1:B2").values = [
      [1, "=A1*2"],
      [0.1, "=A2+0.2"],
    ];
    const other = context.workbook.worksheets.getItem("Two");
    other.getRange("A1:A5").values = [
      ["=SUM('数据 & more'!B1:B2)"],
      ['="a"&"b"'],
      ["=1=1"],
      ["=1/0"],
      ['=HYPERLINK("#A1","to "&"A1")'],
    ];
    const before = other.getRange("A1:A5");
    before.load("values");
    await context.sync();
    sheet.getRange("A1").values = [[10]];
    // The same request asks for what follows from the change.
    const after = other.getRange("A1");
    after.load("values");
    await context.sync();
    return [...before.values.flat(), after.values[0][0] as number];
  });
  expect(seen[0]).toBeCloseTo(2.3, 12);
  expect(seen.slice(1, 5)).toEqual(["ab", true, "#DIV/0!", "to A1"]);
  expect(seen[5]).toBeCloseTo(20.3, 12);
});

test("copied values are those of the moment where they follow from formulas, and cost no calculation where not", async () => {
  const book = newBook();
  addSheet(book, "A");
  let calculations = 0;
  openSession(book, "web", "en-US", async () => {
    const calculator = await nodeCalculator();
    return {
      ...calculator,
      recalculate: (whole) => {
        calculations += 1;
        return calculator.recalculate(whole);
      },
    };
  });
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("A");
    sheet.getRange("A1:B1").values = [[2, "=A1*2"]];
    sheet.getRange("A2").copyFrom("A1", "Values");
    sheet.getRange("A3").copyFrom("A2", "Values");
    sheet.getRange("B2").copyFrom("B1", "Values");
    await context.sync();
  });
  expect([1, 2].map((row) => valueAt(findSheet(book, "A")!, row, 0))).toEqual([2, 2]);
  expect(valueAt(findSheet(book, "A")!, 1, 1)).toBe(4);
  // For the copied formula, and once more when the request is over.
  expect(calculations).toBe(2);
});

test("texts, errors and emptied cells are what they are; a function that is not known keeps its value", async () => {
  const book = newBook();
  const sheet = addSheet(book, "A");
  const calculator = await nodeCalculator();
  ["=1+1", "007", "TRUE", "1-2", "'q", "#N/A"].forEach((text, row) => setValue(sheet, row, 0, text));
  for (let row = 0; row < 6; row += 1)
    setFormula(sheet, row, 1, `=IF(ISNUMBER(A${row + 1}),"number",A${row + 1})`);
  setFormula(sheet, 0, 2, "=AGGREGATE(14,6,A1:A6,1)", 42);
  setFormula(sheet, 1, 2, "=COUNTA(A1:A6)");
  expect(calculator.recalculate(book)).toEqual([sheet]);
  expect(sheet.values.map((row) => row[1])).toEqual(["=1+1", "007", "TRUE", "1-2", "'q", "#N/A"]);
  expect(sheet.values.slice(0, 2).map((row) => row[2])).toEqual([42, 6]);
  setValue(sheet, 0, 0, null);
  setValue(sheet, 1, 0, 7);
  calculator.recalculate(book);
  expect(valueAt(sheet, 1, 2)).toBe(5);
  expect(valueAt(sheet, 1, 1)).toBe("number");
  expect(calculator.recalculate(book)).toEqual([]);
  expect(calculator.evaluate(book, sheet, '="x"&A2')).toBe("x7");
});

test("arguments are parted where a formula parts them", () => {
  expect(argumentsOf('=HYPERLINK("#a,b"&MAX(1,2),IF(A1="""",1,"x"))')).toEqual([
    '"#a,b"&MAX(1,2)',
    'IF(A1="""",1,"x")',
  ]);
});

async function scored(sample: string, formulas: boolean): Promise<Book> {
  const opened = readXlsx(readFileSync(join(__dirname, `../../assets/samples/${sample}.xlsx`)));
  if (!opened.ok) throw new Error("the sample does not open");
  const workbook = bookWorkbook(opened.value);
  if (formulas) await changeSetting(workbook, "formulas", "yes", options);
  await scoreWorkbook(workbook, options);
  return opened.value;
}
/** Cells of formulas whose value differs from what another book holds there. */
function differing(ours: Book, theirs: Book, sheetName: string): unknown[] {
  const sheet = findSheet(ours, sheetName)!;
  const other = findSheet(theirs, sheetName)!;
  return [...sheet.formulas].flatMap(([key, formula]) => {
    const [row, column] = [Math.floor(key / maxColumns), key % maxColumns];
    const [value, wanted] = [valueAt(sheet, row, column), valueAt(other, row, column)];
    const same =
      typeof value === "number" && typeof wanted === "number"
        ? Math.abs(value - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted))
        : (value ?? "") === (wanted ?? "");
    return same ? [] : [[row, column, value, wanted, formula]];
  });
}

test("another unit chosen on Profile: everything on it is what the engine says of that unit", async () => {
  const book = await scored("asem", false);
  open(book);
  await Excel.run(async (context) => {
    const profile = context.workbook.worksheets.getItem("Profile");
    profile.getCell(choice.row, choice.column).values = [["Portugal"]];
    await context.sync();
  });
  const engine = await scored("asem", false);
  setValue(findSheet(engine, "Profile")!, choice.row, choice.column, "Portugal");
  await scoreWorkbook(bookWorkbook(engine), options);
  expect(findSheet(book, "Profile")!.formulas.size).toBeGreaterThan(300);
  expect(differing(book, engine, "Profile").slice(0, 5)).toEqual([]);
});

test("a changed value goes through live formulas to ranks and tiers", async () => {
  const book = await scored("hdi-2025", true);
  const change = (to: Book) => {
    const data = findSheet(to, "Data")!;
    const row = data.values.findIndex((cells) => cells?.includes("Iceland"));
    const column = data.values[row].findIndex((cell) => typeof cell === "number");
    setValue(data, row, column, 50);
  };
  change(book);
  const calculator = await nodeCalculator();
  expect(calculator.recalculate(book).map(({ name }) => name)).toContain("Scores");
  const engine = await scored("hdi-2025", true);
  change(engine);
  await scoreWorkbook(bookWorkbook(engine), options);
  const rankOf = (of: Book) => {
    const scores = findSheet(of, "Scores")!;
    return valueAt(
      scores,
      scores.values.findIndex((cells) => cells?.[1] === "Iceland"),
      0,
    );
  };
  expect(rankOf(book)).toBe(rankOf(engine));
  expect(rankOf(book)).toBeGreaterThan(1);
});
