import type { Area } from "../../base/address";
import { area, areaToA1, columnIndex, columnName, maxColumns, maxRows, parseA1, quoteSheet } from "../../base/address";
import type { Book, BookSheet } from "../../hosts/xlsx/book";
import { findSheet } from "../../hosts/xlsx/book";
import type { RangeTarget } from "./office-class";
import { badArgument, notFound } from "./office-class";

export const wholeSheet: Area = area(0, 0, maxRows - 1, maxColumns - 1);

/** Reads "A1", "B:C", "2:3" or "'My data'!A1:B2" on a sheet; another sheet's name must be the book's. */
export function placeAt(book: Book, sheet: BookSheet, address: string): RangeTarget {
  const bang = address.lastIndexOf("!");
  let on = sheet;
  if (bang >= 0) {
    const name = address
      .slice(0, bang)
      .replace(/^'(.*)'$/s, "$1")
      .replaceAll("''", "'");
    const found = findSheet(book, name);
    if (!found) throw notFound();
    on = found;
  }
  const local = address.slice(bang + 1).replaceAll("$", "");
  const columns = /^([A-Z]{1,3}):([A-Z]{1,3})$/i.exec(local);
  const rows = /^(\d+):(\d+)$/.exec(local);
  const where = columns
    ? area(0, columnIndex(columns[1]), maxRows - 1, columnIndex(columns[2]))
    : rows
      ? area(Number(rows[1]) - 1, 0, Number(rows[2]) - 1, maxColumns - 1)
      : parseA1(local);
  if (!where) throw badArgument();
  return within(on, where);
}

/** A range, if it lies on the sheet at all. */
export function within(sheet: BookSheet, { top, left, bottom, right }: Area): RangeTarget {
  if (top < 0 || left < 0 || bottom >= maxRows || right >= maxColumns || bottom < top || right < left) {
    throw badArgument();
  }
  return { sheet, area: { top, left, bottom, right } };
}

export const heightOf = (a: Area) => a.bottom - a.top + 1;
export const widthOf = (a: Area) => a.right - a.left + 1;
export const isWholeColumns = (a: Area) => a.top === 0 && a.bottom === maxRows - 1;
export const isWholeRows = (a: Area) => a.left === 0 && a.right === maxColumns - 1;

export function intersection(a: Area, b: Area): Area | null {
  const top = Math.max(a.top, b.top);
  const left = Math.max(a.left, b.left);
  const bottom = Math.min(a.bottom, b.bottom);
  const right = Math.min(a.right, b.right);
  return bottom < top || right < left ? null : { top, left, bottom, right };
}
export const contains = (outer: Area, inner: Area) =>
  inner.top >= outer.top &&
  inner.left >= outer.left &&
  inner.bottom <= outer.bottom &&
  inner.right <= outer.right;

/** The part of an area that the sheet has rows and cells for: whole columns are a million rows. */
export function clipped(sheet: BookSheet, a: Area): Area | null {
  const rows = Math.max(sheet.values.length, sheet.styles.length, 1);
  let columns = 1;
  for (const cells of sheet.values) if (cells && cells.length > columns) columns = cells.length;
  for (const cells of sheet.styles) if (cells && cells.length > columns) columns = cells.length;
  return intersection(a, {
    top: 0,
    left: 0,
    bottom: isWholeColumns(a) ? rows - 1 : maxRows - 1,
    right: isWholeRows(a) ? columns - 1 : maxColumns - 1,
  });
}

/** The address as Excel gives it back, with the sheet's name. */
export function addressOf({ sheet, area: a }: RangeTarget): string {
  const local =
    isWholeColumns(a) && !isWholeRows(a)
      ? `${columnName(a.left)}:${columnName(a.right)}`
      : isWholeRows(a)
        ? `${a.top + 1}:${a.bottom + 1}`
        : areaToA1(a);
  return `${quoteSheet(sheet.name)}!${local}`;
}
