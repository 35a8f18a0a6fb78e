import { issue, type Issue } from "../../base/issue";
import type { Indicator } from "../../engine/index";
import { readCell, type Reading } from "./cell";
import type { Line } from "./data-sheet";
import type { ReadOptions } from "./settings";
import { at } from "./table-view";

/** Whether an indicator's numbers are percents (12.3) rather than shares (0.123); null when the framework does not say. */
export function inPercent({ measure, high }: Indicator): boolean | null {
  if (/[%％]|percent|百分/.test(measure)) return Number.isNaN(high) || high > 1.5;
  return Number.isNaN(high) ? null : high > 1.5;
}

/**
 * Reads one numeric column into `out` (per unit). "12.3%" is 12.3 where the column holds percents and 0.123 where it
 * holds shares, by the framework's word or else by the column's plain numbers; a column of percent strings alone is in
 * percent. Every repair and refusal is an issue at its cell.
 */
export function readNumbers(
  lines: readonly Line[],
  column: number,
  out: Float64Array,
  percent: boolean | null,
  indicator: number,
  options: ReadOptions,
  issues: Issue[],
): void {
  const late: { line: Line; reading: Reading & { kind: "percent" } }[] = [];
  let plain = 0;
  let greatest = 0;
  for (const line of lines) {
    const cell = line.sheet.view.table.rows[line.row][column] ?? null;
    if (typeof cell === "number") {
      out[line.unit] = cell;
      plain += 1;
      if (Math.abs(cell) > greatest) greatest = Math.abs(cell);
      continue;
    }
    const reading = readCell(cell, options.missingMarks);
    if (reading.kind === "missing") continue;
    const about = indicator >= 0 ? { unit: line.unit, indicator } : { unit: line.unit };
    const place = at(line.sheet.view.table, line.row, column);
    if (reading.kind === "percent") late.push({ line, reading });
    else if (reading.kind === "text-number") {
      out[line.unit] = reading.value;
      issues.push(
        issue("note", "data.text-number-read", { found: reading.found, value: reading.value }, about, place),
      );
    } else if (reading.kind === "error") {
      issues.push(issue("warning", "data.error-value", { found: reading.found }, about, place));
    } else if (reading.kind === "refused") {
      issues.push(issue("error", "data.not-a-number", { found: reading.found }, about, place));
    }
  }
  const asPercent = percent ?? (plain === 0 || greatest > 1.5);
  for (const { line, reading } of late) {
    const value = asPercent ? reading.value : reading.value / 100;
    out[line.unit] = value;
    const about = indicator >= 0 ? { unit: line.unit, indicator } : { unit: line.unit };
    issues.push(
      issue(
        "note",
        "data.percent-read",
        { found: reading.found, value },
        about,
        at(line.sheet.view.table, line.row, column),
      ),
    );
  }
}
