import { area, type Area } from "../../base/address";
import type {
  CellStyle,
  ConditionalFormat,
  DocumentCell,
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
  readonly tables: (Area & { name: string })[];
  readonly conditionalFormats: ConditionalFormat[];
  readonly links: DocumentLink[];
  readonly validations: DocumentValidation[];
  readonly widths: number[];
  readonly outlines: number[];
  readonly heights: { row: number; height: number }[];
}

/** One column of a table: its header, its look and its cells. */
export interface TableColumn {
  readonly header: string;
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

/** Puts a table below what is there and says where its body stands (an empty table has one blank row, as Excel wants). */
export function addTable(
  draft: Draft,
  name: string,
  columns: readonly TableColumn[],
  headerHeight = 32,
): Area {
  const top = draft.rows.length;
  const count = Math.max(1, ...columns.map((column) => column.cells.length));
  const right = columns.length - 1;
  const headers = distinctHeaders(columns.map((column) => column.header));
  draft.rows.push(headers);
  for (let i = 0; i < count; i += 1) draft.rows.push(columns.map((column) => column.cells[i] ?? null));
  const body = area(top + 1, 0, top + count, right);
  draft.tables.push({ name, ...area(top, 0, top + count, right) });
  draft.heights.push({ row: top, height: headerHeight });
  addStyle(draft, area(top, 0, top, right), looks.header);
  addStyle(draft, body, looks.body);
  columns.forEach((column, c) => {
    draft.widths[c] = Math.max(draft.widths[c] ?? 0, column.width);
    draft.outlines[c] = Math.max(draft.outlines[c] ?? 0, column.outline ?? 0);
    if (column.style) addStyle(draft, area(body.top, c, body.bottom, c), column.style);
  });
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

export interface Finish {
  readonly kind: SheetKind;
  readonly name: string;
  readonly freeze: { readonly rows: number; readonly columns: number };
}

/** Squares the rows up and adds what all our sheets share. */
export function finish(draft: Draft, { kind, name, freeze }: Finish): SheetDocument {
  const width = Math.max(...draft.rows.map((row) => row.length), 1);
  for (const row of draft.rows) while (row.length < width) row.push(null);
  return {
    kind,
    name,
    rows: draft.rows,
    columns: Array.from({ length: width }, (_, c) => ({
      width: draft.widths[c] ?? 10,
      outline: draft.outlines[c] ?? 0,
    })),
    rowHeights: draft.heights,
    styles: draft.styles,
    tables: draft.tables,
    conditionalFormats: draft.conditionalFormats,
    links: draft.links,
    validations: draft.validations,
    freeze,
    print: { titleTop: headRows, titleBottom: headRows },
    tabColour: colours.header,
  };
}
