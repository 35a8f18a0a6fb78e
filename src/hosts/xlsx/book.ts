import { maxColumns, type Area } from "../../base/address";
import type { Cell } from "../../base/table";
import type {
  CellStyle,
  ChartAxis,
  ChartKind,
  ConditionalFormat,
  DocumentChart,
} from "../../workbook/document";

/** The workbook in memory: what a file holds, what the workbench shows. Everything is mutable, in place. */
export interface Book {
  sheets: BookSheet[];
  /** Index of the sheet in view. */
  active: number;
  /** Index 0 is the default style. Interned: use `styleIndex`. With a source, the first ones are its cell formats, in order. */
  styles: BookStyle[];
  /** Names of workbook scope. */
  names: BookName[];
  /** The package that the book was read from; what we do not model is kept in it byte for byte. Null for a new book. */
  source: Readonly<Record<string, Uint8Array>> | null;
}

export type BookStyle = CellStyle & {
  readonly underline?: boolean;
  readonly font?: string;
  /** The cell format of the source that this look came from, when that holds more than is modelled (borders, patterns). */
  readonly base?: number;
};

export interface BookName {
  name: string;
  /** With "=", locale-independent. */
  formula: string;
  visible: boolean;
}

/** What a column's filter lets through. */
export type BookFilter =
  /** Cells that show one of these texts. */
  | { readonly kind: "texts"; readonly texts: readonly string[] }
  /** Cells that meet one condition, or `every` one. */
  | { readonly kind: "conditions"; readonly every: boolean; readonly conditions: readonly FilterCondition[] }
  /** So many (or so many percent) of the greatest numbers, or of the least. */
  | {
      readonly kind: "extremes";
      readonly greatest: boolean;
      readonly percent: boolean;
      readonly count: number;
    };

/** A comparison with a number, or with a text in which * and ? stand for others. */
export interface FilterCondition {
  readonly operator: "=" | "<>" | "<" | "<=" | ">" | ">=";
  readonly value: string;
}

export interface BookTable extends Area {
  name: string;
  style: string;
  showFilter: boolean;
  showBandedRows: boolean;
  /** By the column's place in the table; filters by colour, icon and date are not modelled. */
  filters?: ReadonlyMap<number, BookFilter>;
  /** The part of the source that the table was read from, as long as nothing of it has changed. */
  part?: string;
}

export interface BookValidation extends Area {
  /** The values to choose from; or where they stand, as in "Scores!$B$5:$B$9". */
  options: string[] | string;
  strict: boolean;
}

export interface BookLink {
  row: number;
  column: number;
  /** "Scores!A1" inside the workbook, or an address of the web. */
  reference?: string;
  address?: string;
}

export interface BookSeries {
  /** What it is called; with `nameFrom`, as the cell last said. */
  name: string;
  /** "Profile!$B$2" when the name stands in a cell. */
  nameFrom?: string;
  /** "Scores!$F$5:$F$55". */
  values: string;
  /** Names of the categories, or the x values of a scatter; empty for 1, 2, 3, … */
  against: string;
  colour: string;
  pointColours: (string | undefined)[];
  trendLine: boolean;
}

/** A corner of a chart: a cell and how far inside it, in points. */
export interface ChartCorner {
  row: number;
  column: number;
  right: number;
  down: number;
}

/** A chart of the kinds that documents know. Others stay in the package untouched. */
export interface BookChart {
  readonly id: string;
  name: string;
  kind: ChartKind;
  title: string;
  description: string;
  from: ChartCorner;
  to: ChartCorner;
  series: BookSeries[];
  valueAxis: ChartAxis;
  categoryAxis: ChartAxis;
  /** Number format of the labels; undefined for none. */
  labels?: string;
  legend: DocumentChart["legend"];
  /** The part that it was read from: looks that are not modelled are kept there. Null for a chart made since. */
  part: string | null;
  /** Whether something of it is not as its part has it. */
  changed: boolean;
}

export interface BookColumn {
  /** In characters of the default font. */
  width?: number;
  hidden?: boolean;
  outline?: number;
  /** Style of the cells that hold nothing. */
  style?: number;
}

export interface BookRow {
  /** In points. */
  height?: number;
  hidden?: boolean;
  outline?: number;
  style?: number;
}

export interface BookPrint {
  orientation: "portrait" | "landscape";
  /** Whether pages are scaled so that all columns fit on one (or `pagesWide`). */
  fitToWidth: boolean;
  pagesWide?: number;
  /** Rows repeated on each page, from zero; -1 for none. */
  titleTop: number;
  titleBottom: number;
  /** How many columns from the left are repeated on each page. */
  titleColumns?: number;
  /** What is printed; everything when left out. */
  area?: Area;
}

export interface BookSheet {
  /** Stable for the sheet's life, as Excel's `{…}` ids are. */
  readonly id: string;
  name: string;
  visibility: "Visible" | "Hidden" | "VeryHidden";
  /** Row by row, ragged; absent and null are empty. For a formula, its last known value. */
  values: Cell[][];
  /** By `cellKey`; with "=". */
  formulas: Map<number, string>;
  /** Row by row, ragged: index into `Book.styles`; absent is 0. */
  styles: number[][];
  columns: Map<number, BookColumn>;
  rows: Map<number, BookRow>;
  merges: Area[];
  tables: BookTable[];
  conditionalFormats: ConditionalFormat[];
  validations: BookValidation[];
  links: BookLink[];
  charts: BookChart[];
  /** Names of sheet scope; our mark is one of them. */
  names: BookName[];
  freeze: { rows: number; columns: number };
  print: BookPrint | null;
  tabColour: string | null;
  /** The part of `Book.source` that the sheet was read from; null for a sheet made since. */
  part: string | null;
  /** What of a sheet with a part has changed since it was read: single cells, or so much that it is written anew. */
  edited: Set<number>;
  rewritten: boolean;
}

export function cellKey(row: number, column: number): number {
  return row * maxColumns + column;
}

export function newBook(): Book {
  return { sheets: [], active: 0, styles: [{}], names: [], source: null };
}

/** Whether Excel takes this as a sheet's name. */
export function isSheetName(name: string): boolean {
  return (
    name.length > 0 &&
    name.length <= 31 &&
    !/[\\/?*[\]:]/.test(name) &&
    !name.startsWith("'") &&
    !name.endsWith("'") &&
    name.toLowerCase() !== "history"
  );
}

export function findSheet(book: Book, nameOrId: string): BookSheet | undefined {
  const key = nameOrId.toLowerCase();
  return book.sheets.find((sheet) => sheet.id === nameOrId || sheet.name.toLowerCase() === key);
}

let sheetCount = 0;
let chartCount = 0;

/** Adds a chart without series to a sheet; it covers the cells of an area. */
export function addChart(sheet: BookSheet, name: string, kind: ChartKind, place: Area): BookChart {
  chartCount += 1;
  const chart: BookChart = {
    id: `{00000000-0002-0000-${chartCount.toString(16).padStart(4, "0").toUpperCase()}-000000000000}`,
    name,
    kind,
    title: "",
    description: "",
    ...cornersOf(place),
    series: [],
    valueAxis: {},
    categoryAxis: {},
    legend: "none",
    part: null,
    changed: true,
  };
  sheet.charts.push(chart);
  if (sheet.part) sheet.rewritten = true;
  return chart;
}

/** From the first cell's near corner to the last one's far corner. */
export function cornersOf({ top, left, bottom, right }: Area): Pick<BookChart, "from" | "to"> {
  return {
    from: { row: top, column: left, right: 0, down: 0 },
    to: { row: bottom + 1, column: right + 1, right: 0, down: 0 },
  };
}

export function addSheet(book: Book, name: string): BookSheet {
  sheetCount += 1;
  const sheet: BookSheet = {
    id: `{00000000-0001-0000-${sheetCount.toString(16).padStart(4, "0").toUpperCase()}-000000000000}`,
    name,
    visibility: "Visible",
    values: [],
    formulas: new Map(),
    styles: [],
    columns: new Map(),
    rows: new Map(),
    merges: [],
    tables: [],
    conditionalFormats: [],
    validations: [],
    links: [],
    charts: [],
    names: [],
    freeze: { rows: 0, columns: 0 },
    print: null,
    tabColour: null,
    part: null,
    edited: new Set(),
    rewritten: false,
  };
  book.sheets.push(sheet);
  return sheet;
}

/** Puts a sheet in another place among the tabs; the one in view stays in view. */
export function moveSheet(book: Book, sheet: BookSheet, place: number): void {
  const inView = book.sheets[book.active];
  book.sheets.splice(book.sheets.indexOf(sheet), 1);
  book.sheets.splice(place, 0, sheet);
  book.active = book.sheets.indexOf(inView);
}

export function valueAt(sheet: BookSheet, row: number, column: number): Cell {
  return sheet.values[row]?.[column] ?? null;
}

/** Sets a value and drops a formula that stood there. */
export function setValue(sheet: BookSheet, row: number, column: number, value: Cell): void {
  const cells = (sheet.values[row] ??= []);
  cells[column] = value;
  sheet.formulas.delete(cellKey(row, column));
  if (sheet.part) sheet.edited.add(cellKey(row, column));
}

export function setFormula(
  sheet: BookSheet,
  row: number,
  column: number,
  formula: string,
  value: Cell = null,
): void {
  setValue(sheet, row, column, value);
  sheet.formulas.set(cellKey(row, column), formula);
}

/** The smallest area from the first to the last cell that holds something; null for an empty sheet. */
export function usedArea(sheet: BookSheet): Area | null {
  let top = -1;
  let bottom = -1;
  let left = maxColumns;
  let right = -1;
  sheet.values.forEach((cells, row) => {
    for (let column = 0; column < cells.length; column += 1) {
      if (cells[column] === null || cells[column] === undefined || cells[column] === "") {
        if (!sheet.formulas.size || !sheet.formulas.has(cellKey(row, column))) continue;
      }
      if (top < 0) top = row;
      bottom = row;
      if (column < left) left = column;
      if (column > right) right = column;
    }
  });
  return top < 0 ? null : { top, left, bottom, right };
}

/** The index of a style in the book, added when new. */
export function styleIndex(book: Book, style: BookStyle): number {
  const key = JSON.stringify(style, Object.keys(style).sort());
  let known = interned.get(book);
  if (!known || known.size > book.styles.length) {
    known = new Map(
      book.styles.map((each, index) => [JSON.stringify(each, Object.keys(each).sort()), index]),
    );
    interned.set(book, known);
  }
  let index = known.get(key);
  if (index === undefined) {
    index = book.styles.push(style) - 1;
    known.set(key, index);
  }
  return index;
}
const interned = new WeakMap<Book, Map<string, number>>();

export function styleAt(book: Book, sheet: BookSheet, row: number, column: number): BookStyle {
  return book.styles[sheet.styles[row]?.[column] ?? 0];
}

/** Lays a style over what each cell of an area has. */
export function addStyle(book: Book, sheet: BookSheet, area: Area, style: BookStyle): void {
  const merged = new Map<number, number>();
  for (let row = area.top; row <= area.bottom; row += 1) {
    const styles = (sheet.styles[row] ??= []);
    for (let column = area.left; column <= area.right; column += 1) {
      const before = styles[column] ?? 0;
      let after = merged.get(before);
      if (after === undefined) {
        after = styleIndex(book, { ...book.styles[before], ...style });
        merged.set(before, after);
      }
      styles[column] = after;
    }
  }
  if (sheet.part) sheet.rewritten = true;
}
