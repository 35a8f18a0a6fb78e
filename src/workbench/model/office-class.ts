import type { Area } from "../../base/address";
import type { Book, BookChart, BookName, BookSeries, BookSheet, BookTable } from "../../hosts/xlsx/book";
import type { ConditionalFormat } from "../../workbook/document";
import type { Excel } from "./excel";

/** A rectangle on a sheet: what Excel calls a Range. */
export interface RangeTarget {
  readonly sheet: BookSheet;
  readonly area: Area;
}
export interface AreasTarget {
  readonly sheet: BookSheet;
  readonly areas: readonly Area[];
}
/** Names live in a workbook or on a sheet; a null sheet is the workbook. */
export interface NamesTarget {
  readonly sheet: BookSheet | null;
}
export interface NameTarget extends NamesTarget {
  readonly name: BookName;
}
export interface TableTarget {
  readonly sheet: BookSheet;
  readonly table: BookTable;
}
export interface ColumnTarget extends TableTarget {
  readonly index: number;
}
/** A conditional format as its properties arrive one by one: its kind is known only when its rule is. */
export interface FormatDraft {
  readonly sheet: BookSheet;
  readonly area: Area;
  readonly id: string;
  readonly type: "DataBar" | "ColorScale" | "CellValue";
  readonly parts: { fill: string; colour: string; text: string | null };
  placed: ConditionalFormat | null;
}
export interface ChartTarget {
  readonly sheet: BookSheet;
  readonly chart: BookChart;
}
export interface SeriesTarget extends ChartTarget {
  readonly series: BookSeries;
}
export interface PointTarget extends SeriesTarget {
  readonly index: number;
}
export interface AxisTarget extends ChartTarget {
  readonly axis: "categoryAxis" | "valueAxis";
}
export interface BorderTarget extends AreasTarget {
  readonly side: string;
}

/** What each Office class of the model stands on. */
export interface Targets {
  Workbook: Book;
  Application: Book;
  Runtime: Book;
  WorksheetCollection: Book;
  Worksheet: BookSheet;
  Range: RangeTarget;
  RangeView: RangeTarget;
  RangeAreas: AreasTarget;
  RangeCollection: AreasTarget;
  RangeFormat: AreasTarget;
  RangeFill: AreasTarget;
  RangeFont: AreasTarget;
  RangeBorderCollection: AreasTarget;
  RangeBorder: BorderTarget;
  NamedItemCollection: NamesTarget;
  NamedItem: NameTarget;
  TableCollection: NamesTarget;
  TableScopedCollection: RangeTarget;
  Table: TableTarget;
  TableColumnCollection: TableTarget;
  TableColumn: ColumnTarget;
  Filter: ColumnTarget;
  ConditionalFormatCollection: RangeTarget;
  ConditionalFormat: FormatDraft;
  DataBarConditionalFormat: FormatDraft;
  ConditionalDataBarPositiveFormat: FormatDraft;
  ColorScaleConditionalFormat: FormatDraft;
  CellValueConditionalFormat: FormatDraft;
  ConditionalRangeFormat: FormatDraft;
  ConditionalRangeFill: FormatDraft;
  ConditionalRangeFont: FormatDraft;
  WorksheetFreezePanes: BookSheet;
  ChartCollection: BookSheet;
  Chart: ChartTarget;
  ChartTitle: ChartTarget;
  ChartTitleFormat: ChartTarget;
  ChartFont: ChartTarget;
  ChartSeriesCollection: ChartTarget;
  ChartSeries: SeriesTarget;
  ChartSeriesFormat: SeriesTarget;
  ChartFill: SeriesTarget;
  ChartLineFormat: SeriesTarget;
  ChartPointsCollection: SeriesTarget;
  ChartPoint: PointTarget;
  ChartPointFormat: PointTarget;
  ChartPointFill: PointTarget;
  ChartDataLabels: SeriesTarget;
  ChartTrendlineCollection: SeriesTarget;
  ChartTrendline: SeriesTarget;
  ChartTrendlineFormat: SeriesTarget;
  ChartQuietLine: SeriesTarget;
  ChartLegend: ChartTarget;
  ChartAxes: ChartTarget;
  ChartAxis: AxisTarget;
  ChartAxisTitle: AxisTarget;
  ChartGridlines: AxisTarget;
  ChartGridlinesFormat: AxisTarget;
  ChartGridLine: AxisTarget;
  PageLayout: BookSheet;
  HeaderFooterGroup: BookSheet;
  HeaderFooter: BookSheet;
  DataValidation: RangeTarget;
  /** A workbook that an add-in made of a file's bytes and has not opened yet. */
  WorkbookCreated: { readonly base64: string };
  "Microsoft.AppRuntime.AppRuntimeService": null;
  "Microsoft.InternalService.AddinInternalService": null;
  "Microsoft.ExcelServices.CustomFunctions": null;
}
export type Kind = keyof Targets;

/** One object of Excel's as the library sees it. `NullObject` is what "…OrNullObject" gives when there is none. */
export type Thing = { readonly [K in Kind]: { readonly kind: K; readonly of: Targets[K] } }[Kind];
export const nullObject = { kind: "NullObject" } as const;
export type Answer = Thing | typeof nullObject;

export function thing<K extends Kind>(kind: K, of: Targets[K]): Thing {
  return { kind, of } as Thing;
}

/** One Office class as a table of its members, by their names on the wire. A member that is not here does not exist. */
export interface OfficeClass<T> {
  /** What the library keeps as the object's id. */
  readonly id?: (of: T) => string;
  /** Ranges are kept by reference across requests. */
  readonly kept?: boolean;
  readonly get?: Readonly<Record<string, (of: T, excel: Excel) => unknown>>;
  readonly set?: Readonly<Record<string, (of: T, value: unknown, excel: Excel) => void>>;
  readonly nav?: Readonly<Record<string, (of: T, excel: Excel) => Thing>>;
  /** Methods: a Thing or `nullObject` for an object, anything else for a value. */
  readonly call?: Readonly<Record<string, (of: T, args: readonly unknown[], excel: Excel) => unknown>>;
  readonly items?: (of: T, excel: Excel) => readonly Thing[];
  readonly item?: (of: T, key: unknown, excel: Excel) => Thing;
}
export type Model = { readonly [K in Kind]: OfficeClass<Targets[K]> };

/** An error as Excel answers it. */
export class OfficeError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status = 400,
  ) {
    super(message);
  }
}
export const notFound = () => new OfficeError("ItemNotFound", "The requested resource doesn't exist.", 404);
export const badArgument = (why = "The argument is invalid or missing or has an incorrect format.") =>
  new OfficeError("InvalidArgument", why);
/** The workbench's own answer to what it does not know: it never guesses. */
export const notImplemented = (what: string) =>
  new OfficeError("ApiNotFound", `The workbench does not implement ${what}.`, 501);

export function text(value: unknown): string {
  if (typeof value !== "string") throw badArgument();
  return value;
}
export function number(value: unknown): number {
  if (typeof value !== "number" || !Number.isFinite(value)) throw badArgument();
  return value;
}
export function whole(value: unknown, least = 0): number {
  const n = number(value);
  if (!Number.isInteger(n) || n < least) throw badArgument();
  return n;
}
export function flag(value: unknown): boolean {
  if (typeof value !== "boolean") throw badArgument();
  return value;
}
export function record(value: unknown): Record<string, unknown> {
  if (typeof value !== "object" || value === null) throw badArgument();
  return value as Record<string, unknown>;
}
/** "#rrggbb", as Excel gives colours back; names of colours are not needed. */
export function colour(value: unknown): string {
  const found = /^#?([0-9a-f]{6})$/i.exec(text(value));
  if (!found) throw badArgument();
  return `#${found[1].toLowerCase()}`;
}
export function isThing(value: unknown): value is Answer {
  return (
    typeof value === "object" && value !== null && "kind" in value && (value === nullObject || "of" in value)
  );
}
/** An argument that must be a range (or its address on `sheet`). */
export function rangeArgument(value: unknown): RangeTarget {
  if (isThing(value) && value.kind === "Range") return value.of;
  throw badArgument();
}
