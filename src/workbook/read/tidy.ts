import { cellAt } from "../../base/address";
import type { Issue } from "../../base/issue";
import type { Cell, Table } from "../../base/table";
import type { Indicator } from "../../engine/index";
import { readText } from "./cell";
import { findHeaderBlock, type HeaderBlock } from "./header-block";
import { fromLongList } from "./long-list";
import type { ReadOptions } from "./settings";
import { at, type DataTable, type PlacedTable } from "./table-view";
import { unitRows } from "./unit-rows";
import { sameName } from "./words";
import { oneRowAYear } from "./year-columns";

/**
 * The data table of a sheet with one header row and nothing but units below it, whatever stands around and inside the
 * table on the sheet; a long list is turned into one. Every cell keeps its place. A table that is tidy already is returned
 * as it is. Null when the sheet has no data.
 */
export function tidy(
  sheet: Table,
  indicators: readonly Indicator[],
  options: ReadOptions,
  issues: Issue[],
): DataTable | null {
  const table: PlacedTable = fromLongList(sheet, indicators, options, issues) ?? sheet;
  const block = findHeaderBlock(table, indicators, options, issues);
  if (!block) return null;
  const { rows, isAll } = unitRows(table, block, issues);
  const isTidy =
    isAll &&
    block.headers.every((header, column) => (header ?? "") === readText(table.rows[block.bottom][column]));
  const units = { name: block.name, code: block.code, year: block.year };
  if (isTidy && !block.years && !hasTextMerges(table, block))
    return { table, header: block.bottom, units, rows };
  const view: DataTable = {
    table: pick(filled(table, block), block, rows),
    header: 0,
    units,
    rows: rows.map((_, i) => i + 1),
  };
  return block.years ? oneRowAYear(view, block.years, indicators, issues) : view;
}

/** The rows that count, under one header; nothing is copied. */
function pick(table: PlacedTable, block: HeaderBlock, rows: readonly number[]): PlacedTable {
  const hidden = new Set(table.hiddenRows.map((row) => row - table.top));
  const heads = block.headers.map((header, column) => {
    // The cell that a finding about the column points at.
    for (let row = block.top; row <= block.bottom; row += 1)
      if (header !== null && sameName(table.rows[row][column]) === sameName(header)) return row;
    for (let row = block.bottom; row > block.top; row -= 1)
      if (readText(table.rows[row][column]) !== "") return row;
    return block.top;
  });
  return {
    sheet: table.sheet,
    top: 0,
    left: 0,
    rows: [block.headers, ...rows.map((row) => table.rows[row])],
    merges: [],
    hiddenRows: rows.flatMap((row, i) => (hidden.has(row) ? [i + 1] : [])),
    place: (row, column) => at(table, row === 0 ? heads[column] : rows[row - 1], column),
  };
}

function bodyMerges(table: PlacedTable, block: HeaderBlock) {
  return table.merges.filter(
    ({ top, bottom, left, right }) =>
      top - table.top > block.bottom &&
      bottom > top &&
      left === right &&
      !block.indicators.includes(left - table.left) &&
      left - table.left !== block.name,
  );
}

function hasTextMerges(table: PlacedTable, block: HeaderBlock): boolean {
  return bodyMerges(table, block).length > 0;
}

/** Cells merged downwards beside the values (a province for its cities) count for every row; merged values do not. */
function filled(table: PlacedTable, block: HeaderBlock): PlacedTable {
  const merges = bodyMerges(table, block);
  if (merges.length === 0) return table;
  const rows: (readonly Cell[])[] = [...table.rows];
  for (const { top, bottom, left } of merges) {
    const column = left - table.left;
    const value = table.rows[top - table.top]?.[column] ?? null;
    for (let row = top + 1 - table.top; row <= bottom - table.top && row < rows.length; row += 1) {
      const cells = [...rows[row]];
      if (column < cells.length) cells[column] = value;
      rows[row] = cells;
    }
  }
  return {
    ...table,
    rows,
    place: table.place ?? ((row, column) => cellAt(table.sheet, table.top + row, table.left + column)),
  };
}
