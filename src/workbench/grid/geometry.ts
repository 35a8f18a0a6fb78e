import type { Area } from "../../base/address";
import type { BookSheet } from "../../hosts/xlsx/book";
import { maxColumns, maxRows, usedArea } from "../../hosts/xlsx/book";
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

export function measure(sheet: BookSheet): Geometry {
  const used = usedArea(sheet);
  const rowCount = Math.min(maxRows, Math.max(used?.bottom ?? 0, sheet.styles.length) + moreRows);
  const columnCount = Math.min(maxColumns, (used?.right ?? 0) + moreColumns);
  const edges = (count: number, size: (index: number) => number) => {
    const found = new Float64Array(count + 1);
    for (let index = 0; index < count; index += 1) found[index + 1] = found[index] + size(index);
    return found;
  };
  return {
    rowCount,
    columnCount,
    rows: edges(rowCount, (row) => {
      const line = sheet.rows.get(row);
      return line?.hidden ? 0 : pixelsOf(line?.height ?? standardHeight);
    }),
    columns: edges(columnCount, (column) => {
      const line = sheet.columns.get(column);
      return line?.hidden ? 0 : columnPixels(line?.width ?? standardWidth);
    }),
  };
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
