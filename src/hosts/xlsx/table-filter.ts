import { format as formatNumber } from "numfmt";
import { styleAt, valueAt, type Book, type BookSheet, type BookTable } from "./book";

/** What a table's filters let through: texts as cells show them, by the header of their column. */
export type TableFilters = ReadonlyMap<string, readonly string[]>;

export function filtersOf(sheet: BookSheet, table: BookTable): TableFilters {
  return new Map(
    [...(table.filters ?? [])].map(([column, texts]) => [
      String(valueAt(sheet, table.top, table.left + column) ?? ""),
      texts,
    ]),
  );
}

/** Sets filters on the columns of these headers and hides the rows that they do not let through. */
export function applyFilters(book: Book, sheet: BookSheet, table: BookTable, filters: TableFilters): void {
  const chosen = new Map<number, readonly string[]>();
  for (let column = table.left; column <= table.right; column += 1) {
    const texts = filters.get(String(valueAt(sheet, table.top, column) ?? ""));
    if (texts) chosen.set(column - table.left, texts);
  }
  if (!chosen.size) return;
  table.filters = chosen;
  for (let row = table.top + 1; row <= table.bottom; row += 1) {
    const hidden = [...chosen].some(
      ([column, texts]) => !texts.includes(shownText(book, sheet, row, table.left + column)),
    );
    if (hidden) sheet.rows.set(row, { ...sheet.rows.get(row), hidden });
  }
}

function shownText(book: Book, sheet: BookSheet, row: number, column: number): string {
  const value = valueAt(sheet, row, column);
  if (typeof value !== "number") return String(value ?? "");
  return formatNumber(styleAt(book, sheet, row, column).numberFormat ?? "General", value, { throws: false });
}
