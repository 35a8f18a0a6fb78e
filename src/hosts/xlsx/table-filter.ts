import { format as formatNumber } from "numfmt";
import type { Cell } from "../../base/table";
import {
  styleAt,
  valueAt,
  type Book,
  type BookFilter,
  type BookSheet,
  type BookTable,
  type FilterCondition,
} from "./book";

/** A table's filters, by the header of their column. */
export type TableFilters = ReadonlyMap<string, BookFilter>;

/** What files call the comparisons of filters. */
export const operatorNames: Readonly<Record<FilterCondition["operator"], string>> = {
  "=": "equal",
  "<>": "notEqual",
  "<": "lessThan",
  "<=": "lessThanOrEqual",
  ">": "greaterThan",
  ">=": "greaterThanOrEqual",
};

export const comparisons = Object.keys(operatorNames) as FilterCondition["operator"][];

export function filtersOf(sheet: BookSheet, table: BookTable): TableFilters {
  return new Map(
    [...(table.filters ?? [])].map(([column, filter]) => [
      String(valueAt(sheet, table.top, table.left + column) ?? ""),
      filter,
    ]),
  );
}

/** Sets filters on the columns of these headers and hides the rows that they do not let through. */
export function applyFilters(book: Book, sheet: BookSheet, table: BookTable, filters: TableFilters): void {
  const chosen = new Map<number, BookFilter>();
  for (let column = table.left; column <= table.right; column += 1) {
    const filter = filters.get(String(valueAt(sheet, table.top, column) ?? ""));
    if (filter) chosen.set(column - table.left, filter);
  }
  if (!chosen.size) return;
  table.filters = chosen;
  const passes = [...chosen].map(([column, filter]) =>
    passing(book, sheet, table, table.left + column, filter),
  );
  for (let row = table.top + 1; row <= table.bottom; row += 1) {
    const hidden = passes.some((pass) => !pass(row));
    if (hidden) sheet.rows.set(row, { ...sheet.rows.get(row), hidden });
  }
}

function passing(
  book: Book,
  sheet: BookSheet,
  { top, bottom }: BookTable,
  column: number,
  filter: BookFilter,
): (row: number) => boolean {
  const value = (row: number) => valueAt(sheet, row, column);
  switch (filter.kind) {
    case "texts":
      return (row) => filter.texts.includes(shownText(book, sheet, row, column));
    case "conditions": {
      const tests = filter.conditions.map(meeting);
      return (row) => {
        const met = (test: (typeof tests)[number]) => test(value(row), shownText(book, sheet, row, column));
        return filter.every ? tests.every(met) : tests.some(met);
      };
    }
    case "extremes": {
      const numbers: number[] = [];
      for (let row = top + 1; row <= bottom; row += 1) {
        const cell = value(row);
        if (typeof cell === "number") numbers.push(cell);
      }
      numbers.sort((a, b) => (filter.greatest ? b - a : a - b));
      const count = filter.percent
        ? Math.max(1, Math.floor((numbers.length * filter.count) / 100))
        : filter.count;
      const last = numbers[Math.min(count, numbers.length) - 1];
      return (row) => {
        const cell = value(row);
        return typeof cell === "number" && (filter.greatest ? cell >= last : cell <= last);
      };
    }
  }
}

/** Whether a cell meets a condition, as Excel's filters have it: numbers compare with numbers, texts regardless of case. */
function meeting({ operator, value }: FilterCondition): (cell: Cell, shown: string) => boolean {
  const number = value.trim() === "" ? NaN : Number(value);
  if (operator === "=" || operator === "<>") {
    const pattern = patternOf(value.trim());
    return (cell, shown) =>
      ((typeof cell === "number" && cell === number) || pattern.test(shown)) === (operator === "=");
  }
  const holds = (difference: number) =>
    operator === "<" ? difference < 0 : operator === "<=" ? difference <= 0 : operator === ">" ? difference > 0 : difference >= 0; // prettier-ignore
  return (cell) =>
    typeof cell === "number"
      ? holds(cell - number)
      : typeof cell === "string" &&
        Number.isNaN(number) &&
        holds(cell.localeCompare(value, undefined, { sensitivity: "accent" }));
}

/** A text with * and ? for others and ~ before one that is meant itself. */
function patternOf(text: string): RegExp {
  const parts = text.match(/~[*?~]|[^]/gu) ?? [];
  const source = parts.map(
    (part) =>
    part === "*" ? ".*" : part === "?" ? "." : (part.length > 1 && part.startsWith("~") ? part.slice(1) : part).replace(/[.*+?^${}()|[\]\\]/g, "\\$&"), // prettier-ignore
  );
  return new RegExp(`^${source.join("")}$`, "isu");
}

function shownText(book: Book, sheet: BookSheet, row: number, column: number): string {
  const value = valueAt(sheet, row, column);
  if (typeof value !== "number") return String(value ?? "");
  return formatNumber(styleAt(book, sheet, row, column).numberFormat ?? "General", value, { throws: false });
}
