import type { Cell } from "../../src/base/table";
import { excelWorkbook } from "../../src/hosts/excel/excel-workbook";
import { addSheet, newBook } from "../../src/hosts/xlsx/book";
import { bookWorkbook } from "../../src/hosts/xlsx/xlsx-workbook";
import { readWorkbook } from "../../src/workbook/read/read-workbook";
import { mostBytes } from "../../src/workbench/wire/host";
import { draws } from "../laws/damage";
import { openSession } from "./excel-session";

const [units, indicators] = [20_000, 100];

/** Numbers as a statistician has them, with all their digits; one in a hundred is stored as text, one in fifty missing. */
function largeBook() {
  const draw = draws(7);
  const codes = Array.from({ length: indicators }, (_, j) => `I${j}`);
  const value = (): Cell => {
    const number = 1 + 99 * draw();
    const lot = draw();
    return lot < 0.02 ? null : lot < 0.03 ? number.toFixed(3) : number;
  };
  const book = newBook();
  addSheet(book, "Indicators").values = [["Code", "Name", "Parent"], ...codes.map((code, j): Cell[] => [code, `Indicator ${j}`, null])]; // prettier-ignore
  addSheet(book, "Data").values = [["Name", ...codes], ...Array.from({ length: units }, (_, i): Cell[] => [`单位 ${i}`, ...codes.map(value)])]; // prettier-ignore
  return book;
}

test("20,000 × 100 is read through Excel on the web in blocks within its limits, and reads as from a file", async () => {
  const book = largeBook();
  const session = openSession(book, "web");
  const read = await excelWorkbook().read();
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  const file = await bookWorkbook(book).read();
  if (!file.ok) throw new Error("a book is read");
  const { requests, bytesOut } = session.traffic;
  // Each answer that came is within the limit, as the session sees to it.
  expect(requests).toBeLessThan(30);
  expect(bytesOut).toBeGreaterThan(5 * mostBytes);
  const [one, other] = [readWorkbook(read.value, "en"), readWorkbook(file.value, "en")];
  expect(one.study!.units).toHaveLength(units);
  expect(one.fingerprint).toBe(other.fingerprint);
  expect(one.issues.length).toBe(other.issues.length);
  expect(one.study!.values.every((each, cell) => Object.is(each, other.study!.values[cell]))).toBe(true);
  console.log(`20,000 × 100: ${requests} requests, ${Math.round(bytesOut / 1024)} KB back`);
});
