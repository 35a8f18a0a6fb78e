import type { Area } from "../base/address";

export type SheetKind =
  | "settings"
  | "scores"
  | "tiers"
  | "groups"
  | "indicator-scores"
  | "weights"
  | "diagnostics"
  | "data-log"
  | "run-log";

/** A string is always text, whatever it begins with; a formula says that it is one (locale-independent form, with "="). */
export type DocumentCell = number | string | boolean | null | { readonly formula: string };

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
  /** 0 for none. */
  readonly outline?: number;
}

/** A real Excel table; the first row of the area is its header. Its header cells are distinct, non-empty texts. */
export interface DocumentTable extends Area {
  /** Unique in the document set: letters, digits, underscore. Hosts add a number when the workbook has one of that name. */
  readonly name: string;
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
  readonly column: number;
  readonly target:
    | { readonly kind: SheetKind; readonly row: number; readonly column: number }
    | { readonly sheet: string; readonly row: number; readonly column: number };
}

export interface DocumentValidation extends Area {
  readonly options: readonly string[];
  /** Whether other values are refused or merely advised against. */
  readonly strict: boolean;
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
  /** How many rows and columns stay in view. */
  readonly freeze: { readonly rows: number; readonly columns: number };
  /** Rows (0-based, inclusive) and first columns repeated on each printed page; landscape A4, so many pages wide. */
  readonly print: {
    readonly titleTop: number;
    readonly titleBottom: number;
    readonly titleColumns: number;
    readonly pagesWide: number;
  };
  readonly tabColour: string;
}
