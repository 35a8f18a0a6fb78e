import type { Area } from "../../base/address";
import { area, areaToA1 } from "../../base/address";
import type { Book, BookSheet } from "../../hosts/xlsx/book";
import type { Calculator } from "../calculate/calculator";

/** Numbers of Office's event types. */
export const eventTypes = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selected: 14,
  deleted: 15,
} as const;
export type EventKind = keyof typeof eventTypes;

export interface ExcelEvent {
  readonly kind: EventKind;
  /** A sheet's id, or "Workbook" for handlers on the collection. */
  readonly target: string;
  readonly message: Readonly<Record<string, unknown>>;
}

/** A running Excel: the open book, what is selected, who listens. */
export interface Excel {
  book: Book;
  /** The ExcelApi set that this Excel has: members that came later do not exist. */
  api: string;
  selection: Area;
  calculationMode: string;
  /** Works out formulas; null until it is needed and loaded, and where nobody asks for it. */
  calculator: Calculator | null;
  /** Whether cells have changed since formulas were last worked out. */
  stale: boolean;
  enableEvents: boolean;
  /** "changed:{sheet id}", "changed:Workbook", … with how many handlers asked. */
  readonly registered: Map<string, number>;
  /** Events that happened and are not yet delivered. */
  readonly pending: ExcelEvent[];
  /** Whether the add-in shows its pane; in a shared runtime it lives on without. */
  paneState: string;
  /** A file that an add-in opens as a new workbook; the page does so after the request. */
  toOpen: string | null;
}

/** The target id by which the library registers handlers of a whole workbook. */
export const workbookTarget = "Workbook";

export function startExcel(book: Book, api: string): Excel {
  return {
    book,
    api,
    selection: area(0, 0),
    calculationMode: "Automatic",
    calculator: null,
    stale: false,
    enableEvents: true,
    registered: new Map(),
    pending: [],
    paneState: "Background",
    toOpen: null,
  };
}

/** Notes an event for everyone who registered for it on the sheet or on the workbook. */
export function happened(
  excel: Excel,
  kind: EventKind,
  sheet: BookSheet,
  message: Readonly<Record<string, unknown>> = {},
): void {
  if (!excel.enableEvents) return;
  for (const target of [sheet.id, workbookTarget]) {
    if ((excel.registered.get(`${kind}:${target}`) ?? 0) > 0) {
      excel.pending.push({ kind, target, message: { worksheetId: sheet.id, source: "Local", ...message } });
    }
  }
}

/** Over more formulas than this the calculator takes so long that a person is to ask for it. */
const mostFormulas = 20000;
/** Nor a few formulas over sheets with more cells than this: the calculator is given them all. */
const mostCells = 1_000_000;

export const formulaCount = ({ sheets }: Book) =>
  sheets.reduce((sum, { formulas }) => sum + formulas.size, 0);

const cellCount = ({ sheets }: Book) =>
  sheets.reduce((sum, { values }) => values.reduce((cells, row) => cells + (row?.length ?? 0), sum), 0);

/**
 * Brings formulas up to date with the cells that they use, when Excel is to do so by itself. A book with very many formulas or
 * cells goes over to being calculated by hand.
 */
export function settle(excel: Excel): void {
  if (!excel.stale || !excel.calculator || excel.calculationMode !== "Automatic") return;
  const { book } = excel;
  if (formulaCount(book) > mostFormulas || cellCount(book) > mostCells) excel.calculationMode = "Manual";
  else calculate(excel);
}

/** Brings formulas up to date because somebody asks for it. */
export function calculate(excel: Excel): void {
  excel.stale = false;
  excel.calculator?.recalculate(excel.book);
}

/** Notes that cells changed; `by` is who did it. */
export function cellsChanged(excel: Excel, sheet: BookSheet, where: Area, by: "addin" | "user"): void {
  excel.stale = true;
  happened(excel, "changed", sheet, {
    address: areaToA1(where),
    changeType: "RangeEdited",
    details: null,
    triggerSource: by === "addin" ? "ThisLocalAddin" : "Unknown",
  });
}

/** Brings a sheet before the user, with its events. */
export function activate(excel: Excel, sheet: BookSheet): void {
  const before = excel.book.sheets[excel.book.active];
  if (before === sheet) return;
  excel.book.active = excel.book.sheets.indexOf(sheet);
  excel.selection = area(0, 0);
  if (before) happened(excel, "deactivated", before);
  happened(excel, "activated", sheet);
}

export function select(excel: Excel, sheet: BookSheet, where: Area): void {
  activate(excel, sheet);
  excel.selection = where;
  happened(excel, "selected", sheet, { address: areaToA1(where), isInsideTable: false });
}
