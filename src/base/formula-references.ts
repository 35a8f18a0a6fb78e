import { columnIndex, columnName, maxColumns, maxRows, quoteSheet } from "./address";

/** One corner of a reference; a row or column that is not written (as in B:B) is -1. */
export interface Corner {
  readonly row: number;
  readonly column: number;
  readonly rowFixed: boolean;
  readonly columnFixed: boolean;
}

export interface Reference {
  /** The sheet as named in the formula; null for the formula's own. */
  readonly sheet: string | null;
  readonly start: Corner;
  readonly end: Corner | null;
}

const cell = String.raw`\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}`;
const references = new RegExp(
  // Texts and table references are passed over; quoted names may hold anything.
  String.raw`"(?:[^"]|"")*"|\[[^\]]*\]|(?<![\p{L}\p{N}_.$\\\]!'])` +
    String.raw`((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?` +
    String.raw`(${cell}(?::${cell})?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?[1-9]\d{0,6}:\$?[1-9]\d{0,6})` +
    String.raw`(?![\p{L}\p{N}_(.!\\])`,
  "gu",
);

/** Rewrites every cell reference of a formula; `change` gives the new one, the same one, or null for a lost cell (#REF!). */
export function mapReferences(formula: string, change: (reference: Reference) => Reference | null): string {
  return formula.replace(
    references,
    (whole: string, sheet: string | undefined, address: string | undefined) => {
      if (!address) return whole;
      const [start, end] = address.split(":").map(readCorner);
      const before = { sheet: sheet ? plainSheet(sheet.slice(0, -1)) : null, start, end: end ?? null };
      const after = change(before);
      if (after === before) return whole;
      if (!after) return "#REF!";
      const name = after.sheet === null ? "" : `${quoteSheet(after.sheet)}!`;
      return `${name}${writeCorner(after.start)}${after.end ? `:${writeCorner(after.end)}` : ""}`;
    },
  );
}

/** A formula as it reads some rows and columns away from where it was written, as Excel copies it. */
export function moveFormula(formula: string, rows: number, columns: number): string {
  return formulaMover(formula)(rows, columns);
}

/** `moveFormula` for a formula that is moved many times: it is taken to pieces once. */
export function formulaMover(formula: string): (rows: number, columns: number) => string {
  const pieces: (string | Corner)[] = [];
  let done = 0;
  for (const { index, 0: whole, 1: sheet = "", 2: address } of formula.matchAll(references)) {
    if (!address) continue;
    pieces.push(formula.slice(done, index) + sheet);
    const [start, end] = address.split(":").map(readCorner);
    pieces.push(start);
    if (end) pieces.push(":", end);
    done = index + whole.length;
  }
  pieces.push(formula.slice(done));
  return (rows, columns) => {
    let moved = "";
    for (const piece of pieces)
      moved += typeof piece === "string" ? piece : writeCorner(moveCorner(piece, rows, columns));
    return moved;
  };
}

function moveCorner(corner: Corner, rows: number, columns: number): Corner {
  const { row, column, rowFixed, columnFixed } = corner;
  return {
    row: row < 0 || rowFixed ? row : (row + rows + maxRows) % maxRows,
    column: column < 0 || columnFixed ? column : (column + columns + maxColumns) % maxColumns,
    rowFixed,
    columnFixed,
  };
}

function readCorner(text: string): Corner {
  const [, columnFixed, column, rowFixed, row] = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(text)!;
  // In "$3" the one dollar belongs to the row.
  return {
    column: column ? columnIndex(column) : -1,
    row: row ? Number(row) - 1 : -1,
    columnFixed: column !== "" && columnFixed !== "",
    rowFixed: row !== "" && (rowFixed !== "" || (column === "" && columnFixed !== "")),
  };
}

function writeCorner(corner: Corner): string {
  const column = corner.column < 0 ? "" : `${corner.columnFixed ? "$" : ""}${columnName(corner.column)}`;
  const row = corner.row < 0 ? "" : `${corner.rowFixed ? "$" : ""}${corner.row + 1}`;
  return column + row;
}

function plainSheet(name: string): string {
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}
