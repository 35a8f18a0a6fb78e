import type { CellRange } from "../../base/address";
import { issue, type Issue } from "../../base/issue";
import type { Cell, Table } from "../../base/table";
import type { Direction } from "../../engine/index";
import { readLoneCell, readText } from "./cell";
import { at, findHeader, headerCells, isBlankRow, unmerged, type TableView } from "./table-view";
import {
  directionOf,
  fold,
  frameworkFieldOf,
  frameworkHeaders,
  levelOfHeader,
  startsNote,
  type FrameworkField,
} from "./words";

/** One row of the framework before the tree is built. */
export interface FrameworkRow {
  readonly code: string;
  readonly name: string;
  /** What stands in the Parent column; "" for none. In level columns, the parent's own key. */
  readonly parent: string;
  /** What others call it by in their Parent column. */
  readonly key: string;
  readonly weight: number;
  readonly direction: Direction;
  readonly measure: string;
  readonly low: number;
  readonly high: number;
  readonly idealLow: number;
  readonly idealHigh: number;
  readonly normalisation: string;
  readonly treatment: string;
  readonly aggregation: string;
  readonly weighting: string;
  readonly denominator: string;
  readonly at: CellRange;
  /** Cells that issues found later point at. */
  readonly cells: Partial<Record<FrameworkField, CellRange>>;
}

const noMarks: ReadonlySet<string> = new Set();

/** The framework's table in list layout: a row with Parent and Name or Code. */
export function findListFramework(table: Table): TableView | null {
  return findHeader(table, (row) => {
    const fields = fieldsOf(row);
    const named = fields.name !== undefined || fields.code !== undefined;
    return named && fields.parent !== undefined ? Object.keys(fields).length : 0;
  });
}

/** The framework's table in level-columns layout: a row with 一级指标 and 二级指标 (or "level 1", "level 2"). */
export function findLevelFramework(table: Table): TableView | null {
  return findHeader(table, (row) => {
    const levels = new Set(row.map(levelOfHeader).filter((level) => level > 0));
    return levels.has(1) && levels.has(2) ? levels.size : 0;
  });
}

/** First column of each field. */
function fieldsOf(row: readonly Cell[]): Partial<Record<FrameworkField, number>> {
  const fields: Partial<Record<FrameworkField, number>> = {};
  row.forEach((cell, column) => {
    if (typeof cell !== "string") return;
    const field = frameworkFieldOf.get(fold(cell));
    if (field !== undefined && fields[field] === undefined) fields[field] = column;
  });
  return fields;
}

export function readListFramework(view: TableView, issues: Issue[]): FrameworkRow[] {
  const fields = fieldsOf(headerCells(view));
  const rows: FrameworkRow[] = [];
  for (const row of tableRows(view)) {
    const text = (field: FrameworkField) => textAt(view.table, row, fields[field]);
    const name = text("name") || text("code");
    const code = text("code");
    if (name === "") {
      issues.push(
        issue("error", "tree.unnamed", {}, {}, at(view.table, row, fields.name ?? fields.code ?? 0)),
      );
      continue;
    }
    const place = at(view.table, row, fields.name ?? fields.code ?? 0);
    rows.push({
      ...attributes(view, row, fields, name, issues),
      code,
      name,
      key: code || name,
      parent: text("parent"),
      weight: weightAt(view.table, row, fields.weight, name, issues),
      at: place,
    });
  }
  return rows;
}

/**
 * One row a leaf, one column a level; a merged or blank cell means "as above". The weight column behind a level column
 * is that level's; other columns belong to the leaf.
 */
export function readLevelFramework(given: TableView, issues: Issue[]): FrameworkRow[] {
  // Only level and weight cells repeat downwards; merges are filled so that each row can be read by itself.
  const view: TableView = { table: unmerged(given.table), header: given.header };
  const header = headerCells(view);
  const levelColumns: number[] = [];
  header.forEach((cell, column) => {
    const level = levelOfHeader(cell);
    if (level > 0 && levelColumns[level - 1] === undefined) levelColumns[level - 1] = column;
  });
  const levels = levelColumns.filter((column) => column !== undefined);
  const last = levels[levels.length - 1];
  const fields = fieldsOf(header.map((cell, column) => (column > last ? cell : null)));
  const weightColumns = levels.map((column, level) => {
    if (level === levels.length - 1) return fields.weight;
    const next = levels[level + 1];
    for (let k = column + 1; k < next; k += 1) if (frameworkHeaders.weight.has(fold(header[k]))) return k;
    return undefined;
  });

  const rows: FrameworkRow[] = [];
  const path: { name: string; key: string }[] = [];
  for (const row of tableRows(view)) {
    const names = levels.map((column) => textAt(view.table, row, column));
    let from = names.findIndex((name, level) => name !== "" && name !== path[level]?.name);
    if (from < 0) {
      // Everything as above: a repeated leaf, or a row that names none.
      from = levels.length - 1;
      if (names[from] === "") {
        issues.push(issue("error", "tree.unnamed", {}, {}, at(view.table, row, last)));
        continue;
      }
    }
    path.length = Math.min(path.length, from);
    for (let level = from; level < levels.length; level += 1) {
      const name = names[level];
      if (name === "" || level > path.length) break;
      const isLeaf = level === levels.length - 1 || names.slice(level + 1).every((deeper) => deeper === "");
      const code = isLeaf ? textAt(view.table, row, fields.code) : "";
      const parent = path[level - 1]?.key ?? "";
      // The path makes keys distinct: two branches may each have a node of the same name.
      const key = code || (parent ? `${parent}\u001f${name}` : name);
      const own = isLeaf ? attributes(view, row, fields, name, issues) : bare;
      const weightColumn = isLeaf ? (weightColumns[level] ?? fields.weight) : weightColumns[level];
      rows.push({
        ...own,
        code,
        name,
        key,
        parent,
        weight: weightAt(view.table, row, weightColumn, name, issues),
        at: at(view.table, row, levels[level]),
        cells:
          weightColumn === undefined
            ? own.cells
            : { ...own.cells, weight: at(view.table, row, weightColumn) },
      });
      path[level] = { name, key };
    }
  }
  return rows;
}

/** Rows below the header up to the first note; blank rows are passed over. */
function* tableRows({ table, header }: TableView): Generator<number> {
  for (let row = header + 1; row < table.rows.length; row += 1) {
    const cells = table.rows[row];
    if (isBlankRow(cells)) continue;
    const first = cells.find((cell) => cell !== null && cell !== "");
    if (startsNote(first)) return;
    yield row;
  }
}

function textAt(table: Table, row: number, column: number | undefined): string {
  return column === undefined ? "" : readText(table.rows[row][column] ?? null);
}

const bare = {
  direction: "positive" as Direction,
  measure: "",
  low: NaN,
  high: NaN,
  idealLow: NaN,
  idealHigh: NaN,
  normalisation: "",
  treatment: "",
  aggregation: "",
  weighting: "",
  denominator: "",
  cells: {},
};

function attributes(
  view: TableView,
  row: number,
  fields: Partial<Record<FrameworkField, number>>,
  name: string,
  issues: Issue[],
): typeof bare & Pick<FrameworkRow, "cells"> {
  const { table } = view;
  const text = (field: FrameworkField) => textAt(table, row, fields[field]);
  const number = (field: FrameworkField) => {
    const column = fields[field];
    if (column === undefined) return NaN;
    const reading = readLoneCell(table.rows[row][column] ?? null, noMarks);
    if (reading.kind === "number" || reading.kind === "text-number" || reading.kind === "percent")
      return reading.value;
    if (reading.kind !== "missing") {
      const params = { found: reading.found, column: readText(headerCells(view)[column]) || field };
      issues.push(issue("error", "tree.bad-number", params, {}, at(table, row, column)));
    }
    return NaN;
  };
  const cells: Partial<Record<FrameworkField, CellRange>> = {};
  for (const [field, column] of Object.entries(fields))
    cells[field as FrameworkField] = at(table, row, column);

  const direction = directionOf(table.rows[row][fields.direction ?? -1] ?? null);
  if (direction === null) {
    const params = { found: text("direction"), indicator: name };
    issues.push(issue("error", "tree.bad-direction", params, {}, cells.direction));
  }
  return {
    direction: direction ?? "positive",
    measure: text("measure"),
    low: number("low"),
    high: number("high"),
    idealLow: number("idealLow"),
    idealHigh: number("idealHigh"),
    normalisation: text("normalisation"),
    treatment: text("treatment"),
    aggregation: text("aggregation"),
    weighting: text("weighting"),
    denominator: text("denominator"),
    cells,
  };
}

function weightAt(
  table: Table,
  row: number,
  column: number | undefined,
  node: string,
  issues: Issue[],
): number {
  if (column === undefined) return NaN;
  const reading = readLoneCell(table.rows[row][column] ?? null, noMarks);
  if (reading.kind === "missing") return NaN;
  const value = reading.kind === "refused" || reading.kind === "error" ? NaN : reading.value;
  if (value >= 0) return value;
  const found = "found" in reading ? reading.found : String(value);
  issues.push(issue("error", "tree.bad-weight", { found, node }, {}, at(table, row, column)));
  return NaN;
}
