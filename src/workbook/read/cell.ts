import type { Cell } from "../../base/table";

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
  | { readonly kind: "refused"; readonly found: string };

export const defaultMissingMarks: readonly string[] = [
  "NA", "N/A", "n/a", "#N/A", "..", "…", "-", "–", "—", "--", "——", "x", "缺失", "无", "暂无", "null",
]; // prettier-ignore

/** Marks as they are compared: width and case do not count. */
export function foldMark(text: string): string {
  return text.normalize("NFKC").trim().toLowerCase();
}

const excelError =
  /^#(DIV\/0!|REF!|VALUE!|NAME\?|NUM!|NULL!|N\/A|SPILL!|CALC!|GETTING_DATA|FIELD!|BLOCKED!|CONNECT!)$/i;
const plainNumber = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const groupedNumber = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/;
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
  const percent = /^(.*?) ?%$/.exec(text);
  const digits = (percent ? percent[1] : text).replace(/^[−–](?=[\d.])/, "-");
  const value = plainNumber.test(digits)
    ? Number(digits)
    : groupedNumber.test(digits)
      ? Number(digits.replaceAll(",", ""))
      : NaN;
  if (!Number.isFinite(value)) return { kind: "refused", found: cell };
  return { kind: percent ? "percent" : "text-number", value, found: cell };
}

/** A cell's text, trimmed; "" for an empty one. */
export function readText(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  return String(cell)
    .replace(/[\s\u00a0]+/g, " ")
    .trim();
}
