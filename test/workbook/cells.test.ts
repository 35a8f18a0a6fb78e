import type { Cell } from "../../src/base/table";
import type { SheetContent } from "../../src/workbook/port";
import { readWorkbook } from "../../src/workbook/read/read-workbook";

const sheet = (name: string, rows: Cell[][]): SheetContent => ({ sheet: name, top: 0, left: 0, rows, merges: [], hiddenRows: [], mark: null }); // prettier-ignore

/** Reads one column: its values, and the code of the finding at each cell ("" for none). */
function column(cells: Cell[], measure = "", header = "x"): { values: number[]; found: string[] } {
  const framework = sheet("Indicators", [
    ["Code", "Name", "Parent", "Unit"],
    ["x", "x", null, measure],
    ["y", "y", null, null],
  ]);
  const rows = cells.map((cell, i): Cell[] => [`U${i}`, cell, i * i + 3]);
  const data = sheet("Data", [["Name", header, "y"], ...rows]);
  const { study, issues } = readWorkbook([framework, data], "en");
  const found = cells.map((_, i) =>
    issues
      .filter(({ at }) => at?.sheet === "Data" && at.top === i + 1 && at.left === 1)
      .map(({ code }) => code.replace("data.", ""))
      .join(" "),
  );
  return { values: [...study!.values.subarray(0, cells.length)], found };
}
const one = (cell: Cell, others: Cell[], measure = "", header = "x") => {
  const { values, found } = column([cell, ...others], measure, header);
  return [values[0], found[0]];
};
const tens = [11, 12.5, 14, 18, 22];

test.each([
  [" 12.5 ", 12.5, "text-number-read"],
  ["１２．５", 12.5, "text-number-read"],
  ["12\u00a0345.5", 12345.5, "text-number-read"],
  ["1\u202f234\u202f567", 1234567, "text-number-read"],
  ["1'234.5", 1234.5, "text-number-read"],
  ["−12.5", -12.5, "text-number-read"],
  ["'12.5", 12.5, "text-number-read"],
  ["1.5e3", 1500, "text-number-read"],
  ["12.5*", 12.5, "footnote-read"],
  ["12.5 a", 12.5, "footnote-read"],
  ["12.5[1]", 12.5, "footnote-read"],
  ["12.5 (b)", 12.5, "footnote-read"],
  ["12.5ᵃ", 12.5, "footnote-read"],
  ["12.5²", 12.5, "footnote-read"],
  ["12.5①", 12.5, "footnote-read"],
  ["12.5注1", 12.5, "footnote-read"],
])("%j has one reading", (cell, value, code) => {
  expect(one(cell, tens)).toEqual([value, code]);
});

test.each([
  ["12–40", "not-a-number"],
  ["12 34", "not-a-number"],
  ["1,23,456", "not-a-number"],
  ["1.2.3", "not-a-number"],
  ["about 12", "not-a-number"],
  ["<12", "not-a-number"],
  ["12?", "not-a-number"],
  ["(12.5)", "not-a-number"],
  ["12½", "not-a-number"],
  ["1②3", "not-a-number"],
  ["1O5", "not-a-number"],
  ["12:30", "not-a-number"],
  [true, "not-a-number"],
  ["2021-05-01", "date"],
  ["5月3日", "date"],
  ["3-May", "date"],
  ["500 km", "not-a-number"],
])("%j has none and is refused at its cell", (cell, code) => {
  const [value, found] = one(cell, tens);
  expect([value, found]).toEqual([NaN, code]);
});

test("the decimal mark is the column's", () => {
  expect(column(["1.234,5", "2.345", "12,25"]).values).toEqual([1234.5, 2345, 12.25]);
  expect(column(["1,234.5", "2,345", "12.25"]).values).toEqual([1234.5, 2345, 12.25]);
  // Neighbours tell by their size, where they can.
  expect(one("1.234", [1.1, 2.5, 3])).toEqual([1.234, "text-number-read"]);
  expect(one("1.234", [1100, 2500, 3000])).toEqual([1234, "text-number-read"]);
  expect(one("1.234", [0.9, 40, 3000])).toEqual([NaN, "two-readings"]);
  expect(one("1.234", ["2.345"])).toEqual([NaN, "two-readings"]);
  expect(one("1,234", ["2,345"])).toEqual([1234, "text-number-read"]);
  // Both marks in one column say nothing.
  expect(one("1.234", ["1.234,5", "1,234.5"])).toEqual([NaN, "two-readings"]);
});

test("a glued unit is brought to the column's", () => {
  expect(one("45万", [1, 2], "人")).toEqual([450000, "unit-read"]);
  expect(one("45万人", [1, 2], "万人")).toEqual([45, "unit-read"]);
  expect(one("1.2亿元", [1, 2], "万元")).toEqual([12000, "unit-read"]);
  expect(one("45万", [300000, 500000, 420000])).toEqual([450000, "unit-read"]);
  expect(one("45万", [30, 50, 42])).toEqual([45, "unit-read"]);
  expect(one("45万", [30, 5000, 420000])).toEqual([NaN, "two-readings"]);
  expect(column(["45万", "12万", "7.5万"]).values).toEqual([45, 12, 7.5]);
  expect(column(["45万", "1.2亿"]).values).toEqual([450000, 120000000]);
  expect(one("45k", [30000, 50000, 42000])).toEqual([45000, "unit-read"]);
  expect(one("12m", [30, 50, 42])).toEqual([12, "unit-read"]);
  expect(one("12m", [30e6, 50e6, 9e6])).toEqual([12e6, "unit-read"]);
  expect(one("12 km", [30, 50, 42], "km")).toEqual([12, "unit-read"]);
  expect(one("12 km", [30, 50, 42], "m")).toEqual([NaN, "not-a-number"]);
  expect(one("¥12.5", tens, "元")).toEqual([NaN, "not-a-number"]);
});

test("shares keep to the column's worth", () => {
  expect(one("12%", [11, 14, 18])).toEqual([12, "percent-read"]);
  expect(one("12%", [0.11, 0.14, 0.18])).toEqual([0.12, "percent-read"]);
  expect(one("12‰", [1.1, 2, 3], "%")).toEqual([1.2, "percent-read"]);
  expect(one("12‰", [11, 14], "‰")).toEqual([12, "percent-read"]);
  expect(column(["12‰", "14‰"]).values).toEqual([12, 14]);
  expect(column(["12,5%", "14,25%"]).values).toEqual([12.5, 14.25]);
  // 1.2 % among 0.3, 0.8 and 1.4: a share, or a percent with its sign?
  expect(one("1.2%", [0.3, 0.8, 1.4])).toEqual([NaN, "two-readings"]);
});

test("a comma that was read as decimal mark is said once, at the header", () => {
  const framework = sheet("Indicators", [["Name", "Parent"], ["x", null], ["y", null]]); // prettier-ignore
  const data = sheet("Data", [["Name", "x", "y"], ["A", "1.234,5", 1], ["B", "2.345,25", 2]]); // prettier-ignore
  const { issues } = readWorkbook([framework, data], "en");
  expect(issues.filter(({ code }) => code === "data.decimal-comma")).toMatchObject([
    { params: { column: "x", count: 2 }, at: { top: 0, left: 1 } },
  ]);
});
