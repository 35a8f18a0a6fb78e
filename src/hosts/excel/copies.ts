import { area, type Area } from "../../base/address";
import type { Gradual } from "../../base/gradual";
import { formulaMover } from "../../base/formula-references";
import { valueBytes } from "./blocks";

/** A cell as it is sent: a text that begins with "=" is a formula. */
export type Sent = string | number | boolean;

/** Cells that Excel copies from cells that stand already: as many, or a part of them that fits in several times. */
export interface Copy {
  readonly to: Area;
  readonly from: Area;
  /** The sheet of `from`. */
  readonly sheet: string;
  readonly what: "Values" | "Formulas";
}

/** What of a sheet is sent, and what Excel copies once that is there, in this order. */
export interface Division {
  readonly sent: readonly Area[];
  readonly copies: readonly Copy[];
}

/** Columns of values that are written already, by a hash of their cells. */
export type Standing = Map<
  number,
  { readonly sheet: string; readonly where: Area; readonly cells: readonly Sent[] }
>;

/** About what a copy takes to say, with the pieces into which it cuts what is sent. */
const copyBytes = 900;
/** Shorter columns are not worth looking for. */
const leastRows = 40;

/** Some rows of one column, below one another: sent, or copied from rows of another column or of its own. */
interface Stretch {
  readonly top: number;
  readonly bottom: number;
  readonly copied?: { readonly sheet: string; readonly from: Area; readonly what: Copy["what"] };
}

/**
 * Divides bands of rows (tables and what stands between them) into what has to be sent and what Excel can copy: a column
 * that stands on this or an earlier sheet, rows that come over and over again, a value or a formula filled down. Columns of
 * this sheet are added to `standing`. Empty columns of a band are left out. A piece a column.
 */
export function* divide(
  sheet: string,
  rows: readonly (readonly Sent[])[],
  bands: readonly { readonly top: number; readonly bottom: number }[],
  standing: Standing,
): Gradual<Division> {
  const sent: Area[] = [];
  const copies: Copy[] = [];
  for (const { top, bottom } of bands) {
    let width = 0;
    for (let row = top; row <= bottom; row += 1) width = Math.max(width, rows[row].length);
    const columns: Stretch[][] = [];
    for (let column = 0; column < width; column += 1) {
      columns.push(stretchesOf(sheet, rows, top, bottom, column, standing));
      yield (column + 1) / width;
    }
    for (const { copied, ...to } of sideBySide(columns)) {
      if (!copied) sent.push(to);
      else
        copies.push({
          to,
          ...copied,
          from: { ...copied.from, right: copied.from.left + to.right - to.left },
        });
    }
  }
  return { sent, copies };
}

function stretchesOf(
  sheet: string,
  rows: readonly (readonly Sent[])[],
  top: number,
  bottom: number,
  column: number,
  standing: Standing,
): Stretch[] {
  const cells: Sent[] = [];
  let filled = rows[top][column] !== "";
  let formulas = false;
  for (let row = top + 1; row <= bottom; row += 1) {
    const cell = rows[row][column];
    cells.push(cell);
    if (cell === "") continue;
    filled = true;
    if (isFormula(cell)) formulas = true;
  }
  if (!filled) return [];
  const all = { top, bottom };
  if (cells.length < leastRows) return [all];
  const first = top + 1;
  const copied = (from: Area, what: Copy["what"] = "Values") => ({ copied: { sheet, from, what } });
  if (!formulas) {
    const key = hashOf(cells);
    const known = standing.get(key);
    if (known && same(known.cells, cells)) {
      return [
        { top, bottom: top },
        { top: first, bottom, copied: { sheet: known.sheet, from: known.where, what: "Values" } },
      ];
    }
    standing.set(key, { sheet, where: area(first, column, bottom), cells });
    const period = periodOf(cells);
    const times = Math.floor(cells.length / period);
    if (period > 1 && times > 1 && (times - 1) * bytesOf(cells, 0, period) > copyBytes) {
      const end = first + times * period - 1;
      return [
        { top, bottom: first + period - 1 },
        { top: first + period, bottom: end, ...copied(area(first, column, first + period - 1)) },
        ...(end < bottom ? [{ top: end + 1, bottom }] : []),
      ];
    }
  }
  const stretches: Stretch[] = [];
  let begun = top;
  for (let at = 0; at < cells.length;) {
    const end = runFrom(cells, at);
    if (end - at > 1 && (end - at - 1) * valueBytes(cells[at]) > copyBytes) {
      const row = first + at;
      const what = isFormula(cells[at]) ? "Formulas" : "Values";
      stretches.push(
        { top: begun, bottom: row },
        { top: row + 1, bottom: first + end - 1, ...copied(area(row, column), what) },
      );
      begun = first + end;
    }
    at = end;
  }
  return begun > bottom ? stretches : [...stretches, { top: begun, bottom }];
}

const isFormula = (cell: Sent): cell is string => typeof cell === "string" && cell.startsWith("=");

/** Where the cells end that hold the same as the one at `at`, or its formula filled down. */
function runFrom(cells: readonly Sent[], at: number): number {
  const cell = cells[at];
  let end = at + 1;
  if (!isFormula(cell)) {
    while (end < cells.length && cells[end] === cell) end += 1;
    return end;
  }
  const moved = formulaMover(cell);
  while (end < cells.length && cells[end] === moved(end - at, 0)) end += 1;
  return end;
}

/** The number of cells after which a column begins again; all of them when it does not. By the prefix function of Knuth, Morris and Pratt. */
function periodOf(cells: readonly Sent[]): number {
  const matched = new Int32Array(cells.length);
  for (let at = 1, length = 0; at < cells.length; at += 1) {
    while (length > 0 && cells[at] !== cells[length]) length = matched[length - 1];
    if (cells[at] === cells[length]) length += 1;
    matched[at] = length;
  }
  return cells.length - matched[cells.length - 1];
}

function bytesOf(cells: readonly Sent[], from: number, to: number): number {
  let bytes = 0;
  for (let at = from; at < to; at += 1) bytes += valueBytes(cells[at]);
  return bytes;
}

const number = new Float64Array(1);
const words = new Int32Array(number.buffer);

/** Cheap: columns of one hash are compared cell by cell. */
function hashOf(cells: readonly Sent[]): number {
  let hash = cells.length;
  for (const cell of cells) {
    number[0] = typeof cell === "number" ? cell : String(cell).length;
    hash = Math.imul(hash ^ words[0], 0x01000193) ^ words[1];
    if (typeof cell === "string" && cell !== "") hash ^= cell.charCodeAt(cell.length - 1);
  }
  return hash;
}

function same(a: readonly Sent[], b: readonly Sent[]): boolean {
  return a.length === b.length && a.every((cell, at) => cell === b[at]);
}

/** Puts stretches together that stand side by side and are alike, from the left; what they copy stands side by side too. */
function sideBySide(columns: readonly (readonly Stretch[])[]): (Area & Pick<Stretch, "copied">)[] {
  const open = new Map<string, Area & Pick<Stretch, "copied"> & { right: number }>();
  const found: (Area & Pick<Stretch, "copied">)[] = [];
  columns.forEach((stretches, column) => {
    for (const { top, bottom, copied } of stretches) {
      const key = JSON.stringify(
        copied
          ? [
              top,
              bottom,
              copied.what,
              copied.sheet,
              copied.from.top,
              copied.from.bottom,
              copied.from.left - column,
            ]
          : [top, bottom],
      );
      const beside = open.get(key);
      if (beside?.right === column - 1) beside.right = column;
      else {
        const begun = { ...area(top, column, bottom), copied, right: column };
        open.set(key, begun);
        found.push(begun);
      }
    }
  });
  return found;
}
