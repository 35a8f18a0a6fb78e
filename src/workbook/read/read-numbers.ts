import { issue, type Issue } from "../../base/issue";
import type { Indicator } from "../../engine/index";
import { isDate, readCell, readText, type Reading } from "./cell";
import { judge, within, type ColumnEvidence } from "./column-evidence";
import type { Lines } from "./lines";
import { isFootnote, measureInHeader, parseMeasure, shareOf } from "./measure";
import type { NumberRows } from "./number-rows";
import type { ReadOptions } from "./settings";
import { sheetDecimal } from "./sheet-decimal";
import { at, headerCells } from "./table-view";

/** Whether an indicator's numbers are percents (12.3) rather than shares (0.123); null when the framework does not say. */
export function inPercent({ measure, high }: Indicator): boolean | null {
  if (/[%％]|percent|百分/.test(measure)) return Number.isNaN(high) || high > 1.5;
  return Number.isNaN(high) ? null : high > 1.5;
}

/** A column of numbers that is to be read. */
export interface NumericColumn {
  readonly column: number;
  /** Per unit, to be written; NaN is missing. */
  readonly out: Float64Array;
  /** -1 for a column that is no indicator's. */
  readonly indicator: number;
  /** Whether the numbers are percents; null when nothing says. */
  readonly percent: boolean | null;
  /** The framework's measure, "" for none. */
  readonly measure: string;
}

/**
 * Reads columns of numbers of one sheet: numbers row by row, as the cells lie in memory, then what else stands in each
 * column. Units that are not on the sheet have no value.
 */
export function readNumbers(
  lines: Lines,
  source: NumberRows,
  columns: readonly NumericColumn[],
  options: ReadOptions,
  issues: Issue[],
): void {
  const { rows, units } = lines;
  for (const { out } of columns) if (rows.length < out.length) out.fill(NaN);
  const from = columns.map(({ column }) => column);
  const to = columns.map(({ out }) => out);
  /** Per column of the table, the lines where one of `columns` holds something else than a number. */
  const rest: number[][] = [];
  for (const column of from) rest[column] = [];
  for (let line = 0; line < rows.length; line += 1) {
    const { numbers, others, count } = source.read(rows[line]);
    const unit = units[line];
    for (let k = 0; k < from.length; k += 1) to[k][unit] = numbers[from[k]];
    for (let i = 0; i < count; i += 1) rest[others[i]]?.push(line);
  }
  for (const column of columns) readTexts(lines, rest[column.column], column, options, issues);
}

type Late = {
  readonly row: number;
  readonly unit: number;
  readonly reading: Reading & { kind: "percent" | "open" };
};

/**
 * Reads those cells of a numeric column that are no numbers (on `lines`), where the numbers stand already. What a text
 * alone does not decide (the decimal mark, a glued unit, a share or a percent) the framework's measure, the header's, the
 * column's plain numbers and its other texts do; what they leave open is refused. Every repair and refusal is an issue at
 * its cell.
 */
function readTexts(
  { sheet: { view }, rows, units }: Lines,
  lines: readonly number[],
  { column, indicator, out, percent, measure }: NumericColumn,
  options: ReadOptions,
  issues: Issue[],
): void {
  const late: Late[] = [];
  let points = 0;
  // What cannot be read in a column that nobody scores is worth knowing, no more.
  const refusal = indicator >= 0 ? "error" : "warning";
  const tell = (row: number, unit: number) => ({
    about: indicator >= 0 ? { unit, indicator } : { unit },
    place: at(view.table, row, column),
  });
  for (const line of lines) {
    const row = rows[line];
    const unit = units[line];
    const reading = readCell(view.table.rows[row][column], options.missingMarks);
    if (reading.kind === "missing") continue;
    if (reading.kind === "percent" || reading.kind === "open") {
      late.push({ row, unit, reading });
      continue;
    }
    const { about, place } = tell(row, unit);
    if (reading.kind === "text-number") {
      out[unit] = reading.value;
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
  for (const { row, unit, reading } of late) {
    const { about, place } = tell(row, unit);
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
      out[unit] = value;
      issues.push(issue("note", "data.percent-read", { found, value }, about, place));
    } else {
      const { value, by } = verdict;
      out[unit] = value;
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
