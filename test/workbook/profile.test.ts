import { readFileSync } from "node:fs";
import { join } from "node:path";
import { maxColumns } from "../../src/base/address";
import { cellKey, findSheet, setValue, valueAt, type Book } from "../../src/hosts/xlsx/book";
import { readXlsx } from "../../src/hosts/xlsx/read-xlsx";
import { bookWorkbook } from "../../src/hosts/xlsx/xlsx-workbook";
import { scoreWorkbook } from "../../src/tasks/index";
import { choice } from "../../src/workbook/write/profile/choice";
import { describeLibreOffice, libreOfficeFolder, throughLibreOffice } from "../hosts/xlsx/libreoffice";

const options = { locale: "en", now: "2026-01-01T00:00:00Z" } as const;

async function scored(sample: string): Promise<Book> {
  const opened = readXlsx(readFileSync(join(__dirname, `../../assets/samples/${sample}.xlsx`)));
  if (!opened.ok) throw new Error("the sample does not open");
  await scoreWorkbook(bookWorkbook(opened.value), options);
  return opened.value;
}
const profileOf = (book: Book) => findSheet(book, "Profile")!;
const choose = (book: Book, name: string) => setValue(profileOf(book), choice.row, choice.column, name);
/** Every formula of the sheet with what it is said to work out to. */
function formulas(book: Book) {
  const sheet = profileOf(book);
  return [...sheet.formulas].map(([key, formula]) => {
    const [row, column] = [Math.floor(key / maxColumns), key % maxColumns];
    return { row, column, formula, value: valueAt(sheet, row, column) };
  });
}
const label = (book: Book, row: number) => valueAt(profileOf(book), row, 0);
function beside(book: Book, text: string, column = 1) {
  const row = profileOf(book).values.findIndex((cells) => cells?.[0] === text);
  return valueAt(profileOf(book), row, column);
}

test("a profile says of the leading country what the scores say", async () => {
  const book = await scored("hdi-2025");
  expect(valueAt(profileOf(book), choice.row, choice.column)).toBe("Iceland");
  // HDR 2025, table 1: Iceland 0.972, first of 193, very high.
  expect(beside(book, "Index")).toBeCloseTo(0.972, 3);
  expect(beside(book, "Rank")).toBe(1);
  expect(beside(book, "Rank", 2)).toBe("of 193");
  expect(beside(book, "Tier")).toBe("Very high");
  expect(beside(book, "Next tier")).toBe("–");
});

test("the unit that the user chose stays chosen", async () => {
  const book = await scored("asem");
  choose(book, "Japan");
  await scoreWorkbook(bookWorkbook(book), options);
  expect(valueAt(profileOf(book), choice.row, choice.column)).toBe("Japan");
  const scores = findSheet(book, "Scores")!;
  const row = scores.values.findIndex((cells) => cells?.[1] === "Japan");
  expect(beside(book, "Rank")).toBe(valueAt(scores, row, 0));
  choose(book, "Atlantis");
  await scoreWorkbook(bookWorkbook(book), options);
  expect(valueAt(profileOf(book), choice.row, choice.column)).toBe("Switzerland");
});

test("only functions that Excel 2016 has, none of them volatile", async () => {
  const book = await scored("city-governance");
  const plain =
    "AVERAGEIFS COUNT COUNTIF COUNTIFS HYPERLINK IF IFERROR INDEX ISNUMBER LARGE MATCH MAX SMALL SUBSTITUTE SUMIFS".split(
      " ",
    );
  const used = new Set(
    formulas(book).flatMap(({ formula }) =>
      [...formula.replace(/"[^"]*"/g, "").matchAll(/([A-Z.]+)\(/g)].map(([, name]) => name),
    ),
  );
  expect([...used].filter((name) => !plain.includes(name))).toEqual([]);
  expect(used.size).toBeGreaterThan(10);
});

test("charts draw visible cells of the sheet, and a unit's name on Scores leads to the drop-down", async () => {
  const book = await scored("city-governance");
  const { charts, columns, validations } = profileOf(book);
  expect(charts.map(({ kind }) => kind)).toEqual(["radar", "bar"]);
  for (const { series } of charts)
    for (const { values } of series) expect(values).toMatch(/^Profile!\$[A-E]\$\d+:\$[A-E]\$\d+$/);
  expect(columns.get(17)!.hidden).toBe(true);
  expect(validations).toMatchObject([{ options: "Scores!$B$5:$B$684", strict: true }]);
  const scores = findSheet(book, "Scores")!;
  expect(scores.links.filter(({ column }) => column === 1)).toHaveLength(680);
  expect(scores.links[300]).toMatchObject({ column: 1, reference: "Profile!B5" });
  expect(profileOf(book).formulas.get(cellKey(choice.row, 4))).toContain('HYPERLINK("#Scores!B"&');
});

describeLibreOffice("another spreadsheet works out the same", () => {
  const folder = libreOfficeFolder();
  test.each([
    ["hdi-2025", ["Monaco"]],
    ["asem", ["Portugal"]],
    ["city-governance", ["苏州市"]],
  ])("%s", async (sample, units) => {
    const book = await scored(sample);
    for (const unit of units) {
      choose(book, unit);
      await scoreWorkbook(bookWorkbook(book), options);
      const said = formulas(book);
      expect(said.length).toBeGreaterThan(100);
      // Without what we say they work out to, LibreOffice has to find it itself.
      for (const sheet of book.sheets)
        for (const key of sheet.formulas.keys())
          sheet.values[Math.floor(key / maxColumns)][key % maxColumns] = null;
      const saved = throughLibreOffice(book, folder(), `${sample}-${unit}`);
      const wrong = said.flatMap(({ row, column, formula, value }) => {
        const found = valueAt(profileOf(saved), row, column);
        const same =
          typeof value === "number" && typeof found === "number"
            ? Math.abs(value - found) <= 1e-9 * Math.max(1, Math.abs(value))
            : (value ?? "") === (found ?? "");
        return same ? [] : [{ at: [row, column], label: label(book, row), value, found, formula }];
      });
      expect(wrong.slice(0, 5)).toEqual([]);
    }
  });
});
