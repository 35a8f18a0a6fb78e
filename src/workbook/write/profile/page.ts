import { area, columnName } from "../../../base/address";
import type { CellStyle, DocumentCell, DocumentFormula, DocumentValue } from "../../document";
import { addStyle, newDraft, type Draft } from "../draft";
import { colours, looks } from "../look";

/** The columns of the sheet: what is read, a gap, the charts, and, hidden, what the formulas need on their way. */
export const columns = {
  last: 7,
  gap: 8,
  chartLeft: 9,
  chartRight: 15,
  working: 17,
  workingCount: 5,
} as const;

/** The column in which the name of the unit's group stands. */
export const groupCell = 3;

/** One row: cells from column A on, and working cells. */
export function addLine(
  draft: Draft,
  cells: readonly DocumentCell[],
  working: readonly DocumentCell[] = [],
): number {
  const row = [...cells];
  if (working.length) {
    while (row.length < columns.working) row.push(null);
    row.push(...working);
  }
  draft.rows.push(row);
  return draft.rows.length - 1;
}

/** A heading with the headers of its columns below it; gives the first row after them. */
export function addBlock(draft: Draft, headers: readonly string[]): number {
  addLine(draft, []);
  const row = addLine(draft, headers);
  addStyle(draft, area(row, 0, row, headers.length - 1), looks.header);
  addStyle(draft, area(row, 0), { align: "left" });
  return row + 1;
}

/** The look of a block's rows, and of its columns from the second on. */
export function setLooks(draft: Draft, top: number, bottom: number, looksOf: readonly CellStyle[]): void {
  if (bottom < top) return;
  addStyle(draft, area(top, 0, bottom, looksOf.length), looks.body);
  looksOf.forEach((style, i) => addStyle(draft, area(top, i + 1, bottom, i + 1), style));
}

export function newPage(title: string, subtitle: string, legend: string, nameWidth: number): Draft {
  const draft = newDraft(title, subtitle, legend);
  for (let column = 0; column <= columns.last; column += 1)
    draft.widths[column] = column === 0 ? nameWidth : 12;
  draft.widths[columns.gap] = 3;
  for (let column = columns.chartLeft; column <= columns.chartRight; column += 1) draft.widths[column] = 10;
  return draft;
}

export const at = (row: number, column: number) => `$${columnName(column)}$${row + 1}`;
export const span = (column: number, top: number, bottom: number) =>
  `${at(top, column)}:${at(bottom, column)}`;

export const dash = "–";
export const none = `"${dash}"`;
export function calculated(text: string, value: DocumentValue): DocumentFormula {
  return { formula: `=${text}`, value: typeof value === "number" && !Number.isFinite(value) ? dash : value };
}

/** A cell that asks to be changed. */
export const inputLook: CellStyle = { bold: true, size: 13, fill: colours.tint, colour: colours.title };

/** The condition of a COUNTIFS that takes a cell's text as it stands, whatever letters it has. */
export function exactly(cell: string): string {
  const escaped = ["~", "*", "?"].reduce(
    (text, letter) => `SUBSTITUTE(${text},"${letter}","~${letter}")`,
    cell,
  );
  return `"="&${escaped}`;
}

/** A text inside a formula. */
export function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
