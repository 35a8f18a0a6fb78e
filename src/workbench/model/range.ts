import type { Area } from "../../base/address";
import { area } from "../../base/address";
import type { BookSheet } from "../../hosts/xlsx/book";
import { addStyle, cellKey, setValue, usedArea, valueAt } from "../../hosts/xlsx/book";
import { insertLines } from "../../hosts/xlsx/insert-lines";
import { badShape, copyCells, formulaAt, matrix, numberFormatAt, textAt, writeCells } from "./cells";
import type { Excel } from "./excel";
import { cellsChanged, select, settle } from "./excel";
import type { AreasTarget, OfficeClass, RangeTarget } from "./office-class";
import {
  badArgument,
  flag,
  notFound,
  notImplemented,
  nullObject,
  number,
  rangeArgument,
  record,
  text,
  thing,
  whole,
} from "./office-class";
import {
  addressOf,
  clipped,
  contains,
  heightOf,
  intersection,
  isWholeColumns,
  isWholeRows,
  placeAt,
  wholeSheet,
  widthOf,
  within,
} from "./place";

export function usedRange(sheet: BookSheet): RangeTarget | null {
  const used = usedArea(sheet);
  return used && { sheet, area: used };
}

const range = (of: RangeTarget) => thing("Range", of);
const part = (of: RangeTarget, change: Partial<Area>) => range(within(of.sheet, { ...of.area, ...change }));

/** One answer for a property that all rows (or columns) share; null when they differ, as Excel says it. */
function shared<T>(from: number, to: number, at: (index: number) => T): T | null {
  const first = at(from);
  for (let index = from + 1; index <= to; index += 1) if (at(index) !== first) return null;
  return first;
}
const rowHidden = (sheet: BookSheet, row: number) => sheet.rows.get(row)?.hidden ?? false;
const columnHidden = (sheet: BookSheet, column: number) => sheet.columns.get(column)?.hidden ?? false;

/** Runs of rows (by columns) that are not hidden. */
function visibleAreas({ sheet, area: a }: RangeTarget): Area[] {
  const runs = (from: number, to: number, hidden: (index: number) => boolean) => {
    const found: [number, number][] = [];
    for (let index = from; index <= to; index += 1) {
      if (hidden(index)) continue;
      const last = found.at(-1);
      if (last && last[1] === index - 1) last[1] = index;
      else found.push([index, index]);
    }
    return found;
  };
  const columns = runs(a.left, a.right, (column) => columnHidden(sheet, column));
  return runs(a.top, a.bottom, (row) => rowHidden(sheet, row)).flatMap(([top, bottom]) =>
    columns.map(([left, right]) => ({ top, bottom, left, right })),
  );
}

function areas(target: AreasTarget) {
  return target.areas.length ? thing("RangeAreas", target) : nullObject;
}

function specialCells(of: RangeTarget, kind: unknown) {
  if (kind !== "Visible") throw notImplemented(`Range.GetSpecialCells(${String(kind)})`);
  return areas({ sheet: of.sheet, areas: visibleAreas(of) });
}

/** The block of filled cells around a cell, bounded by empty rows and columns. */
function surrounding(sheet: BookSheet, a: Area): Area {
  let found = a;
  const filled = (where: Area) => {
    for (let row = where.top; row <= where.bottom; row += 1)
      for (let column = where.left; column <= where.right; column += 1)
        if (valueAt(sheet, row, column) !== null || sheet.formulas.has(cellKey(row, column))) return true;
    return false;
  };
  for (let grown = true; grown;) {
    grown = false;
    const { top, left, bottom, right } = found;
    const wide = { left: Math.max(0, left - 1), right: right + 1 };
    const tall = { top: Math.max(0, top - 1), bottom: bottom + 1 };
    if (top > 0 && filled({ ...wide, top: top - 1, bottom: top - 1 })) found = { ...found, top: top - 1 };
    if (filled({ ...wide, top: bottom + 1, bottom: bottom + 1 })) found = { ...found, bottom: bottom + 1 };
    if (left > 0 && filled({ ...tall, left: left - 1, right: left - 1 }))
      found = { ...found, left: left - 1 };
    if (filled({ ...tall, left: right + 1, right: right + 1 })) found = { ...found, right: right + 1 };
    grown = found.top !== top || found.left !== left || found.bottom !== bottom || found.right !== right;
  }
  return found;
}

const clearers = ["All", "Contents", "Formats", "Hyperlinks", "RemoveHyperlinks"];

/** `Range.clear`: contents, formats, links, or all of them. Validation and conditional formats go with formats, as in Excel. */
function clear(excel: Excel, { sheet, area: where }: RangeTarget, what: unknown): void {
  const mode = what === null || what === undefined ? "All" : text(what);
  if (!clearers.includes(mode)) throw notImplemented(`Range.Clear(${mode})`);
  const a = clipped(sheet, where);
  if (!a) return;
  if (mode === "All" || mode === "Contents") {
    for (let row = a.top; row <= Math.min(a.bottom, sheet.values.length - 1); row += 1)
      for (
        let column = a.left;
        column <= Math.min(a.right, (sheet.values[row]?.length ?? 0) - 1);
        column += 1
      )
        setValue(sheet, row, column, null);
    cellsChanged(excel, sheet, a, "addin");
  }
  if (mode === "All" || mode === "Formats") {
    for (let row = a.top; row <= Math.min(a.bottom, sheet.styles.length - 1); row += 1) {
      const styles = sheet.styles[row];
      for (let column = a.left; styles && column <= Math.min(a.right, styles.length - 1); column += 1)
        styles[column] = 0;
    }
    sheet.merges = sheet.merges.filter((each) => !intersection(each, a));
    sheet.conditionalFormats = sheet.conditionalFormats.filter((each) => !contains(a, each));
    if (sheet.part) sheet.rewritten = true;
  }
  if (mode !== "Contents" && mode !== "Formats") {
    sheet.links = sheet.links.filter(
      ({ row, column }) => !contains(a, { top: row, bottom: row, left: column, right: column }),
    );
  }
}

function setNumberFormat({ sheet, area: where }: RangeTarget, value: unknown, excel: Excel): void {
  if (typeof value === "string") {
    const a = clipped(sheet, where);
    if (a) addStyle(excel.book, sheet, a, { numberFormat: value });
    return;
  }
  if (!Array.isArray(value)) throw badArgument();
  const rows = value as unknown[][];
  // A 1 × 1 matrix stands for every cell.
  if (rows.length === 1 && rows[0].length === 1)
    return setNumberFormat({ sheet, area: where }, text(rows[0][0]), excel);
  if (rows.length !== heightOf(where) || rows.some((row) => row.length !== widthOf(where)))
    throw badArgument();
  rows.forEach((cells, i) =>
    cells.forEach((code, j) => {
      if (code !== null)
        addStyle(excel.book, sheet, area(where.top + i, where.left + j), { numberFormat: text(code) });
    }),
  );
}

function setHyperlink({ sheet, area: where }: RangeTarget, value: unknown, excel: Excel): void {
  const link = record(value);
  const reference = link.documentReference as string | undefined;
  const address = link.address as string | undefined;
  sheet.links = sheet.links.filter(
    ({ row, column }) => !contains(where, { top: row, bottom: row, left: column, right: column }),
  );
  for (let row = where.top; row <= where.bottom; row += 1) {
    for (let column = where.left; column <= where.right; column += 1) {
      if (reference || address)
        sheet.links.push({ row, column, ...(reference ? { reference } : { address }) });
      if (typeof link.textToDisplay === "string") setValue(sheet, row, column, link.textToDisplay);
    }
  }
  // Excel gives a linked cell its "Hyperlink" style.
  if (reference || address) addStyle(excel.book, sheet, where, { colour: "#0563c1", underline: true });
  if (sheet.part) sheet.rewritten = true;
}

/** Inserts whole rows or columns; part of a row is not in the model. */
function insert(excel: Excel, { sheet, area: a }: RangeTarget): void {
  if (isWholeColumns(a)) insertLines(excel.book, sheet, "column", a.left, widthOf(a));
  else if (isWholeRows(a)) insertLines(excel.book, sheet, "row", a.top, heightOf(a));
  else throw notImplemented("Range.Insert of part of a row or column");
}

function outline({ sheet, area: a }: RangeTarget, option: unknown, by: 1 | -1): void {
  const columns = option === "ByColumns";
  const map = columns ? sheet.columns : sheet.rows;
  for (let index = columns ? a.left : a.top; index <= (columns ? a.right : a.bottom); index += 1) {
    const level = (map.get(index)?.outline ?? 0) + by;
    if (level < 0 || level > 8) throw badArgument();
    map.set(index, { ...map.get(index), outline: level });
  }
}

function hide(map: Map<number, { hidden?: boolean }>, from: number, to: number, hidden: boolean): void {
  for (let index = from; index <= to; index += 1) map.set(index, { ...map.get(index), hidden });
}

export const rangeClass: OfficeClass<RangeTarget> = {
  kept: true,
  get: {
    Address: addressOf,
    AddressLocal: addressOf,
    RowIndex: ({ area: a }) => a.top,
    ColumnIndex: ({ area: a }) => a.left,
    RowCount: ({ area: a }) => heightOf(a),
    ColumnCount: ({ area: a }) => widthOf(a),
    CellCount: ({ area: a }) => heightOf(a) * widthOf(a),
    IsEntireColumn: ({ area: a }) => isWholeColumns(a),
    IsEntireRow: ({ area: a }) => isWholeRows(a),
    Values: ({ sheet, area: a }, excel) => {
      settle(excel);
      return matrix(a, (row, column) => valueAt(sheet, row, column) ?? "");
    },
    Formulas: ({ sheet, area: a }) => matrix(a, (row, column) => formulaAt(sheet, row, column)),
    Text: ({ sheet, area: a }, excel) => {
      settle(excel);
      return matrix(a, (row, column) => textAt(excel.book, sheet, row, column));
    },
    NumberFormat: ({ sheet, area: a }, excel) =>
      matrix(a, (row, column) => numberFormatAt(excel.book, sheet, row, column)),
    RowHidden: ({ sheet, area: a }) => shared(a.top, a.bottom, (row) => rowHidden(sheet, row)),
    ColumnHidden: ({ sheet, area: a }) => shared(a.left, a.right, (column) => columnHidden(sheet, column)),
    Hyperlink: ({ sheet, area: a }) => {
      const link = sheet.links.find(({ row, column }) => row === a.top && column === a.left);
      return link ? { documentReference: link.reference, address: link.address } : null;
    },
  },
  set: {
    Values: (of, value, excel) => writeCells(excel, of, value),
    Formulas: (of, value, excel) => writeCells(excel, of, value),
    NumberFormat: setNumberFormat,
    Hyperlink: setHyperlink,
    RowHidden: ({ sheet, area: a }, value) => hide(sheet.rows, a.top, a.bottom, flag(value)),
    ColumnHidden: ({ sheet, area: a }, value) => hide(sheet.columns, a.left, a.right, flag(value)),
  },
  nav: {
    Format: ({ sheet, area: a }) => thing("RangeFormat", { sheet, areas: [a] }),
    Worksheet: (of) => thing("Worksheet", of.sheet),
    ConditionalFormats: (of) => thing("ConditionalFormatCollection", of),
    DataValidation: (of) => thing("DataValidation", of),
  },
  call: {
    GetCell: (of, [row, column]) => {
      const top = of.area.top + number(row);
      const left = of.area.left + number(column);
      return part(of, { top, left, bottom: top, right: left });
    },
    GetRow: (of, [row]) => part(of, { top: of.area.top + whole(row), bottom: of.area.top + whole(row) }),
    GetColumn: (of, [column]) =>
      part(of, { left: of.area.left + whole(column), right: of.area.left + whole(column) }),
    GetLastCell: (of) => part(of, { top: of.area.bottom, left: of.area.right }),
    GetLastRow: (of) => part(of, { top: of.area.bottom }),
    GetLastColumn: (of) => part(of, { left: of.area.right }),
    GetEntireRow: (of) => part(of, { left: wholeSheet.left, right: wholeSheet.right }),
    GetEntireColumn: (of) => part(of, { top: wholeSheet.top, bottom: wholeSheet.bottom }),
    GetResizedRange: (of, [rows, columns]) =>
      part(of, { bottom: of.area.bottom + number(rows), right: of.area.right + number(columns) }),
    GetAbsoluteResizedRange: (of, [rows, columns]) =>
      part(of, { bottom: of.area.top + whole(rows, 1) - 1, right: of.area.left + whole(columns, 1) - 1 }),
    GetOffsetRange: (of, [rows, columns]) =>
      part(of, {
        top: of.area.top + number(rows),
        bottom: of.area.bottom + number(rows),
        left: of.area.left + number(columns),
        right: of.area.right + number(columns),
      }),
    GetUsedRange: (of) => {
      const used = usedRange(of.sheet);
      const common = used && intersection(used.area, of.area);
      return common
        ? range({ sheet: of.sheet, area: common })
        : part(of, { bottom: of.area.top, right: of.area.left });
    },
    GetUsedRangeOrNullObject: (of) => {
      const used = usedRange(of.sheet);
      const common = used && intersection(used.area, of.area);
      return common ? range({ sheet: of.sheet, area: common }) : nullObject;
    },
    GetIntersection: (of, [other], excel) => {
      const common = intersection(of.area, otherRange(of, other, excel));
      if (!common) throw notFound();
      return range({ sheet: of.sheet, area: common });
    },
    GetIntersectionOrNullObject: (of, [other], excel) => {
      const common = intersection(of.area, otherRange(of, other, excel));
      return common ? range({ sheet: of.sheet, area: common }) : nullObject;
    },
    GetBoundingRect: (of, [other], excel) => {
      const b = otherRange(of, other, excel);
      return part(of, {
        top: Math.min(of.area.top, b.top),
        left: Math.min(of.area.left, b.left),
        bottom: Math.max(of.area.bottom, b.bottom),
        right: Math.max(of.area.right, b.right),
      });
    },
    GetSurroundingRegion: (of) => range({ sheet: of.sheet, area: surrounding(of.sheet, of.area) }),
    GetVisibleView: (of) => thing("RangeView", of),
    GetSpecialCells: (of, [kind]) => {
      const found = specialCells(of, kind);
      if (found === nullObject) throw notFound();
      return found;
    },
    GetSpecialCellsOrNullObject: (of, [kind]) => specialCells(of, kind),
    GetMergedAreasOrNullObject: (of) =>
      areas({ sheet: of.sheet, areas: of.sheet.merges.filter((each) => intersection(each, of.area)) }),
    GetTables: (of) => thing("TableScopedCollection", of),
    Clear: (of, [what], excel) => clear(excel, of, what),
    Insert: (of, _, excel) => {
      insert(excel, of);
      cellsChanged(excel, of.sheet, of.area, "addin");
      return range(of);
    },
    CopyFrom: (of, [from, what, skipBlanks, transposed], excel) => {
      if (skipBlanks || transposed) throw notImplemented("Range.CopyFrom that skips or turns");
      const source = typeof from === "string" ? placeAt(excel.book, of.sheet, from) : rangeArgument(from);
      copyCells(excel, of, source, text(what));
    },
    Merge: (of) => {
      of.sheet.merges = [...of.sheet.merges.filter((each) => !intersection(each, of.area)), of.area];
    },
    Unmerge: (of) => void (of.sheet.merges = of.sheet.merges.filter((each) => !intersection(each, of.area))),
    Select: (of, _, excel) => select(excel, of.sheet, of.area),
    Group: (of, [option]) => outline(of, option, 1),
    Ungroup: (of, [option]) => outline(of, option, -1),
    _KeepReference: () => undefined,
    // The library cuts a large matrix into pieces itself and asks first whether the whole fits.
    _ValidateArraySize: (of, [rows, columns]) => {
      if (rows !== heightOf(of.area) || columns !== widthOf(of.area)) throw badShape();
    },
  },
};

function otherRange(of: RangeTarget, other: unknown, excel: Excel): Area {
  return typeof other === "string" ? placeAt(excel.book, of.sheet, other).area : rangeArgument(other).area;
}

export const rangeView: OfficeClass<RangeTarget> = {
  get: {
    RowCount: (of) => visibleRows(of).length,
    ColumnCount: (of) => widthOf(of.area),
    CellAddresses: (of) =>
      visibleRows(of).map((row) => {
        const cells = [];
        for (let column = of.area.left; column <= of.area.right; column += 1)
          cells.push(addressOf({ sheet: of.sheet, area: area(row, column) }));
        return cells;
      }),
  },
};

function visibleRows(of: RangeTarget): number[] {
  return visibleAreas(of).flatMap(({ top, bottom }) =>
    Array.from({ length: bottom - top + 1 }, (_, i) => top + i),
  );
}

export const rangeAreas: OfficeClass<AreasTarget> = {
  kept: true,
  get: {
    Address: ({ sheet, areas: all }) => all.map((each) => addressOf({ sheet, area: each })).join(","),
    AreaCount: ({ areas: all }) => all.length,
    CellCount: ({ areas: all }) => all.reduce((sum, each) => sum + heightOf(each) * widthOf(each), 0),
  },
  nav: {
    Format: (of) => thing("RangeFormat", of),
    Areas: (of) => thing("RangeCollection", of),
    Worksheet: (of) => thing("Worksheet", of.sheet),
  },
  call: { _KeepReference: () => undefined },
};

export const rangeCollection: OfficeClass<AreasTarget> = {
  items: ({ sheet, areas: all }) => all.map((each) => range({ sheet, area: each })),
  call: {
    GetCount: ({ areas: all }) => all.length,
    GetItemAt: ({ sheet, areas: all }, [index]) => {
      const found = all[whole(index)];
      if (!found) throw notFound();
      return range({ sheet, area: found });
    },
  },
};
