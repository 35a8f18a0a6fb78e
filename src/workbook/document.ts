import type { Area } from "../base/address";

export type SheetKind =
  | "settings"
  | "scores"
  | "tiers"
  | "groups"
  | "indicator-scores"
  | "weights"
  | "diagnostics"
  | "robustness"
  | "profile"
  | "findings"
  | "data-log"
  | "run-log"
  | "indicators"
  | "name-matches";

/** Sheets that are the user's own once they stand: written whole, they lose our mark, and we never refresh or remove them. */
export const usersKinds: readonly SheetKind[] = ["indicators", "name-matches"];

/** What a cell of a document shows. A string is always text, whatever it begins with. */
export type DocumentValue = number | string | boolean | null;

/**
 * A cell that Excel works out (locale-independent form, with "="), and what it works out to by our own reckoning: hosts
 * that do not calculate keep that as the cell's last known value.
 */
export interface DocumentFormula {
  readonly formula: string;
  readonly value: DocumentValue;
}
export type DocumentCell = DocumentValue | DocumentFormula;

export function isFormula(cell: DocumentCell): cell is DocumentFormula {
  return cell !== null && typeof cell === "object";
}

/** How cells look; what is left out keeps the host's default. Colours are "#rrggbb". */
export interface CellStyle {
  readonly numberFormat?: string;
  readonly fill?: string;
  readonly colour?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly size?: number;
  readonly align?: "left" | "center" | "right";
  readonly verticalAlign?: "top" | "center" | "bottom";
  readonly wrap?: boolean;
  readonly indent?: number;
  /** Hairline below each row of the area. */
  readonly rule?: string;
}

export interface StyledArea extends Area {
  readonly style: CellStyle;
}

export interface DocumentColumn {
  /** In characters of the default font, as Excel shows widths. */
  readonly width: number;
  /** Holds what other cells are worked out from, and is not shown. */
  readonly hidden?: boolean;
  /** 0 for none. */
  readonly outline?: number;
}

/** A real Excel table; the first row of the area is its header. Its header cells are distinct, non-empty texts. */
export interface DocumentTable extends Area {
  /** Unique in the document set: letters, digits, underscore. Hosts add a number when the workbook has one of that name. */
  readonly name: string;
  /** What each column holds, by a key that does not depend on language (`index`, `node 3`); empty where nobody asks. */
  readonly keys?: readonly string[];
}

export type ConditionalFormat =
  | (Area & {
      readonly kind: "data-bar";
      readonly colour: string;
      readonly min?: number;
      readonly max?: number;
    })
  | (Area & {
      readonly kind: "colour-scale";
      readonly low: string;
      readonly middle?: string;
      readonly high: string;
    })
  /** Fills a cell whose text is exactly `text`. */
  | (Area & {
      readonly kind: "text-is";
      readonly text: string;
      readonly fill: string;
      readonly colour: string;
    });

/** A cell that leads to another cell of this workbook (by kind of sheet, so that numbered names stay right) or to the web. */
export interface DocumentLink {
  readonly row: number;
  /** How many cells from there down lead to the same place; one when not said. */
  readonly rows?: number;
  readonly column: number;
  readonly target:
    | { readonly kind: SheetKind; readonly row: number; readonly column: number }
    | { readonly sheet: string; readonly row: number; readonly column: number };
}

/** Cells of a sheet of ours, by its kind so that numbered names stay right; of the same sheet when no kind is given. */
export interface DocumentArea extends Area {
  readonly kind?: SheetKind;
}

export interface DocumentValidation extends Area {
  /** The values to choose from, or the column of cells that holds them (as many as there are). */
  readonly options: readonly string[] | DocumentArea;
  /** Whether other values are refused or merely advised against. */
  readonly strict: boolean;
}

/**
 * `bar` lies, `column` stands; both clustered. `interval`: a line from the first series (high) to the second (low) with a mark
 * at the third. `box`: four series, lower quartile, greatest, least, upper quartile. `scatter`: `against` holds the x values.
 */
export type ChartKind = "bar" | "column" | "line" | "scatter" | "radar" | "interval" | "box";

/** One series: as many values as names (or x values), each in one row or one column. */
export interface ChartSeries {
  readonly name: string;
  readonly values: DocumentArea;
  readonly against: DocumentArea;
  readonly colour: string;
  /** Colours of single bars, in order; the series' own where there is none. */
  readonly pointColours?: readonly (string | undefined)[];
  /** A straight line through the points of a scatter. */
  readonly trendLine?: boolean;
}

export interface ChartAxis {
  readonly title?: string;
  /** Left out: as the host finds fit. Bars that are all above zero begin there. */
  readonly min?: number;
  readonly max?: number;
  readonly numberFormat?: string;
  /** First category on top, or 1 above 2 for ranks. */
  readonly reversed?: boolean;
}

/** A chart as plain data; it stands over cells that the document leaves empty. */
export interface DocumentChart {
  /** Made by `chartName`; unique on its sheet. */
  readonly name: string;
  readonly kind: ChartKind;
  /** The message, as one sentence. */
  readonly title: string;
  /** What a reader hears who does not see the chart. */
  readonly description: string;
  /** The cells that it covers. */
  readonly place: Area;
  readonly series: readonly ChartSeries[];
  /** Along which values are read. */
  readonly valueAxis: ChartAxis;
  /** Along which the names (or the x values of a scatter) stand. */
  readonly categoryAxis: ChartAxis;
  /** Number format of the labels at the bars; none without it. */
  readonly labels?: string;
  readonly legend: "none" | "bottom" | "right";
}

/** One sheet as plain data, in sheet coordinates from A1. Later styles win over earlier ones. */
export interface SheetDocument {
  readonly kind: SheetKind;
  readonly name: string;
  /** All rows have the same length. */
  readonly rows: readonly (readonly DocumentCell[])[];
  readonly columns: readonly DocumentColumn[];
  readonly rowHeights: readonly { readonly row: number; readonly height: number }[];
  readonly styles: readonly StyledArea[];
  readonly tables: readonly DocumentTable[];
  readonly conditionalFormats: readonly ConditionalFormat[];
  readonly links: readonly DocumentLink[];
  readonly validations: readonly DocumentValidation[];
  readonly charts: readonly DocumentChart[];
  /** How many rows and columns stay in view. */
  readonly freeze: { readonly rows: number; readonly columns: number };
  /** Rows (0-based, inclusive) and first columns repeated on each printed page; landscape A4, so many pages wide. */
  readonly print: {
    readonly titleTop: number;
    readonly titleBottom: number;
    readonly titleColumns: number;
    readonly pagesWide: number;
    /** What is printed, where that is less than everything. */
    readonly area?: Area;
  };
  readonly tabColour: string;
}
