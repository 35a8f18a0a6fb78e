import type { Issue } from "../../base/issue";
import type { Cell, Table } from "../../base/table";
import { foldMark, readCell, readText } from "../read/cell";
import { columnTexts, type ColumnTexts } from "../read/column-texts";
import type { HeaderBlock } from "../read/header-block";
import { isFootnote, parseMeasure, shareOf } from "../read/measure";
import { isBlankRow, unmerged } from "../read/table-view";
import { unitRows } from "../read/unit-rows";
import { fold, namesUnits, unitCodeHeaders, unitNameHeaders } from "../read/words";
import { isNumeric, profileOf, type ColumnProfile } from "./column-profile";

/** A table of units by columns on a sheet, of which nothing is known yet. All indices are into the sheet's rows. */
export interface PlainTable {
  readonly table: Table;
  /** The header's rows. */
  readonly top: number;
  readonly bottom: number;
  /** What the header says of each column. */
  readonly texts: readonly ColumnTexts[];
  /** The texts over several columns that a column stands under, from the top. */
  readonly above: readonly (readonly string[])[];
  /** The unit of measure in a row of its own under the header; "" for none. */
  readonly measures: readonly string[];
  /** Rows of units: totals, headings, repeated headers and notes are kept apart. */
  readonly rows: readonly number[];
  readonly profiles: readonly ColumnProfile[];
  /** A title above the header; "" for none. */
  readonly title: string;
}

const searched = 40;
const deepest = 4;

const texts = (row: readonly Cell[]) => row.filter((cell) => cell !== null && cell !== "" && cell !== " ");
const isYear = (cell: Cell) => /^(19|20)\d\d年?$/.test(readText(cell).normalize("NFKC"));

/**
 * The table of a sheet: the rows that mostly hold numbers, and above them the row, or the few rows, of texts. Null when
 * there are no rows of numbers, or none of texts above them, or fewer than three units.
 */
export function findPlainTable(table: Table, marks: ReadonlySet<string>): PlainTable | null {
  const head = table.rows.slice(0, 400);
  const numbersIn = (row: readonly Cell[]) =>
    row.every((cell) => cell === null || cell === "" || typeof cell === "string" || isYear(cell))
      ? row.filter((cell) => typeof cell === "string" && !isYear(cell) && isNumber(cell, marks)).length
      : row.filter((cell) => isNumber(cell, marks)).length;
  const counts = head.map(numbersIn);
  const filled = counts.filter((count) => count > 0).sort((a, b) => a - b);
  if (filled.length < 3) return null;
  const typical = filled[filled.length >> 1];
  const first = counts.findIndex((count) => count > 0 && count >= typical / 2);
  let bottom = first - 1;
  const isMark = (cell: Cell) => cell === null || (typeof cell === "string" && marks.has(foldMark(cell)));
  const numeric = head[first].flatMap((_, column) => {
    const body = head.slice(first, first + 30).filter((row) => !isMark(row[column] ?? null));
    const numbers = body.filter((row) => isNumber(row[column], marks)).length;
    return numbers * 2 > body.length ? [column] : [];
  });
  // A unit of which nothing is known stands above the first numbers and is no header.
  const isHeader = (row: readonly Cell[]) => texts(row).length > 1 && numeric.some((column) => !isMark(row[column] ?? null)); // prettier-ignore
  while (bottom >= 0 && !isHeader(head[bottom])) bottom -= 1;
  if (bottom < 0 || first > searched) return null;
  const merged = unmerged({ ...table, rows: head });
  const measures = measureRow(head[bottom], head[bottom - 1]);
  if (measures) bottom -= 1;
  let top = bottom;
  while (top > 0 && bottom - top < deepest - 1 && belongsAbove(table, head, top - 1)) top -= 1;
  const columns = columnTexts(table, merged, head, top, bottom);
  const block = blockOf(table, columns, top, measures ? bottom + 1 : bottom, marks);
  const found: Issue[] = [];
  const { rows } = unitRows(table, block, found);
  if (rows.length < 3) return null;
  const titles = head
    .slice(0, top)
    .map(texts)
    .filter((row) => row.length === 1);
  return {
    table,
    top,
    bottom,
    texts: columns,
    above: upperTexts(table, merged, top, bottom),
    measures: columns.map((_, column) => readText(measures?.[column] ?? null)),
    rows,
    profiles: columns.map((_, column) =>
      profileOf(
        rows.map((row) => table.rows[row][column] ?? null),
        marks,
      ),
    ),
    title: titles.length > 0 ? readText(titles[0][0]) : "",
  };
}

function isNumber(cell: Cell, marks: ReadonlySet<string>): boolean {
  if (typeof cell === "number") return true;
  if (typeof cell !== "string" || !/\d/.test(cell)) return false;
  const { kind } = readCell(cell, marks);
  return kind === "text-number" || kind === "percent" || kind === "open";
}

/** A row of units of measure under a row of headers. */
function measureRow(row: readonly Cell[], above: readonly Cell[] | undefined): readonly Cell[] | null {
  if (!above || texts(above).length < 2) return null;
  const cells = row.flatMap((cell) => (cell === null || cell === "" ? [] : [readText(cell)]));
  const isMeasure = (text: string) => {
    const plain = text.normalize("NFKC").replace(/^\((.*)\)$/, "$1");
    return shareOf(plain) > 0 || parseMeasure(plain).factor !== 1 || measureWord.test(plain);
  };
  return cells.length > 1 && cells.every(isMeasure) ? row : null;
}
const measureWord =
  /^(元|美元|人|个|家|所|件|项|天|日|次|辆|台|张|册|年|岁|户|公里|千米|平方公里|平方千米|平方米|立方米|吨|公顷|亩|千瓦时|微克\/立方米|元\/人|人\/平方公里|years?|days?|persons?|people|number|index|score|km2?|km²|m2|m²|ha|t|tonnes?|kg|kwh|usd|eur|us\$|\$|€|£|per \w+|\d+ = .*)$/i;

/** A row above a header that belongs to it: several texts or years, or one that is merged over some of the columns. */
function belongsAbove(table: Table, rows: readonly (readonly Cell[])[], row: number): boolean {
  const cells = texts(rows[row]);
  if (cells.some((cell) => typeof cell !== "string" && !isYear(cell))) return false;
  if (cells.length > 1) return true;
  const width = rows[row].length;
  return table.merges.some(
    ({ top, left, right }) =>
      top - table.top === row && right > left && right - left + 1 < width * 0.8 && left > table.left,
  );
}

/** Per column the texts above its own that head several columns, but not all, from the top. */
function upperTexts(table: Table, merged: Table, top: number, bottom: number): string[][] {
  const width = merged.rows[bottom].length;
  const above = Array.from({ length: width }, (): string[] => []);
  const text = (row: number, column: number) => readText(merged.rows[row][column]);
  const isHeaded = (column: number) => text(bottom, column) !== "" && !isFootnote(text(bottom, column));
  for (let row = top; row < bottom; row += 1) {
    const isMerged = (column: number) => table.merges.some((area) => area.top - table.top === row && area.left - table.left === column); // prettier-ignore
    for (let column = 0, next = 0; column < width; column = next) {
      const name = text(row, column);
      next = column + 1;
      const ends = (c: number) =>
        isMerged(column)
          ? text(row, c) !== name || isMerged(c)
          : text(row, c) !== "" || Array.from({ length: row - top }, (_, r) => text(top + r, c)).some((over) => over !== "" && over !== text(row - 1, column)); // prettier-ignore
      while (name !== "" && next < width && !ends(next)) next += 1;
      const headed = Array.from({ length: next - column }, (_, c) => column + c).filter(isHeaded);
      const isGroup =
        headed.length > 1 && headed.length < width - 1 && !isYear(name) && !/^[(（].*[)）]$/.test(name);
      if (isGroup) for (const c of headed) if (!above[c].includes(name)) above[c].push(name);
    }
  }
  return above;
}

/** The header as the reading of unit rows wants it: columns of numbers stand for the indicators. */
function blockOf(
  table: Table,
  columns: readonly ColumnTexts[],
  top: number,
  bottom: number,
  marks: ReadonlySet<string>,
): HeaderBlock {
  const body = table.rows.slice(bottom + 1, bottom + 401).filter((row) => !isBlankRow(row));
  const profiles = columns.map((_, column) =>
    profileOf(
      body.map((row) => row[column] ?? null),
      marks,
    ),
  );
  const labels = columns.map(({ label }) => label);
  const code = labels.findIndex((label) => unitCodeHeaders.has(fold(label)));
  const free = (column: number) => column !== code && !isNumeric(profiles[column]);
  let name = -1;
  for (const words of unitNameHeaders) {
    if (name < 0) name = labels.findIndex((label, column) => free(column) && words.has(fold(label)));
  }
  if (name < 0)
    name = labels.findIndex((label, column) => free(column) && label !== null && namesUnits(label));
  if (name < 0)
    name = profiles.findIndex(
      ({ distinct, texts: count, numbers }, column) =>
        free(column) && count > numbers && distinct >= 0.9 * count,
    );
  return {
    top,
    bottom,
    headers: labels,
    name,
    code,
    year: null,
    indicators: profiles.flatMap((profile, column) =>
      column !== code && isNumeric(profile) ? [column] : [],
    ),
    years: null,
  };
}
