import type { BookSheet } from "../../hosts/xlsx/book";
import { usedArea, valueAt } from "../../hosts/xlsx/book";

interface Place {
  readonly row: number;
  readonly column: number;
}

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Where a key leads from a cell, as in Excel; null for a key that does not move. */
export function steppedTo(event: KeyboardEvent, from: Place, sheet: BookSheet, page: number): Place | null {
  const { row, column } = from;
  const used = usedArea(sheet);
  const control = event.ctrlKey || event.metaKey;
  const arrow = arrows[event.key];
  if (arrow) return control ? edge(sheet, from, arrow) : visible(sheet, from, arrow);
  switch (event.key) {
    case "Enter":
      return visible(sheet, from, [event.shiftKey ? -1 : 1, 0]);
    case "Tab":
      return visible(sheet, from, [0, event.shiftKey ? -1 : 1]);
    case "PageDown":
      return { row: row + page, column };
    case "PageUp":
      return { row: row - page, column };
    case "Home":
      return { row: control ? 0 : row, column: 0 };
    case "End":
      return control
        ? { row: used?.bottom ?? 0, column: used?.right ?? 0 }
        : { row, column: used?.right ?? 0 };
    default:
      return null;
  }
}

/** One step on, past hidden lines. */
function visible(sheet: BookSheet, from: Place, [rows, columns]: readonly [number, number]): Place {
  let { row, column } = from;
  do {
    row += rows;
    column += columns;
  } while ((rows && sheet.rows.get(row)?.hidden) || (columns && sheet.columns.get(column)?.hidden));
  return { row, column };
}

/** To the end of the filled or the empty cells, whichever the cell is among. */
function edge(sheet: BookSheet, from: Place, [rows, columns]: readonly [number, number]): Place {
  const used = usedArea(sheet);
  const filled = (row: number, column: number) => (valueAt(sheet, row, column) ?? "") !== "";
  const inside = (row: number, column: number) =>
    row >= 0 && column >= 0 && row <= (used?.bottom ?? 0) && column <= (used?.right ?? 0);
  let { row, column } = from;
  const among = filled(row, column) && filled(row + rows, column + columns);
  while (inside(row + rows, column + columns)) {
    if (among && !filled(row + rows, column + columns)) break;
    row += rows;
    column += columns;
    if (!among && filled(row, column)) break;
  }
  return { row, column };
}
