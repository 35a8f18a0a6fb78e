import type { Cell, Table } from "../../base/table";
import { readText } from "./cell";
import { isFootnote } from "./measure";

/** Per column the cells of two rows as one text; a blank upper cell repeats its left neighbour's. */
export function joinedTexts(table: Table, upper: number, lower: number): string[] {
  let carried = "";
  return table.rows[lower].map((cell, column) => {
    const above = readText(table.rows[upper][column]);
    if (above !== "") carried = above;
    const below = readText(cell);
    return below === "" || below === carried ? below : `${carried} ${below}`;
  });
}

/** What the cells of a header block say of one column. */
export interface ColumnTexts {
  /** What the column may be called, the fullest first. */
  readonly candidates: readonly string[];
  /** Its own header cells as one text; null when they are blank. */
  readonly label: string | null;
  /** Its own header cells, from the top. */
  readonly parts: readonly string[];
  /** With what stands above in merged or spanning cells. */
  readonly full: string;
  /** Row of its lowest text. */
  readonly row: number;
}

/** The texts of every column of the header rows `top` to `bottom`; `merged` has merged cells filled. */
export function columnTexts(
  table: Table,
  merged: Table,
  rows: readonly (readonly Cell[])[],
  top: number,
  bottom: number,
): ColumnTexts[] {
  const width = rows[top].length;
  const carried: string[][] = [];
  for (let row = top; row <= bottom; row += 1) {
    let last = "";
    carried.push(
      Array.from({ length: width }, (_, column) => {
        const text = readText(merged.rows[row][column]);
        if (text !== "") last = text;
        return text || last;
      }),
    );
  }
  const lowest = (column: number) => {
    for (let row = bottom; row > top; row -= 1) if (readText(rows[row][column]) !== "") return row;
    return top;
  };
  /** An upper cell that heads more than its own column says nothing of one. */
  const headsMore = (row: number, column: number) => {
    const spans = table.merges.find((area) => area.top - table.top <= row && area.bottom - table.top >= row && area.left - table.left === column); // prettier-ignore
    for (let next = column + 1; next < width; next += 1) {
      if (spans ? next > spans.right - table.left : readText(rows[row][next]) !== "") return false;
      for (let below = row + 1; below <= bottom; below += 1) {
        const text = readText(rows[below][next]);
        if (text !== "" && !isFootnote(text)) return true;
      }
    }
    return false;
  };
  return Array.from({ length: width }, (_, column) => {
    const row = lowest(column);
    const own: { text: string; row: number }[] = [];
    const all: string[] = [];
    for (let r = top; r <= bottom; r += 1) {
      const text = readText(rows[r][column]);
      if (text !== "" && !(isFootnote(text) && r > top)) own.push({ text, row: r });
      const spanned = text || (r < row ? carried[r - top][column] : "");
      if (spanned !== "" && spanned !== all[all.length - 1] && !(isFootnote(spanned) && r > top))
        all.push(spanned);
    }
    const alone = own
      .filter((each) => each.row === row || !headsMore(each.row, column))
      .map(({ text }) => text);
    const suffixes = all.map((__, i) => all.slice(i).join(" "));
    // Parts of its own header that follow one another, the longest first.
    const joins = alone.flatMap((__, less) =>
      Array.from({ length: less + 1 }, (___, i) => alone.slice(i, i + alone.length - less).join(" ")),
    );
    const label = alone.join(" ");
    return {
      candidates:
        own.length === 0
          ? []
          : [...suffixes.slice(0, -1), ...joins.slice(0, -alone.length), ...[...alone].reverse()],
      label: label === "" ? null : label,
      parts: alone,
      full: all.join(" "),
      row,
    };
  });
}
