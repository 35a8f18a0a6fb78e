import { toAbsoluteA1 } from "../../base/address";
import type { Table } from "../../base/table";

/** How far beyond what was read an added row or column is noticed. */
const rowsBelow = 500;
const columnsBeside = 20;
const [lastRow, lastColumn] = [1048575, 16383];

/** What a sheet held when it was read, and the condition (without "=") under which it holds the same. */
export interface InputCheck {
  readonly numbers: number;
  readonly texts: number;
  readonly sum: number;
  readonly unchanged: string;
}

/**
 * Sums up a sheet by what formulas can say again later without the add-in: how many numbers and texts, the sum of the
 * numbers, the length of the texts. It guards against oversight: two values that change places are not noticed.
 */
export function inputCheck({ sheet, top, left, rows }: Table): InputCheck {
  let [numbers, texts, sum, length] = [0, 0, 0, 0];
  for (const row of rows) {
    for (const cell of row) {
      if (typeof cell === "number") {
        numbers += 1;
        sum += cell;
      } else if (typeof cell === "string" && cell !== "") {
        texts += 1;
        length += cell.length;
      }
    }
  }
  const range = toAbsoluteA1({
    sheet,
    top,
    left,
    bottom: Math.min(lastRow, top + rows.length - 1 + rowsBelow),
    right: Math.min(lastColumn, left + (rows[0]?.length ?? 1) - 1 + columnsBeside),
  });
  const tolerance = Number((1e-9 * Math.max(1, Math.abs(sum))).toPrecision(3));
  const conditions = [
    `COUNT(${range})=${numbers}`,
    // Conditions pass over cells that hold an error.
    `ABS(SUMIF(${range},"<9E307")-(${sum}))<=${tolerance}`,
    // The length of texts cannot be taken past an error, and not by every spreadsheet: then it says nothing.
    `IFERROR(SUMPRODUCT(ISTEXT(${range})*LEN(${range}))=${length},TRUE)`,
  ];
  return { numbers, texts, sum, unchanged: `AND(${conditions.join(",")})` };
}
