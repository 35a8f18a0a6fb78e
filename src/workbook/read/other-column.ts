import type { Cell } from "../../base/table";
import type { GroupColumn } from "../../engine/index";
import { readCell, readText, type Reading } from "./cell";
import { isFootnote, parseMeasure, shareOf } from "./measure";
import type { ReadOptions } from "./settings";
import { sameName } from "./words";

/** Whether a cell of a column outside the framework counts as a text: a number with letters behind it ("2006 D") may be a name as well. */
export function isTextual(reading: Reading): boolean {
  return reading.kind === "refused" || (reading.kind === "open" && isName(reading.text.tail));
}

function isName(tail: string): boolean {
  return tail !== "" && shareOf(tail) === 0 && !isFootnote(tail) && parseMeasure(tail).factor === 1;
}

/** A column outside the framework: numbers, a group of 2–60 texts (or any that the settings name), or other text. */
export function kindOf(
  cells: readonly Cell[],
  options: ReadOptions,
  named: boolean,
): "numbers" | "group" | "text" {
  if (named) return "group";
  let numbers = 0;
  let texts = 0;
  const distinct = new Set<string>();
  for (const cell of cells) {
    if (typeof cell === "number") {
      numbers += 1;
      continue;
    }
    const reading = readCell(cell, options.missingMarks);
    if (reading.kind === "missing" || reading.kind === "error") continue;
    if (!isTextual(reading)) numbers += 1;
    else {
      texts += 1;
      distinct.add(sameName(cell));
    }
  }
  if (numbers > 0 && numbers >= cells.length / 4 && distinct.size < numbers && texts <= numbers)
    return "numbers";
  return distinct.size >= 2 && distinct.size <= 60 ? "group" : "text";
}

/** The groups that a column's cells name; `units` are those of the cells, `n` is the number of all units. */
export function groupOf(name: string, units: Int32Array, cells: readonly Cell[], n: number): GroupColumn {
  const labels: string[] = [];
  const known = new Map<string, number>();
  const of = new Int32Array(n).fill(-1);
  units.forEach((unit, i) => {
    const text = readText(cells[i]);
    if (text === "") return;
    const key = sameName(text);
    let label = known.get(key);
    if (label === undefined) {
      label = labels.push(text) - 1;
      known.set(key, label);
    }
    of[unit] = label;
  });
  return { name, labels, of };
}
