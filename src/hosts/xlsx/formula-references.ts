import { columnIndex, columnName, quoteSheet } from "../../base/address";
import { maxColumns, maxRows } from "./book";

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

/** A shared formula as it reads some rows and columns away from where it was written. */
export function moveFormula(formula: string, rows: number, columns: number): string {
  const move = (corner: Corner): Corner => ({
    ...corner,
    row: corner.row < 0 || corner.rowFixed ? corner.row : (corner.row + rows + maxRows) % maxRows,
    column:
      corner.column < 0 || corner.columnFixed
        ? corner.column
        : (corner.column + columns + maxColumns) % maxColumns,
  });
  return mapReferences(formula, (reference) => ({
    ...reference,
    start: move(reference.start),
    end: reference.end && move(reference.end),
  }));
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
