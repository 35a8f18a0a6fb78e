import type { Table } from "../../base/table";
import { addText, addWord, newDigest } from "./digest";
import { numberRows, type NumberRows } from "./number-rows";

/**
 * A short text that changes when any cell of these tables does, or what the settings mean: over names, positions and values,
 * and over `meaning`. `rowsOf` gives the rows of a table where they are being read for something else as well.
 */
export function fingerprint(
  tables: readonly Table[],
  meaning: string,
  rowsOf: (table: Table) => NumberRows = numberRows,
): string {
  const digest = newDigest();
  for (const table of tables) {
    addText(digest, table.sheet);
    for (const word of [table.top, table.left, table.rows.length, table.rows[0]?.length ?? 0]) addWord(digest, word); // prettier-ignore
    for (const word of rowsOf(table).digest()) addWord(digest, word);
    for (const row of table.hiddenRows) addWord(digest, row);
  }
  addText(digest, meaning);
  return [...digest].map((hash) => (hash >>> 0).toString(16).padStart(8, "0")).join("");
}
