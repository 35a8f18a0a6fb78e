import { toA1 } from "../../src/base/address";
import type { Cell } from "../../src/base/table";
import { addSheet, newBook, setValue, type Book } from "../../src/hosts/xlsx/book";
import { bookWorkbook } from "../../src/hosts/xlsx/xlsx-workbook";
import { say } from "../../src/messages/say";
import { checkWorkbook } from "../../src/tasks/index";

const _ = null;
const framework: Cell[][] = [
  ["Code", "Name", "Parent", "Weight", "Direction", "Low", "High", "Ideal low", "Ideal high", "Normalisation", "Treatment", "Aggregation", "Denominator"],
  ["IDX", "Index", _, _, _, _, _, _, _, _, _, "product", _],
  ["A", "Pillar A", "IDX", 50, _, _, _, _, _, _, _, _, _],
  ["B", "Pillar B", "IDX", 30, _, _, _, _, _, _, _, _, _],
  ["C", "Pillar C", "IDX", 10, _, _, _, _, _, _, _, _, _],
  ["a1", "One", "A", 40, "upwards", _, _, _, _, _, _, _, _],
  ["a2", "Two", "A", 60, "positive", "abc", 9, _, _, _, _, _, _],
  ["b1", "Three", "B", 70, "negative", 5, 5, _, _, _, _, _, _],
  ["b2", "Four", "B", 30, "positive", _, _, _, _, "stretch", _, _, _],
  ["c1", "Five", "C", 0, "positive", _, _, _, _, "goalposts (log=maybe)", _, _, _],
  ["c2", "Six", "C", 0, "positive", 0, 10, _, _, "goalposts (width=3)", _, _, _],
  ["D", "Pillar D", "IDX", 5, _, _, _, _, _, _, _, _, _],
  ["d1", "Seven", "D", -5, "positive", _, _, _, _, _, "shave", _, _],
  ["d2", "Eight", "D", 2, "positive", _, _, _, _, _, _, _, "Population"],
  ["d3", "Nine", "D", "heavy", "positive", _, _, _, _, _, _, _, "Peopel"],
  ["E", "Pillar E", "IDX", 4, _, _, _, _, _, _, _, _, _],
  ["e1", "Ten", "E", 25, "ideal", _, _, _, _, _, _, _, _],
  ["e2", "Eleven", "E", 25, "interval", _, _, 9, 3, _, _, _, _],
  ["e3", "Twelve", "E", 1, "positive", _, _, _, _, _, _, _, _],
  ["e4", "Thirteen", "E", 1, "positive", _, _, _, _, _, _, _, _],
  ["e3", "Twelve again", "E", 1, "positive", _, _, _, _, _, _, _, _],
  ["o1", "Lost", "Nowhere", 1, "positive", _, _, _, _, _, _, _, _],
  ["x", "Snake", "y", 1, "positive", _, _, _, _, _, _, _, _],
  ["y", "Tail", "x", 1, "positive", _, _, _, _, _, _, _, _],
  [_, _, "A", 1, "positive", _, _, _, _, _, _, _, _],
]; // prettier-ignore

const data: Cell[][] = [
  ["Name", "Class", "a1", "a2", "b1", "b2", "c1", "c2", "d1", "d2", "e3", "a1", "Population", "GDP"],
  ["U1", "p", 1, 1, 1, 1, 1, 1, 1, 10, 3, 1, 5, 1],
  ["U2", "p", 2, "2.5", 2, 2, 2, 2, 2, 20, 3, 1, 0, 2],
  ["U3", "q", 3, 3, "#DIV/0!", 3, 3, 3, 3, 30, 3, 1, 5, 3],
  ["U4", "q", "about 5", 4, 4, 4, 4, 40, 4, 40, 3, 1, 5, 4],
  ["U5", _, 5, 5, 5, true, 5, 5, 5, 50, 3, 1, 5, 5],
  ["U2", "p", 2, 2, 2, 2, 2, 2, 2, 20, 3, 1, 5, 2],
  [_, "q", 6, 6, 6, 6, 6, 6, 6, 60, 3, 1, 5, 6],
  ["U6", "p", 7, 7, 7, 7, "45%", 7, 7, 70, 3, 1, 5, 7],
  ["U7", "q", "..", "NA", "-", "—", "n/a", "", "x", _, 3, 1, 5, 8],
  ["U8", "q", 8, 8, 8, 8, 8, 8, 8, 80, 3, 1, 5, 8],
  ...Array.from({ length: 12 }, (__, i): Cell[] => [
    `V${i}`,
    "p",
    i,
    i,
    i,
    i,
    i,
    i / 2,
    i,
    10 * i,
    3,
    1,
    5,
    i,
  ]),
];
const more: Cell[][] = [
  ["Name", "e4"],
  ["U1", 1],
  ["U22", 2],
  ["U3", 3],
  ["U3", 3],
];
const settings: Cell[][] = [
  ["Setting", "Value"],
  ["scale", "100, 0"],
  ["decimals", 2.5],
  ["availability", "lots"],
  ["imputation", "guess"],
  ["normalisation", "goalposts"],
  ["tiers", "cut-offs (values=high, low)"],
  ["tiers on", "paper"],
  ["tiers within", "Clas"],
  ["groups", "Class, Colour"],
  ["covariates", "GDP, Rainfall"],
  ["top and bottom", 0],
  ["hidden rows", "perhaps"],
  ["language", "Klingon"],
  ["decimals", 3],
  ["colour of the bars", "teal"],
];

function sheetOf(book: Book, name: string, rows: readonly Cell[][]): void {
  const sheet = addSheet(book, name);
  rows.forEach((row, r) => row.forEach((cell, c) => cell !== null && setValue(sheet, r, c, cell)));
}

/** Every mistake with its cell. The consequences of a mistake are listed behind it. */
const expected = `
error tree.bad-direction Indicators!E6
error tree.bad-number Indicators!F7
error tree.low-not-below-high Indicators!F8
error setting.unknown-method Indicators!J9
error setting.bad-value Indicators!J10
error setting.unknown-parameter Indicators!J11
error tree.bad-weight Indicators!D13
error setting.unknown-method Indicators!K13
error tree.bad-weight Indicators!D15
error tree.ideal-missing Indicators!H17
error tree.ideal-missing Indicators!H18
error tree.duplicate Indicators!B21
error tree.orphan Indicators!C22
error tree.cycle Indicators!C23
error tree.unnamed Indicators!B25
error setting.unknown-method Indicators!L2
warning tree.weights-sum Indicators!B2
warning tree.weights-zero Indicators!B5
warning tree.weights-partly-missing Indicators!B13
error denominate.unknown-column Indicators!B15
error data.duplicate-column Data!L1
error data.duplicate-unit Data!A7
error data.unit-unnamed Data!A8
error data.not-a-number Data!C5
error data.not-a-number Data!F6
warning data.error-value Data!E4
note data.text-number-read Data!D3
note data.percent-read Data!G9
note data.no-group Data!B6
warning denominate.unusable Data!M3
warning availability.below Data!A10
warning normalise.no-spread Indicators!B19
note goalposts.outside Indicators!B11
note goalposts.outside Indicators!B7
error data.unmatched-unit More!A3
error data.duplicate-unit More!A5
error indicator.no-column Indicators!B15
error setting.bad-value Settings!B2
error setting.bad-value Settings!B3
error setting.bad-value Settings!B4
error setting.unknown-method Settings!B5
error setting.bad-value Settings!B7
error setting.bad-value Settings!B8
error setting.unknown-column Settings!B9
error setting.unknown-column Settings!B10
error setting.unknown-column Settings!B11
error setting.bad-value Settings!B12
error setting.bad-value Settings!B13
error setting.bad-value Settings!B14
warning setting.duplicate Settings!A15
warning setting.unknown Settings!A16
`.trim().split("\n"); // prettier-ignore

/** What follows from the mistakes above, and is said too: values and goalposts that are missing now, odd correlations. */
const consequences = new Set(["data.missing", "goalposts.absent"]);

test("a workbook with fifty mistakes yields an issue at each cell, and nothing else", async () => {
  const book = newBook();
  sheetOf(book, "Indicators", framework);
  sheetOf(book, "Data", data);
  sheetOf(book, "More", more);
  sheetOf(book, "Settings", settings);
  const before = JSON.stringify(book.sheets.map((sheet) => sheet.values));

  const report = await checkWorkbook(bookWorkbook(book), { locale: "en", now: "2026-01-01T00:00:00Z" });
  const found = report.issues
    .filter((each) => !consequences.has(each.code) && !each.code.startsWith("diagnose."))
    .map((each) => `${each.severity} ${each.code} ${each.at ? toA1(each.at) : "nowhere"}`);
  expect(expected.length).toBeGreaterThanOrEqual(40);
  expect([...found].sort()).toEqual([...expected].sort());
  for (const each of report.issues) {
    for (const locale of ["en", "zh-CN"] as const) {
      // Every sentence is whole: no hole left open.
      expect(say(each, locale)).not.toMatch(/\{\w+\}/);
      expect(say(each, locale)).toContain(toA1(each.at!));
    }
  }
  expect(report.ready).toBe(true);
  expect(JSON.stringify(book.sheets.map((sheet) => sheet.values))).toBe(before);
});
