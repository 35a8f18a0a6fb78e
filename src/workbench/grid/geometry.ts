import { maxColumns, maxRows, type Area } from "../../base/address";
import type { Book, BookSheet } from "../../hosts/xlsx/book";
import { usedArea } from "../../hosts/xlsx/book";
import { standardHeight, standardWidth } from "../model/format";

/** Where rows and columns stand, in pixels: `edges[i]` is the near edge of line i, hidden lines have no size. */
export interface Geometry {
  readonly rows: Float64Array;
  readonly columns: Float64Array;
  readonly rowCount: number;
  readonly columnCount: number;
}

export const headerHeight = 22;
const pixelsOf = (points: number) => Math.round((points * 4) / 3);
const columnPixels = (characters: number) => Math.round(characters * 7) + 5;

/** The grid goes on for a screen or two past what is used. */
const moreRows = 120;
const moreColumns = 26;

const pen = document.createElement("canvas").getContext("2d");
const widths = new Map<string, number>();

/** How wide a text is in the sheet's type, in pixels. */
export function textWidth(text: string, size: number, bold = false): number {
  const font = `${bold ? "600 " : ""}${size}px "Sheet", "Sheet stand-in", sans-serif`;
  const key = `${font}|${text}`;
  let width = widths.get(key);
  if (width === undefined && pen) {
    // What was measured long ago is measured again rather than kept for ever.
    if (widths.size > 50000) widths.clear();
    pen.font = font;
    width = pen.measureText(text).width;
    widths.set(key, width);
  }
  return width ?? text.length * size * 0.53;
}

/** Rows without a height of their own are as high as their largest type and their wrapped texts need, as in Excel. */
function neededHeight(
  book: Book,
  sheet: BookSheet,
  row: number,
  columnWidth: (column: number) => number,
): number {
  const styles = sheet.styles[row];
  let height = pixelsOf(standardHeight);
  for (let column = 0; styles && column < styles.length; column += 1) {
    const style = book.styles[styles[column] ?? 0];
    if (!style.wrap && (style.size ?? 11) <= 11) continue;
    const value = sheet.values[row]?.[column];
    if (value === null || value === undefined || value === "") continue;
    const size = ((style.size ?? 11) * 4) / 3;
    const lines =
      style.wrap && typeof value === "string" ? linesOf(value, size, style.bold, columnWidth(column) - 7) : 1;
    height = Math.max(height, Math.ceil(lines * size * 1.28) + 2);
  }
  return Math.min(height, 545);
}

function linesOf(text: string, size: number, bold: boolean | undefined, width: number): number {
  return text
    .split("\n")
    .reduce(
      (sum, line) =>
        sum + Math.max(1, Math.ceil((textWidth(line, size, bold) * 1.04) / Math.max(width, size))),
      0,
    );
}

export function measure(book: Book, sheet: BookSheet): Geometry {
  const used = usedArea(sheet);
  const rowCount = Math.min(maxRows, Math.max(used?.bottom ?? 0, sheet.styles.length) + moreRows);
  const columnCount = Math.min(maxColumns, (used?.right ?? 0) + moreColumns);
  const edges = (count: number, size: (index: number) => number) => {
    const found = new Float64Array(count + 1);
    for (let index = 0; index < count; index += 1) found[index + 1] = found[index] + size(index);
    return found;
  };
  const columns = edges(columnCount, (column) => {
    const line = sheet.columns.get(column);
    return line?.hidden ? 0 : columnPixels(line?.width ?? standardWidth);
  });
  const columnWidth = (column: number) => columns[column + 1] - columns[column] || 0;
  const rows = edges(rowCount, (row) => {
    const line = sheet.rows.get(row);
    if (line?.hidden) return 0;
    return line?.height === undefined ? neededHeight(book, sheet, row, columnWidth) : pixelsOf(line.height);
  });
  return { rowCount, columnCount, rows, columns };
}

/** Room for the row numbers. */
export function gutterWidth({ rowCount }: Geometry): number {
  return 16 + 8 * String(rowCount).length;
}

/** The line that a pixel falls on. */
export function lineAt(edges: Float64Array, pixel: number): number {
  let low = 0;
  let high = edges.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (edges[middle] <= pixel) low = middle;
    else high = middle - 1;
  }
  return low;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}
export function boxOf({ rows, columns, rowCount, columnCount }: Geometry, area: Area): Box {
  const left = columns[Math.min(area.left, columnCount)];
  const top = rows[Math.min(area.top, rowCount)];
  return {
    left,
    top,
    width: columns[Math.min(area.right + 1, columnCount)] - left,
    height: rows[Math.min(area.bottom + 1, rowCount)] - top,
  };
}
