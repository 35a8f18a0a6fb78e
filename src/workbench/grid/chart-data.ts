import { parseA1 } from "../../base/address";
import type { Book, BookChart, BookSeries, BookSheet } from "../../hosts/xlsx/book";
import { findSheet, valueAt } from "../../hosts/xlsx/book";
import type { ChartAxis } from "../../workbook/document";
import { textAt } from "../model/cells";

/** A series with what its cells hold now. NaN for a cell without a number. */
export interface DrawnSeries extends BookSeries {
  readonly numbers: readonly number[];
  readonly names: readonly string[];
  /** The x values of a scatter. */
  readonly across: readonly number[];
}

/** The series of a chart. Cells in hidden rows and columns are not drawn, as in Excel. */
export function seriesOf(book: Book, chart: BookChart): DrawnSeries[] {
  return chart.series.map((series) => {
    const numberOf = (sheet: BookSheet, row: number, column: number) => {
      const value = valueAt(sheet, row, column);
      return typeof value === "number" ? value : NaN;
    };
    const numbers = read(book, series.values, numberOf);
    const names = read(book, series.against, (sheet, row, column) => textAt(book, sheet, row, column));
    const [name = series.name] = series.nameFrom
      ? read(book, series.nameFrom, (sheet, row, column) => textAt(book, sheet, row, column))
      : [];
    return {
      ...series,
      name,
      numbers,
      names: numbers.map((_, i) => names[i] ?? String(i + 1)),
      across: read(book, series.against, numberOf),
    };
  });
}

function read<T>(
  book: Book,
  reference: string,
  at: (sheet: BookSheet, row: number, column: number) => T,
): T[] {
  const place = parseA1(reference);
  const sheet = place?.sheet ? findSheet(book, place.sheet) : undefined;
  if (!place || !sheet) return [];
  const found: T[] = [];
  for (let row = place.top; row <= place.bottom; row += 1) {
    if (sheet.rows.get(row)?.hidden) continue;
    for (let column = place.left; column <= place.right; column += 1)
      if (!sheet.columns.get(column)?.hidden) found.push(at(sheet, row, column));
  }
  return found;
}

/** An axis: where it begins and ends, and the numbers written along it. */
export interface Scale {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
  /** Share of the way along the axis, 0 to 1; turned round where the axis is. */
  readonly at: (value: number) => number;
}

/** Steps of 1, 2 or 5 times a power of ten, about `count` of them. */
export function scaleOf(values: readonly number[], axis: ChartAxis, count = 5): Scale {
  const present = values.filter(Number.isFinite);
  const least = axis.min ?? Math.min(...present, Infinity);
  const most = axis.max ?? Math.max(...present, -Infinity);
  const from = Number.isFinite(least) ? least : 0;
  const to = Number.isFinite(most) && most > from ? most : from + 1;
  const rough = (to - from) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((each) => each * power >= rough) ?? 10);
  const low = axis.min ?? Math.floor(from / step) * step;
  const high = axis.max ?? Math.ceil(to / step) * step;
  const ticks: number[] = [];
  for (let i = Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i += 1)
    ticks.push(Number((i * step).toPrecision(12)));
  return {
    low,
    high,
    ticks,
    at: (value) => {
      const share = (value - low) / (high - low || 1);
      return axis.reversed ? 1 - share : share;
    },
  };
}

/** The straight line that lies closest to the points; null for fewer than two different ones. */
export function lineThrough(
  x: readonly number[],
  y: readonly number[],
): { readonly intercept: number; readonly slope: number; readonly from: number; readonly to: number } | null {
  const both = x.flatMap((value, i) => (Number.isFinite(value) && Number.isFinite(y[i]) ? [i] : []));
  const meanX = both.reduce((sum, i) => sum + x[i], 0) / both.length;
  const meanY = both.reduce((sum, i) => sum + y[i], 0) / both.length;
  let squares = 0;
  let products = 0;
  for (const i of both) {
    squares += (x[i] - meanX) ** 2;
    products += (x[i] - meanX) * (y[i] - meanY);
  }
  if (!(squares > 0)) return null;
  const slope = products / squares;
  const places = both.map((i) => x[i]);
  return { slope, intercept: meanY - slope * meanX, from: Math.min(...places), to: Math.max(...places) };
}
