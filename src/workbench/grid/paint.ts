import type { Area } from "../../base/address";
import { columnName } from "../../base/address";
import type { Book, BookChart, BookSheet } from "../../hosts/xlsx/book";
import { cellKey, styleAt, valueAt } from "../../hosts/xlsx/book";
import { textAt } from "../model/cells";
import { intersection } from "../model/place";
import { element } from "../page/element";
import { chartSvg } from "./chart-svg";
import type { Geometry } from "./geometry";
import { boxOf, textWidth } from "./geometry";
import type { BoundsCache } from "./looks";
import { lookOf } from "./looks";

export interface Scene {
  readonly book: Book;
  readonly sheet: BookSheet;
  readonly geometry: Geometry;
  readonly dark: boolean;
  readonly bounds: BoundsCache;
  /** Charts as they are drawn already. */
  readonly pictures: Map<BookChart, SVGElement>;
}
/** A part of the grid on the screen: its cells, and where their coordinates begin. */
export interface Part {
  readonly area: Area;
  readonly offsetLeft: number;
  readonly offsetTop: number;
}

const isEmpty = (sheet: BookSheet, row: number, column: number) => {
  const value = valueAt(sheet, row, column);
  return (value === null || value === undefined || value === "") && !sheet.formulas.has(cellKey(row, column));
};

/** How many columns back a text may begin that runs into view. */
const longestRun = 12;

/** Draws the cells of one part. Merged areas are drawn once, texts run on over empty neighbours, as in Excel. */
export function paintCells(layer: HTMLElement, scene: Scene, part: Part): void {
  const { sheet } = scene;
  const { area } = part;
  const merged = sheet.merges.filter((each) => intersection(each, area));
  const covered = new Set<number>();
  for (const { top, left, bottom, right } of merged) {
    for (let row = Math.max(top, area.top); row <= Math.min(bottom, area.bottom); row += 1)
      for (let column = Math.max(left, area.left); column <= Math.min(right, area.right); column += 1)
        covered.add(cellKey(row, column));
  }
  const cells: HTMLElement[] = [];
  const { rows, columns } = scene.geometry;
  for (let row = area.top; row <= area.bottom; row += 1) {
    if (rows[row + 1] === rows[row]) continue;
    for (let column = firstColumn(sheet, row, area.left); column <= area.right; column += 1) {
      if (columns[column + 1] === columns[column] || covered.has(cellKey(row, column))) continue;
      cells.push(paintCell(scene, part, { top: row, bottom: row, left: column, right: column }, true));
    }
  }
  for (const each of merged) cells.push(paintCell(scene, part, each, false));
  layer.replaceChildren(...cells, ...paintCharts(scene, part));
}

/** The charts that stand in a part; each is drawn once for a scene and shown again at every scroll. */
function paintCharts(scene: Scene, { area, offsetLeft, offsetTop }: Part): HTMLElement[] {
  const { rows, columns, rowCount, columnCount } = scene.geometry;
  const edge = (edges: Float64Array, at: number, last: number, points: number) =>
    edges[Math.min(at, last)] + Math.round((points * 4) / 3);
  return scene.sheet.charts.flatMap((chart) => {
    const left = edge(columns, chart.from.column, columnCount, chart.from.right);
    const top = edge(rows, chart.from.row, rowCount, chart.from.down);
    const width = edge(columns, chart.to.column, columnCount, chart.to.right) - left;
    const height = edge(rows, chart.to.row, rowCount, chart.to.down) - top;
    const inView =
      left < columns[area.right + 1] &&
      left + width > columns[area.left] &&
      top < rows[area.bottom + 1] &&
      top + height > rows[area.top];
    if (!inView || width < 1 || height < 1) return [];
    let picture = scene.pictures.get(chart);
    if (!picture) {
      picture = chartSvg(scene.book, chart, width, height);
      scene.pictures.set(chart, picture);
    }
    const style = `left:${left - offsetLeft}px;top:${top - offsetTop}px;width:${width}px;height:${height}px`;
    return [element("div", { class: "chart", style }, picture.cloneNode(true))];
  });
}

/** A text that begins left of the part may run into it. */
function firstColumn(sheet: BookSheet, row: number, left: number): number {
  if (left === 0 || !isEmpty(sheet, row, left)) return left;
  for (let column = left - 1; column >= Math.max(0, left - longestRun); column -= 1) {
    if (!isEmpty(sheet, row, column)) return typeof valueAt(sheet, row, column) === "string" ? column : left;
  }
  return left;
}

function paintCell(scene: Scene, part: Part, area: Area, mayRun: boolean): HTMLElement {
  const { book, sheet, geometry, dark, bounds } = scene;
  const { top: row, left: column } = area;
  const value = valueAt(sheet, row, column);
  const style = styleAt(book, sheet, row, column);
  const look = lookOf(sheet, style, { row, column, value }, bounds, dark);
  const box = boxOf(geometry, area);
  let text = textAt(book, sheet, row, column);
  if (!text && sheet.formulas.has(cellKey(row, column))) text = sheet.formulas.get(cellKey(row, column))!;
  const size = ((style.size ?? 11) * 4) / 3;
  let { width } = box;
  let runs = false;
  if (text && !style.wrap && mayRun) {
    const needed = textWidth(text, size, style.bold) + 8;
    if (typeof value === "number" && needed > width + 6)
      text = "#".repeat(Math.max(1, Math.floor(width / 8)));
    if (typeof value === "string" && (style.align ?? "left") === "left" && needed > width) {
      for (let next = column + 1; width < needed && next < geometry.columnCount; next += 1) {
        if (!isEmpty(sheet, row, next)) break;
        width = geometry.columns[next + 1] - box.left;
        runs = true;
      }
    }
  }
  const cell = element("div", {
    class: runs ? "cell runs" : "cell",
    style: `left:${box.left - part.offsetLeft}px;top:${box.top - part.offsetTop}px;width:${width}px;height:${box.height}px;${look.css}`,
  });
  if (look.bar) {
    const share = (look.bar.share * 100).toFixed(1);
    cell.append(element("span", { class: "bar", style: `width:${share}%;background:${look.bar.colour}` }));
  }
  if (text) cell.append(element("span", { class: "text" }, text));
  return cell;
}

/** Draws the letters above the columns or the numbers beside the rows. */
export function paintHeaders(
  layer: HTMLElement,
  geometry: Geometry,
  axis: "row" | "column",
  lines: { readonly from: number; readonly to: number; readonly offset: number },
  selected: { readonly from: number; readonly to: number },
): void {
  const edges = axis === "row" ? geometry.rows : geometry.columns;
  const heads: HTMLElement[] = [];
  for (let line = lines.from; line <= lines.to; line += 1) {
    const size = edges[line + 1] - edges[line];
    if (!size) continue;
    const place = edges[line] - lines.offset;
    const css = axis === "row" ? `top:${place}px;height:${size}px` : `left:${place}px;width:${size}px`;
    const isSelected = line >= selected.from && line <= selected.to;
    heads.push(
      element(
        "div",
        { class: isSelected ? "head selected" : "head", style: css },
        axis === "row" ? String(line + 1) : columnName(line),
      ),
    );
  }
  layer.replaceChildren(...heads);
}
