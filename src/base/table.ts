import type { Area } from "./address";

/** What a cell holds. An Excel error is its text ("#DIV/0!"); an empty cell is null. */
export type Cell = number | string | boolean | null;

/** The used cells of one sheet, with where they stand. `rows` are all of the same length. */
export interface Table {
  readonly sheet: string;
  /** Row and column of `rows[0][0]` on the sheet, from zero. */
  readonly top: number;
  readonly left: number;
  readonly rows: readonly (readonly Cell[])[];
  /** Merged areas in sheet coordinates; empty when the host cannot tell. */
  readonly merges: readonly Area[];
  /** Hidden or filtered-out rows, sheet coordinates, ascending. */
  readonly hiddenRows: readonly number[];
}
