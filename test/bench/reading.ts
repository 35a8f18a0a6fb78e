/**
 * What reading a workbook costs, as a ratio to walking its cells once (the least that any reader does), so that the figures
 * mean the same on every machine. `npm run bench` prints the table; nothing here passes or fails.
 */
import { draws } from "../laws/damage";
import { time } from "./measure";
import type { Cell } from "../../src/base/table";
import type { SheetContent } from "../../src/workbook/port";
import { readWorkbook } from "../../src/workbook/read/read-workbook";

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

console.log("\nreading a workbook        walk ms  read ms  ratio");
for (const [units, indicators, texts] of [
  [680, 27, false],
  [20_000, 100, false],
  [20_000, 100, true],
  [100_000, 100, false],
] as const) {
  const contents = workbook(units, indicators, texts);
  const walked = time(() => walk(contents), 5);
  const read = time(() => readWorkbook(contents, "en"), 3);
  const what = `${units.toLocaleString("en")} × ${indicators}${texts ? ", 1 % texts" : ""}`;
  console.log(
    [what.padEnd(24), walked.toFixed(1).padStart(8), read.toFixed(0).padStart(8), (read / walked).toFixed(1).padStart(6)].join(" "), // prettier-ignore
  );
}
