import { quoteSheet } from "../../src/base/address";
import type { Cell } from "../../src/base/table";
import type { Recipe } from "../../src/engine/index";
import { applyDocument } from "../../src/hosts/xlsx/apply-document";
import {
  addSheet,
  addStyle,
  setValue,
  type Book,
  type BookPrint,
  type BookSheet,
  type BookStyle,
} from "../../src/hosts/xlsx/book";
import type { Locale } from "../../src/base/label";
import { pagesWide } from "../../src/workbook/write/draft";
import { settingsSheet } from "../../src/workbook/write/settings-sheet";

/** Paper and ink of the samples, those of the result sheets. */
const teal = "#0B5C5C";
const quiet = "#5F6B6B";
const rule = "#D5DEDE";

export interface SampleColumn {
  readonly header: string;
  readonly width: number;
  readonly style?: BookStyle;
  readonly cells: readonly Cell[];
  /** A list to choose from; other values are allowed unless strict. */
  readonly options?: readonly string[];
  readonly strict?: boolean;
}

export interface SampleSheet {
  readonly name: string;
  readonly title: string;
  readonly subtitle: string;
  readonly columns: readonly SampleColumn[];
  /** Columns that stay in view. */
  readonly freezeColumns: number;
  /** Name of the Excel table. */
  readonly table: string;
  /** Rows to fill in below the given ones. */
  readonly blankRows?: number;
}

/** A sheet of the user's kind: title, source line, and a table with styled headers from row 4 on. */
export function addTableSheet(book: Book, sample: SampleSheet): BookSheet {
  const sheet = addSheet(book, sample.name);
  const header = 3;
  const last =
    header + Math.max(0, ...sample.columns.map((each) => each.cells.length)) + (sample.blankRows ?? 0);
  const right = sample.columns.length - 1;
  addTitle(book, sheet, sample.title, sample.subtitle);
  sample.columns.forEach(({ header: text, cells, width, style, options, strict = false }, column) => {
    setValue(sheet, header, column, text);
    cells.forEach((cell, i) => cell !== null && setValue(sheet, header + 1 + i, column, cell));
    sheet.columns.set(column, { width });
    addStyle(
      book,
      sheet,
      { top: header + 1, left: column, bottom: last, right: column },
      { rule, verticalAlign: "center", ...style },
    );
    if (options) {
      const area = { top: header + 1, left: column, bottom: last, right: column };
      sheet.validations.push({ ...area, options: [...options], strict });
    }
  });
  addStyle(
    book,
    sheet,
    { top: header, left: 0, bottom: header, right },
    { fill: teal, colour: "#FFFFFF", bold: true, align: "center", verticalAlign: "center", wrap: true },
  );
  sheet.rows.set(header, { height: 32 });
  sheet.tables.push({
    top: header,
    left: 0,
    bottom: last,
    right,
    name: sample.table,
    style: "",
    showFilter: true,
    showBandedRows: false,
  });
  sheet.freeze = { rows: header + 1, columns: sample.freezeColumns };
  sheet.print = landscape(sheet, header, header, sample.freezeColumns);
  return sheet;
}

/** The first sheet: what this is, where it comes from, what one may do with it, how it is made. */
export function addReadMe(
  book: Book,
  name: string,
  title: string,
  subtitle: string,
  paragraphs: readonly (readonly [heading: string, text: string])[],
): BookSheet {
  const sheet = addSheet(book, name);
  addTitle(book, sheet, title, subtitle);
  paragraphs.forEach(([heading, text], i) => {
    setValue(sheet, 3 + i, 0, heading);
    setValue(sheet, 3 + i, 1, text);
  });
  const bottom = 2 + paragraphs.length;
  addStyle(
    book,
    sheet,
    { top: 3, left: 0, bottom, right: 0 },
    { bold: true, colour: teal, verticalAlign: "top" },
  );
  addStyle(book, sheet, { top: 3, left: 1, bottom, right: 1 }, { wrap: true, verticalAlign: "top" });
  addStyle(book, sheet, { top: 3, left: 0, bottom, right: 1 }, { rule });
  sheet.columns.set(0, { width: 26 });
  sheet.columns.set(1, { width: 100 });
  sheet.print = landscape(sheet, 0, 1, 0);
  return sheet;
}

function addTitle(book: Book, sheet: BookSheet, title: string, subtitle: string): void {
  setValue(sheet, 0, 0, title);
  setValue(sheet, 1, 0, subtitle);
  addStyle(book, sheet, { top: 0, left: 0, bottom: 0, right: 0 }, { bold: true, size: 15, colour: teal });
  addStyle(book, sheet, { top: 1, left: 0, bottom: 1, right: 0 }, { colour: quiet });
  sheet.rows.set(0, { height: 24 });
  sheet.tabColour = teal;
}

/** The Settings sheet as a first run would write it, for a recipe; `texts` are written as they are. */
export function addSettings(
  book: Book,
  recipe: Recipe,
  locale: Locale,
  texts: Readonly<Record<string, string>> = {},
): BookSheet {
  const document = settingsSheet(recipe, locale);
  const sheet = addSheet(book, document.name);
  applyDocument(book, document, {
    sheet,
    before: null,
    fingerprint: "",
    realName: (name) => name,
    nameOfKind: () => null,
  });
  for (const [key, text] of Object.entries(texts)) {
    const row = sheet.values.findIndex((cells) => String(cells?.[0]).toLowerCase() === key);
    if (row < 0) throw new Error(`the Settings sheet has no row “${key}”`);
    setValue(sheet, row, 1, text);
  }
  return sheet;
}

/** Leads from a cell of the first sheet to another sheet. */
export function linkTo(sheet: BookSheet, row: number, target: string): void {
  sheet.links.push({ row, column: 0, reference: `${quoteSheet(target)}!A1` });
}

function landscape(sheet: BookSheet, titleTop: number, titleBottom: number, titleColumns: number): BookPrint {
  const columns = [...sheet.columns.values()].map(({ width = 8.43 }) => ({ width }));
  return {
    orientation: "landscape",
    fitToWidth: true,
    titleTop,
    titleBottom,
    titleColumns,
    pagesWide: pagesWide(columns),
  };
}
