import type { Cell } from "../../base/table";
import type { DocumentValue } from "../../workbook/document";

/** Texts that Excel reads as they stand: they begin with a letter and hold nothing that numbers and dates are made of. */
const plainText = /^\p{L}[^\d０-９〇一二三四五六七八九十]*$/u;

/**
 * What to set through `values` so that the cell holds exactly this. A text that Excel would take for a number, a date, a
 * truth value or a formula gets the apostrophe that Excel itself writes there.
 */
export function cellToWrite(cell: DocumentValue): string | number | boolean {
  if (cell === null || cell === "") return "";
  if (typeof cell !== "string") return cell;
  return plainText.test(cell) && !/^(true|false)$/i.test(cell) ? cell : `'${cell}`;
}

/** What Excel gives for a cell, as our tables hold it. */
export function cellRead(value: unknown): Cell {
  return value === "" || value === undefined ? null : (value as Cell);
}
