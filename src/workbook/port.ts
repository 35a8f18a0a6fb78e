import type { CellRange } from "../base/address";
import type { Outcome } from "../base/outcome";
import type { Breathe } from "../base/gradual";
import type { Cell, Table } from "../base/table";
import type { SheetDocument, SheetKind } from "./document";

/**
 * What we leave on every sheet we write, so that we know it again. A sheet counts as ours only while it still has the
 * name it was written under: renamed or copied, it is the user's.
 */
export interface SheetMark {
  readonly kind: SheetKind;
  /** Rows and columns from A1 that our last run wrote. */
  readonly rows: number;
  readonly columns: number;
  /** Fingerprint of the input that the sheet was made from. */
  readonly fingerprint: string;
}

/** One sheet as read: its cells and, if it is ours, its mark. */
export interface SheetContent extends Table {
  readonly mark: SheetMark | null;
}

export interface WrittenSheet {
  readonly kind: SheetKind;
  readonly sheet: string;
  /** False when an earlier result was refreshed in place. */
  readonly created: boolean;
}

/** A change to a single cell that the user asked for (the Settings sheet only). */
export interface CellEdit {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly value: Cell;
}

export interface WriteOptions {
  /** Stamped on each sheet's mark. */
  readonly fingerprint: string;
  /** Called as the work goes on with the share done, 0–1. */
  readonly onProgress?: (share: number) => void;
  /** Lets whoever waits for the thread have it between two pieces of work. */
  readonly breathe?: Breathe;
}

/** All that Scorebook ever asks of a spreadsheet. Every host answers alike; test/hosts holds the contract. */
export interface Workbook {
  /** Every visible sheet's used cells, in tab order. */
  read(): Promise<Outcome<readonly SheetContent[]>>;
  /**
   * Writes result sheets, in order: one of the same kind that is ours is refreshed in place (its position and whatever
   * stands outside the area we wrote last stay), else a new sheet is added: before the first of ours that follows it in the
   * documents and stands already, else at the end. A name that is taken by a sheet that is not ours gets a number. A document of the user's kinds always makes a new sheet and leaves no mark on it. When
   * the host refuses half way, the issues say which sheets are written.
   */
  write(
    documents: readonly SheetDocument[],
    options: WriteOptions,
  ): Promise<Outcome<readonly WrittenSheet[]>>;
  /** Sets single cells (values only). */
  edit(edits: readonly CellEdit[]): Promise<Outcome<null>>;
  /** Deletes the sheets we wrote, save Settings, and says their names. */
  removeResults(): Promise<Outcome<readonly string[]>>;
  /** The name of the sheet before the user's eyes. */
  inView(): Promise<Outcome<string>>;
  /** Brings a range before the user's eyes; a host without a screen does nothing. */
  show(range: CellRange): Promise<Outcome<null>>;
}
