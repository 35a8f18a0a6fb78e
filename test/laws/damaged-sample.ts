import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Cell } from "../../src/base/table";
import { readXlsx } from "../../src/hosts/xlsx/read-xlsx";
import { bookWorkbook } from "../../src/hosts/xlsx/xlsx-workbook";
import type { SheetContent } from "../../src/workbook/port";
import { readWorkbook, type Reading } from "../../src/workbook/read/read-workbook";
import type { Mess } from "./damage";

export const units = 24;

export interface Sample {
  readonly name: string;
  readonly others: readonly SheetContent[];
  readonly data: SheetContent;
  readonly header: number;
  readonly clean: Reading;
}

/** A shipped sample, cut to its first units and to names without codes, so that names have to do. */
export async function sample(name: string): Promise<Sample> {
  const opened = readXlsx(readFileSync(join(__dirname, `../../assets/samples/${name}.xlsx`)));
  if (!opened.ok) throw new Error(`${name} does not open`);
  const read = await bookWorkbook(opened.value).read();
  if (!read.ok) throw new Error(`${name} is not read`);
  const whole = readWorkbook(read.value, "en");
  const sheet = read.value.find((each) => each.sheet === whole.sheets.data[0])!;
  const header = whole.places!.data.indicator[0]!.top - sheet.top;
  const data = { ...sheet, rows: sheet.rows.slice(0, header + 1 + units) };
  const others = read.value.filter((each) => each !== sheet);
  return { name, others, data, header, clean: readWorkbook([...others, data], "en") };
}

export function messOf({ data, header, clean }: Sample): Mess {
  const places = clean.places!.data;
  return {
    rows: data.rows.map((row) => [...row]),
    merges: [],
    hidden: [],
    top: data.top,
    left: data.left,
    header,
    name: places.unit(0).left - data.left,
    values: places.indicator.filter((place) => place !== null).map((place) => place.left - data.left),
    more: [],
  };
}

export function contentsOf(sample: Sample, mess: Mess): SheetContent[] {
  const width = Math.max(...mess.rows.map((row) => row.length));
  const rows = mess.rows.map((row) => [...row, ...Array<Cell>(width - row.length).fill(null)]);
  const { top, left, merges, hidden } = mess;
  return [...sample.others, { ...sample.data, top, left, rows, merges, hiddenRows: [...hidden].sort((a, b) => a - b) }, ...mess.more]; // prettier-ignore
}

export const sampleNames = ["hdi-2025", "city-governance", "asem"];
