import { issue, type Issue } from "../../base/issue";
import type { Indicator } from "../../engine/index";
import { isDate, readCell, readText, type Reading } from "./cell";
import { judge, within, type ColumnEvidence } from "./column-evidence";
import type { Line } from "./data-sheet";
import { isFootnote, measureInHeader, parseMeasure, shareOf } from "./measure";
import type { ReadOptions } from "./settings";
import { sheetDecimal } from "./sheet-decimal";
import { at, headerCells } from "./table-view";

/** Whether an indicator's numbers are percents (12.3) rather than shares (0.123); null when the framework does not say. */
export function inPercent({ measure, high }: Indicator): boolean | null {
  if (/[%％]|percent|百分/.test(measure)) return Number.isNaN(high) || high > 1.5;
  return Number.isNaN(high) ? null : high > 1.5;
}

type Late = { readonly line: Line; readonly reading: Reading & { kind: "percent" | "open" } };

/**
 * Reads the plain numbers of several columns of one sheet, row by row, as the cells lie in memory: column `columns[k]` into
 * the block of `out` (per unit) that begins at `starts[k]`; other cells there are missing so far. What is neither a number
 * nor empty is left to `readNumbers`: its lines, per column.
 */
export function readPlainNumbers(
  lines: readonly Line[],
  columns: readonly number[],
  out: Float64Array,
  starts: readonly number[],
): Line[][] {
  const rest: Line[][] = columns.map(() => []);
  const rows = lines[0]?.sheet.view.table.rows;
  for (const line of lines) {
    const { unit } = line;
    const cells = rows[line.row];
    for (let k = 0; k < columns.length; k += 1) {
      const cell = cells[columns[k]];
      if (typeof cell === "number") out[starts[k] + unit] = cell;
      else {
        out[starts[k] + unit] = NaN;
        if (cell !== null && cell !== undefined && cell !== "") rest[k].push(line);
      }
    }
  }
  return rest;
}

/**
 * Reads those cells of a numeric column that are no plain numbers (`lines`) into `out` (per unit), where the numbers stand
 * already. What a text alone does not decide (the decimal mark, a glued unit, a share or a percent) the framework's measure,
 * the header's, the column's plain numbers and its other texts do; what they leave open is refused. Every repair and refusal
 * is an issue at its cell. `measure` is the framework's, "" for none.
 */
export function readNumbers(
  lines: readonly Line[],
  column: number,
  out: Float64Array,
  { percent, measure }: { readonly percent: boolean | null; readonly measure: string },
  indicator: number,
  options: ReadOptions,
  issues: Issue[],
): void {
  const late: Late[] = [];
  let points = 0;
  // What cannot be read in a column that nobody scores is worth knowing, no more.
  const refusal = indicator >= 0 ? "error" : "warning";
  const tell = (line: Line) => ({
    about: indicator >= 0 ? { unit: line.unit, indicator } : { unit: line.unit },
    place: at(line.sheet.view.table, line.row, column),
  });
  for (const line of lines) {
    const cell = line.sheet.view.table.rows[line.row][column] ?? null;
    const reading = readCell(cell, options.missingMarks);
    if (reading.kind === "missing") continue;
    if (reading.kind === "percent" || reading.kind === "open") {
      late.push({ line, reading });
      continue;
    }
    const { about, place } = tell(line);
    if (reading.kind === "text-number") {
      out[line.unit] = reading.value;
      if (/\d\.\d/.test(reading.found.normalize("NFKC"))) points += 1;
      const params = { found: reading.found, value: reading.value };
      issues.push(issue("note", "data.text-number-read", params, about, place));
    } else if (reading.kind === "error") {
      issues.push(issue("warning", "data.error-value", { found: reading.found }, about, place));
    } else if (reading.kind === "refused") {
      const code = isDate(reading.found) ? "data.date" : "data.not-a-number";
      issues.push(issue(refusal, code, { found: reading.found }, about, place));
    }
  }
  if (late.length === 0) return;

  const { view } = late[0].line.sheet;
  const header = readText(headerCells(view)[column] ?? null);
  const written = measure || measureInHeader(header);
  const evidence: ColumnEvidence = {
    decimal: decimalOf(late, points) ?? sheetDecimal(view.table),
    ...plainNumbers(out),
    measure: written === "" ? null : parseMeasure(written),
    tails: tailsOf(late),
  };
  const worth = shareOf(written) || columnShare(late, percent, evidence);
  let commas = 0;
  for (const { line, reading } of late) {
    const { about, place } = tell(line);
    const verdict =
      reading.kind === "percent"
        ? ({ kind: "share", value: reading.value, share: 0.01 } as const)
        : judge(reading.text, evidence);
    const { found } = reading;
    if (verdict.kind === "refused") {
      issues.push(issue(refusal, "data.not-a-number", { found }, about, place));
    } else if (verdict.kind === "two") {
      const { one, other } = verdict;
      issues.push(issue(refusal, "data.two-readings", { found, one, other }, about, place));
    } else if (verdict.kind === "share") {
      const value = round(verdict.value * verdict.share, worth, verdict.value, verdict.share);
      // Among shares below 1, a percent sign that is there by mistake gives a number a hundred times too small.
      const doubtful = percent === null && written === "" && worth === 1 && evidence.plain >= 3;
      if (doubtful && !within(value, evidence, 3) && within(verdict.value, evidence, 3)) {
        const params = { found, one: value, other: verdict.value };
        issues.push(issue(refusal, "data.two-readings", params, about, place));
        continue;
      }
      out[line.unit] = value;
      issues.push(issue("note", "data.percent-read", { found, value }, about, place));
    } else {
      const { value, by } = verdict;
      out[line.unit] = value;
      if (reading.kind === "open" && value === reading.text.comma && value !== reading.text.point)
        commas += 1;
      const code =
        by === "text" ? "data.text-number-read" : by === "unit" ? "data.unit-read" : "data.footnote-read";
      issues.push(issue("note", code, { found, value }, about, place));
    }
  }
  if (commas > 0) {
    const params = { column: header, count: commas };
    issues.push(
      issue(
        "note",
        "data.decimal-comma",
        params,
        indicator >= 0 ? { indicator } : {},
        at(view.table, view.header, column),
      ),
    );
  }
}

/** The numbers that are read already: how many, least and greatest size other than zero. */
function plainNumbers(values: Float64Array): Pick<ColumnEvidence, "plain" | "least" | "greatest"> {
  let plain = 0;
  let least = Infinity;
  let greatest = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    const size = Math.abs(value);
    plain += 1;
    if (size > greatest) greatest = size;
    if (size > 0 && size < least) least = size;
  }
  return { plain, least, greatest };
}

/** Shares in the column's own worth; the sign's own where they agree, so that "12.3%" is 12.3 to the last digit. */
function round(ones: number, worth: number, value: number, share: number): number {
  return worth === share ? value : worth === 1 ? value / Math.round(1 / share) : ones / worth;
}

/** The decimal mark that the column's texts have where only one is possible; null when none has, or both occur. */
function decimalOf(late: readonly Late[], points: number): "." | "," | null {
  let point = points;
  let comma = 0;
  for (const { reading } of late) {
    if (reading.kind !== "open" || !reading.text.marked) continue;
    if (Number.isNaN(reading.text.comma)) point += 1;
    else if (Number.isNaN(reading.text.point)) comma += 1;
  }
  if (point > 0 === comma > 0) return null;
  return point > 0 ? "." : ",";
}

/** The tails of a column's texts, footnote marks left out. */
function tailsOf(late: readonly Late[]): Set<string> {
  const tails = new Set<string>();
  for (const { reading } of late) {
    const tail = reading.kind === "percent" ? "%" : reading.text.tail;
    if (tail !== "" && (!isFootnote(tail) || tail === "m" || tail === "b")) tails.add(tail);
  }
  return tails;
}

/** What 1 in the column is worth: a percent where the framework or the plain numbers say so, or where every text has one sign. */
function columnShare(late: readonly Late[], percent: boolean | null, column: ColumnEvidence): number {
  if (percent !== null) return percent ? 0.01 : 1;
  if (column.plain > 0) return column.greatest > 1.5 ? 0.01 : 1;
  const shares = new Set(
    late.map(({ reading }) => (reading.kind === "percent" ? 0.01 : shareOf(reading.text.tail))),
  );
  shares.delete(0);
  return shares.size === 1 ? [...shares][0] : 0.01;
}
