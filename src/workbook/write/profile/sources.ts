import type { Texts } from "../../../messages/say";
import type { SheetContext } from "../context";
import type { Draft } from "../draft";
import type { TableCells } from "../table-cells";

/** What the blocks of a profile are written from. */
export interface ProfileSources {
  readonly context: SheetContext;
  readonly words: Texts["profile"];
  readonly draft: Draft;
  /** The unit whose figures the cells hold as written. */
  readonly unit: number;
  readonly scores: TableCells;
  readonly tiers: TableCells;
  readonly means: TableCells;
  readonly weights: TableCells;
  /** Address of the chosen unit's place on Scores, 1 for the first row. */
  readonly place: string;
  /** The unit's value in a column of Scores, as a formula without "=". */
  readonly own: (key: string) => string;
  /** The column of groups that the unit is compared inside; null when there is none. */
  readonly column: string | null;
}
