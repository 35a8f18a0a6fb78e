import type { Cell } from "../../base/table";
import { readCell, readText } from "../read/cell";
import { isTextual } from "../read/other-column";
import { sameName } from "../read/words";

/** What the cells of one column are like, over the rows of units. */
export interface ColumnProfile {
  /** Cells that read as a number, as another text; cells that are empty or hold a missing mark. */
  readonly numbers: number;
  readonly texts: number;
  readonly missing: number;
  readonly distinct: number;
  /** Of the numbers; 0 without any. */
  readonly least: number;
  readonly greatest: number;
  /** Whether all numbers are whole. */
  readonly whole: boolean;
  /** Whether every cell is the one before plus one. */
  readonly counts: boolean;
  /** Whether all cells have the same number of characters. */
  readonly even: boolean;
  /** The first few different cells. */
  readonly examples: readonly string[];
}

export function profileOf(cells: readonly Cell[], marks: ReadonlySet<string>): ColumnProfile {
  let numbers = 0;
  let texts = 0;
  let least = Infinity;
  let greatest = -Infinity;
  let whole = true;
  let counts = true;
  let last = NaN;
  let length = -1;
  let even = true;
  const seen = new Set<string>();
  const examples: string[] = [];
  for (const cell of cells) {
    const reading = readCell(cell, marks);
    if (reading.kind === "missing" || reading.kind === "error") continue;
    const key = sameName(cell);
    if (!seen.has(key)) {
      seen.add(key);
      if (examples.length < 3) examples.push(readText(cell));
    }
    if (length >= 0 && length !== key.length) even = false;
    length = key.length;
    const value = isTextual(reading) ? NaN : valueOf(reading);
    if (Number.isNaN(value)) {
      texts += 1;
      counts = false;
      continue;
    }
    numbers += 1;
    // "45万" is a number, but its size is for the reading of the column to tell.
    if (reading.kind !== "open" && value < least) least = value;
    if (reading.kind !== "open" && value > greatest) greatest = value;
    if (!Number.isInteger(value)) whole = false;
    if (!Number.isNaN(last) && value !== last + 1) counts = false;
    last = value;
  }
  return {
    numbers,
    texts,
    missing: cells.length - numbers - texts,
    distinct: seen.size,
    least: Number.isFinite(least) ? least : 0,
    greatest: Number.isFinite(greatest) ? greatest : 0,
    whole,
    counts: counts && numbers > 2,
    even,
    examples,
  };
}

/** The number that a cell reads as by itself; NaN for none. */
export function numberIn(cell: Cell, marks: ReadonlySet<string>): number {
  const reading = readCell(cell, marks);
  return isTextual(reading) ? NaN : valueOf(reading);
}

function valueOf(reading: ReturnType<typeof readCell>): number {
  switch (reading.kind) {
    case "number":
    case "text-number":
    case "percent":
      return reading.value;
    case "open":
      return Number.isNaN(reading.text.point) ? reading.text.comma : reading.text.point;
    default:
      return NaN;
  }
}

/** Whether a column is one of numbers, however many are missing. */
export function isNumeric({ numbers, texts }: ColumnProfile): boolean {
  return numbers > 0 && texts <= numbers;
}
