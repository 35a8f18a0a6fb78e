import type { Cell } from "../../src/base/table";
import type { SheetContent } from "../../src/workbook/port";
import { readWorkbook } from "../../src/workbook/read/read-workbook";

const _ = null;
const sheet = (name: string, rows: Cell[][]): SheetContent => ({ sheet: name, top: 0, left: 0, rows, merges: [], hiddenRows: [], mark: null }); // prettier-ignore
const framework = sheet("Indicators", [["Name", "Parent", "Unit"], ["x", _, "km"], ["y", _, "%"], ["z", _, _]]); // prettier-ignore
const codes = ["data.far-from-median", "data.percent-mixed", "data.sign", "data.same-values"];

function doubts(change: (rows: Cell[][]) => void): string[] {
  const rows = Array.from({ length: 20 }, (__, i): Cell[] => [`U${i}`, 100 + 7 * i, 20 + 3 * i, 1.5 ** i]);
  change(rows);
  const { issues } = readWorkbook([framework, sheet("Data", [["Name", "x", "y", "z"], ...rows])], "en");
  return issues
    .filter(({ code }) => codes.includes(code))
    .map(({ severity, code, at }) => `${severity} ${code} ${at!.top},${at!.left}`);
}

test("a column that grows gradually, however far, is not in doubt", () => {
  expect(doubts(() => undefined)).toEqual([]);
});

test.each([10000, 1 / 10000])("a value %d times as much is", (factor) => {
  expect(doubts((rows) => (rows[4][1] = (rows[4][1] as number) * factor))).toEqual([
    "warning data.far-from-median 5,1",
  ]);
});

test("so are shares among percents, a lone sign, a copy of another unit", () => {
  expect(doubts((rows) => (rows[4][2] = 0.32))).toEqual(["warning data.percent-mixed 5,2"]);
  expect(doubts((rows) => (rows[4][1] = -128))).toEqual(["warning data.sign 5,1"]);
  expect(doubts((rows) => (rows[9] = ["V", ...rows[3].slice(1)]))).toEqual(["warning data.same-values 10,0"]);
});
