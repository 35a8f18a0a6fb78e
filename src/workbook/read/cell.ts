import type { Cell } from "../../base/table";
import { parseNumber, type NumberText } from "./number-text";
import { isPlain } from "./plain-text";

/** How one cell of a numeric column reads. */
export type Reading =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "missing" }
  /** An Excel error that is no missing mark. */
  | { readonly kind: "error"; readonly found: string }
  /** A number stored as text, with the one reading that it has. */
  | { readonly kind: "text-number"; readonly value: number; readonly found: string }
  /** A percent string; `value` is in percent, so "12.3%" is 12.3. */
  | { readonly kind: "percent"; readonly value: number; readonly found: string }
  /** A number with something glued on, or with two readings: the column decides. */
  | { readonly kind: "open"; readonly text: NumberText; readonly found: string }
  | { readonly kind: "refused"; readonly found: string };

export const defaultMissingMarks: readonly string[] = [
  "NA", "N/A", "n/a", "#N/A", "n.a.", "n.d.", "S.I.", "..", "…", "-", "–", "—", "--", "——", "x", "缺失", "无", "暂无", "不详", "null",
]; // prettier-ignore

/** Marks as they are compared: width and case do not count. */
export function foldMark(text: string): string {
  return text.normalize("NFKC").trim().toLowerCase();
}

const excelError =
  /^#(DIV\/0!|REF!|VALUE!|NAME\?|NUM!|NULL!|N\/A|SPILL!|CALC!|GETTING_DATA|FIELD!|BLOCKED!|CONNECT!)$/i;
const month =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const dateText = new RegExp(
  [
    "\\d{4}年(\\d{1,2}月(\\d{1,2}日?)?)?",
    "\\d{4}([-/.])\\d{1,2}\\3\\d{1,2}",
    "\\d{4}[-/]\\d{1,2}",
    "\\d{1,2}月(\\d{1,2}日)?",
    "\\d{1,2}[-/]\\d{1,2}([-/]\\d{2,4})?",
    "\\d{1,2}\\.\\d{1,2}\\.\\d{4}",
    `\\d{1,2}[- ]${month}([- ,]+\\d{2,4})?`,
    `${month}[- ]\\d{1,4}(, ?\\d{4})?`,
  ]
    .map((each) => `(?:${each})`)
    .join("|")
    .replace(/^/, "^(?:")
    .concat(")([ T]\\d{1,2}:\\d{2}.*)?$"),
  "i",
);
const missing: Reading = { kind: "missing" };

/**
 * Reads a cell of a numeric column. What has one reading is read (and said to be a repair); what has none or two is
 * refused. `marks` are folded missing marks.
 */
export function readCell(cell: Cell, marks: ReadonlySet<string>): Reading {
  if (typeof cell === "number") return { kind: "number", value: cell };
  if (cell === null || cell === "") return missing;
  if (typeof cell === "boolean") return { kind: "refused", found: cell ? "TRUE" : "FALSE" };
  const text = cell
    .normalize("NFKC")
    .replace(/[\s\u00a0\u200b\ufeff]+/g, " ")
    .trim();
  if (text === "" || marks.has(text.toLowerCase())) return missing;
  if (excelError.test(text)) return { kind: "error", found: text };
  if (dateText.test(text)) return { kind: "refused", found: cell };
  const number = parseNumber(cell);
  if (!number) return { kind: "refused", found: cell };
  if (number.raised === "" && !Object.is(number.point, number.comma) && !Number.isNaN(number.comma))
    return { kind: "open", text: number, found: cell };
  if (number.raised !== "" || (number.tail !== "" && number.tail !== "%"))
    return { kind: "open", text: number, found: cell };
  return { kind: number.tail === "%" ? "percent" : "text-number", value: number.point, found: cell };
}

/** Whether a text is a date: no number, whatever digits it has. */
export function isDate(found: string): boolean {
  return dateText.test(found.normalize("NFKC").trim());
}

/**
 * Reads a cell that has no column to speak for it (a weight, a bound): a point is a decimal mark, a comma before three
 * digits groups them, anything glued on is refused.
 */
export function readLoneCell(cell: Cell, marks: ReadonlySet<string>): Exclude<Reading, { kind: "open" }> {
  const reading = readCell(cell, marks);
  if (reading.kind !== "open") return reading;
  const { text, found } = reading;
  return text.tail === "" && text.raised === "" && !Number.isNaN(text.point)
    ? { kind: "text-number", value: text.point, found }
    : { kind: "refused", found };
}

/** A cell's text, trimmed; "" for an empty one. */
export function readText(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "string" && isPlain(cell)) return cell;
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  return String(cell)
    .replace(/[\s\u00a0]+/g, " ")
    .trim();
}
