/**
 * What reading a workbook costs, as a ratio to walking its cells once (the least that any reader does), so that the figures
 * mean the same on every machine. Each is the best of as many runs, the first of which warm it up; nothing of an earlier run
 * or size is kept. Beside them the cost of putting the same numbers into columns of one new array and nothing else, which no
 * reader of ours can do without. `npm run bench` prints the table; nothing here passes or fails.
 */
import { draws } from "../laws/damage";
import { plainTable, time } from "./measure";
import type { Cell } from "../../src/base/table";
import type { SheetContent } from "../../src/workbook/port";
import { readWorkbook } from "../../src/workbook/read/read-workbook";

const runs = 9;
const sheet = (name: string, rows: Cell[][]): SheetContent => ({ sheet: name, top: 0, left: 0, rows, merges: [], hiddenRows: [], mark: null }); // prettier-ignore

/** `units` × `indicators` numbers, one in fifty missing; with `texts`, one in a hundred is stored as text. */
function workbook(units: number, indicators: number, texts: boolean): SheetContent[] {
  const draw = draws(1);
  const codes = Array.from({ length: indicators }, (_, j) => `I${j}`);
  const framework: Cell[][] = [["Code", "Name", "Parent"], ...codes.map((code, j): Cell[] => [code, `Indicator ${j}`, null])]; // prettier-ignore
  const value = (): Cell => {
    const number = 1 + 99 * draw();
    const lot = draw();
    return lot < 0.02 ? null : texts && lot < 0.03 ? number.toFixed(3) : number;
  };
  const body = Array.from({ length: units }, (_, i): Cell[] => [`Unit ${i}`, `U${i}`, ...codes.map(value)]);
  return [sheet("Indicators", framework), sheet("Data", [["Name", "Code", ...codes], ...body])];
}

function walk(contents: readonly SheetContent[]): number {
  let sum = 0;
  for (const { rows } of contents)
    for (const row of rows) for (const cell of row) if (typeof cell === "number") sum += cell;
  return sum;
}

function copy([, { rows }]: readonly SheetContent[]): Float64Array {
  const units = rows.length - 1;
  const columns = rows[0].length - 2;
  const values = new Float64Array(columns * units);
  for (let unit = 0; unit < units; unit += 1) {
    const row = rows[unit + 1];
    for (let j = 0; j < columns; j += 1) {
      const cell = row[j + 2];
      values[j * units + unit] = typeof cell === "number" ? cell : NaN;
    }
  }
  return values;
}

const lines = (
  [
    [680, 27, false],
    [20_000, 100, false],
    [20_000, 100, true],
    [100_000, 100, false],
  ] as const
).map(([units, indicators, texts]) => {
  const contents = workbook(units, indicators, texts);
  const walked = time(() => walk(contents), runs);
  const copied = time(() => copy(contents), runs);
  const read = time(() => readWorkbook(contents, "en"), runs);
  const what = `${units.toLocaleString("en")} × ${indicators}${texts ? ", 1 % texts" : ""}`;
  return [what, walked.toFixed(2), copied.toFixed(2), read.toFixed(0), (copied / walked).toFixed(1), (read / walked).toFixed(1)]; // prettier-ignore
});
console.log(`\n${plainTable(["reading a workbook", "walk ms", "copy ms", "read ms", "copy ÷ walk", "read ÷ walk"], lines)}`); // prettier-ignore
