import { area, type Area } from "../../base/address";
import type {
  CellStyle,
  ConditionalFormat,
  DocumentCell,
  DocumentChart,
  DocumentLink,
  DocumentValidation,
  SheetDocument,
  SheetKind,
} from "../document";
import { colours, looks } from "./look";

/** A sheet in the making: blocks are put below one another, then `finish` squares it up. */
export interface Draft {
  readonly rows: DocumentCell[][];
  readonly styles: (Area & { style: CellStyle })[];
  readonly tables: (Area & { name: string; keys: readonly string[] })[];
  readonly conditionalFormats: ConditionalFormat[];
  readonly links: DocumentLink[];
  readonly validations: DocumentValidation[];
  readonly charts: DocumentChart[];
  readonly widths: number[];
  readonly outlines: number[];
  readonly heights: { row: number; height: number }[];
}

/** One column of a table: its header, its look and its cells. */
export interface TableColumn {
  readonly header: string;
  /** What the column holds, whatever the language; formulas of other sheets find it by this. */
  readonly key?: string;
  readonly width: number;
  readonly style?: CellStyle;
  readonly outline?: number;
  readonly cells: readonly DocumentCell[];
}

/** Rows before the first table: title, subtitle, legend. */
export const headRows = 3;

/** A sheet with its title (row 1), its line of method (row 2) and its legend (row 3). */
export function newDraft(title: string, subtitle: string, legend: string): Draft {
  const draft: Draft = {
    rows: [[title], [subtitle], [legend === "" ? null : legend]],
    styles: [],
    tables: [],
    conditionalFormats: [],
    links: [],
    validations: [],
    charts: [],
    widths: [],
    outlines: [],
    heights: [{ row: 0, height: 24 }],
  };
  addStyle(draft, area(0, 0), looks.title);
  addStyle(draft, area(1, 0), looks.subtitle);
  addStyle(draft, area(2, 0), looks.legend);
  return draft;
}

export function addStyle(draft: Draft, place: Area, style: CellStyle): void {
  draft.styles.push({ ...place, style });
}

/** A heading on a row of its own, with a blank row before it. */
export function addSection(draft: Draft, heading: string): void {
  draft.rows.push([], [heading]);
  addStyle(draft, area(draft.rows.length - 1, 0), looks.section);
}

/** Width in characters, a Chinese one counting two. */
export function wide(text: string): number {
  let width = 0;
  for (const letter of text) width += letter > "\u2e7f" ? 2 : 1;
  return width;
}

/** The width that a column of texts asks for, between bounds; the longest few may be cut. */
export function textWidth(cells: readonly DocumentCell[], least: number, most: number): number {
  const widths = cells.map((cell) => (typeof cell === "string" ? wide(cell) : 0)).sort((a, b) => a - b);
  const asked = widths[Math.ceil((widths.length - 1) * 0.98)] ?? 0;
  return Math.min(most, Math.max(least, asked + 2));
}

/** The width of a column of numbers whose header should need no more than three lines. */
export function numberWidth(header: string): number {
  return Math.min(20, Math.max(11, Math.ceil(wide(header) / 3) + 4));
}

/** How many lines a text takes in so many characters. Words do not break, Chinese does before each character that is no punctuation. */
export function linesOf(text: string, room: number): number {
  let count = 1;
  let used = 0;
  for (const word of text.split(/(?<=\s)|(?=[\u2e80-\u2fff\u3005-\ufaff])/)) {
    const width = wide(word);
    if (used > 0 && used + width > room) {
      count += 1;
      used = 0;
    }
    used += width;
    if (used > room) {
      count += Math.ceil(used / room) - 1;
      used = ((used - 1) % room) + 1;
    }
  }
  return count;
}

/** Room for the longest header in its column, a filter button included. */
function headerHeight(columns: readonly TableColumn[], widths: readonly number[]): number {
  const lines = columns.map(({ header }, c) => linesOf(header, Math.max(3, widths[c] - 3)));
  return Math.max(20, Math.min(8, Math.max(...lines)) * 15 + 4);
}

/** Puts a table below what is there and says where its body stands (an empty table has one blank row, as Excel wants). */
export function addTable(draft: Draft, name: string, columns: readonly TableColumn[]): Area {
  const top = draft.rows.length;
  const count = Math.max(1, ...columns.map((column) => column.cells.length));
  const right = columns.length - 1;
  const headers = distinctHeaders(columns.map((column) => column.header));
  draft.rows.push(headers);
  // An empty text is an empty cell, as Excel has it.
  for (let i = 0; i < count; i += 1)
    draft.rows.push(columns.map(({ cells }) => (cells[i] === "" ? null : (cells[i] ?? null))));
  const body = area(top + 1, 0, top + count, right);
  const keys = columns.map(({ key }) => key ?? "");
  draft.tables.push({ name, ...area(top, 0, top + count, right), keys });
  addStyle(draft, area(top, 0, top, right), looks.header);
  addStyle(draft, body, looks.body);
  columns.forEach((column, c) => {
    draft.widths[c] = Math.max(draft.widths[c] ?? 0, column.width);
    draft.outlines[c] = Math.max(draft.outlines[c] ?? 0, column.outline ?? 0);
  });
  // Columns side by side that look the same are one area: fewer calls to Excel.
  for (let from = 0; from <= right;) {
    const look = JSON.stringify(columns[from].style);
    let to = from;
    while (to < right && JSON.stringify(columns[to + 1].style) === look) to += 1;
    const { style } = columns[from];
    if (style) addStyle(draft, area(body.top, from, body.bottom, to), style);
    from = to + 1;
  }
  draft.heights.push({ row: top, height: headerHeight(columns, draft.widths) });
  return body;
}

/** Table headers must differ (Excel does not see case): a repeated one gets a number. */
export function distinctHeaders(headers: readonly string[]): string[] {
  const seen = new Set<string>();
  return headers.map((header) => {
    let distinct = header;
    for (let n = 2; seen.has(distinct.toLowerCase()); n += 1) distinct = `${header} (${n})`;
    seen.add(distinct.toLowerCase());
    return distinct;
  });
}

/** Columns that one landscape page shows in a size that can be read, in characters. */
const readableWidth = 240;

/** How many landscape pages columns need side by side to be read. */
export function pagesWide(columns: readonly { readonly width: number }[]): number {
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  // A little smaller is better than a second page with a column or two.
  return Math.max(1, Math.ceil(width / readableWidth - 0.2));
}

export interface Finish {
  readonly kind: SheetKind;
  readonly name: string;
  /** The last row that is printed, where what follows is for looking up only. */
  readonly lastPrinted?: number;
  /** Columns that stay in view; the header row does too on a sheet with one table. */
  readonly freezeColumns: number;
}

/** Squares the rows up and adds what all our sheets share. */
export function finish(draft: Draft, { kind, name, freezeColumns, lastPrinted }: Finish): SheetDocument {
  const single = draft.tables.length === 1;
  const width = draft.rows.reduce((most, row) => Math.max(most, row.length), 1);
  for (const row of draft.rows) while (row.length < width) row.push(null);
  const columns = Array.from({ length: width }, (_, c) => ({
    width: draft.widths[c] ?? 10,
    outline: draft.outlines[c] ?? 0,
  }));
  // Tables of different widths stand below one another: what is not printed needs no page.
  const printed = lastPrinted === undefined ? width : printedWidth(draft, lastPrinted);
  return {
    kind,
    name,
    rows: draft.rows,
    columns,
    rowHeights: draft.heights,
    styles: draft.styles,
    tables: draft.tables,
    conditionalFormats: draft.conditionalFormats,
    links: draft.links,
    validations: draft.validations,
    charts: draft.charts,
    // Where several tables stand below one another, the first one's header says nothing of the others' columns.
    freeze: { rows: single ? headRows + 1 : 1, columns: freezeColumns },
    print: {
      titleTop: single ? headRows : 0,
      titleBottom: single ? headRows : 0,
      titleColumns: freezeColumns,
      pagesWide: pagesWide(columns.slice(0, printed)),
      ...(lastPrinted !== undefined && { area: area(0, 0, lastPrinted, printed - 1) }),
    },
    tabColour: colours.header,
  };
}

/** How many columns hold something down to a row, charts included. */
function printedWidth({ rows, charts }: Draft, lastPrinted: number): number {
  let width = 1;
  for (const row of rows.slice(0, lastPrinted + 1)) {
    let filled = row.length;
    while (filled > width && (row[filled - 1] ?? null) === null) filled -= 1;
    width = Math.max(width, filled);
  }
  return charts.reduce((most, { place }) => Math.max(most, place.right + 1), width);
}
