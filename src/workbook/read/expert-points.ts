import { issue, type Issue } from "../../base/issue";
import type { Table } from "../../base/table";
import type { Node } from "../../engine/index";
import { defaultMissingMarks, foldMark, readLoneCell, readText } from "./cell";
import { nameAfter, nodesNamed } from "./find-node";
import { nearest } from "./nearest";
import { at } from "./table-view";
import { fold, startsNote } from "./words";

const sheetWords = [
  "expert weights", "experts' weights", "expert points", "experts' points", "budget allocation",
  "专家打分", "专家评分", "专家赋权", "专家权重",
]; // prettier-ignore

/** Columns and rows that sum up the experts, and notes beside them. */
const besides = new Set(
  ["mean", "average", "median", "total", "sum", "note", "notes", "remark", "weight", "level", "parent",
   "平均", "平均分", "均值", "平均值", "中位数", "合计", "总计", "总分", "备注", "说明", "权重", "层级", "上级", "序号"].map(fold),
); // prettier-ignore
const marks = new Set(defaultMissingMarks.map(foldMark));

/** Whether a sheet is one of experts' points, by its name. */
export function isPointsSheet(name: string): boolean {
  return nameAfter(name, sheetWords) !== null;
}

/**
 * Reads experts' points: rows are nodes, by code or name, every other column with numbers is an expert, headed by a name.
 * Per node the mean of the points given; NaN for a node without any. A blank is no points. Rows and columns that sum up
 * (合计, mean) are passed over.
 */
export function readPoints(tables: readonly Table[], nodes: readonly Node[], issues: Issue[]): Float64Array {
  const sums = new Float64Array(nodes.length);
  const counts = new Float64Array(nodes.length);
  for (const table of tables) {
    readTable(table, nodes, issues, (node, points) => {
      sums[node] += points;
      counts[node] += 1;
    });
  }
  return sums.map((sum, node) => sum / counts[node]);
}

function readTable(
  table: Table,
  nodes: readonly Node[],
  issues: Issue[],
  give: (node: number, points: number) => void,
): void {
  const all = nodes.map((_, k) => k);
  const width = table.rows[0]?.length ?? 0;
  const cell = (row: number, column: number) => table.rows[row][column] ?? null;
  const named = Array.from({ length: width }, (_, column) =>
    table.rows.flatMap((__, row) =>
      nodesNamed(readText(cell(row, column)), nodes, all).length > 0 ? [row] : [],
    ),
  );
  const most = Math.max(0, ...named.map((rows) => rows.length));
  if (most === 0) return;
  // Codes tell nodes apart that share a name, and stand first.
  const labelColumn = named.findIndex((rows) => rows.length === most);
  const first = named[labelColumn][0];
  const header = first - 1;
  const experts = Array.from({ length: width }, (_, column) => column).filter(
    (column) =>
      column > labelColumn &&
      named[column].length < most / 2 &&
      !(header >= 0 && besides.has(fold(cell(header, column)))) &&
      table.rows.some((_, row) => row >= first && readLoneCell(cell(row, column), marks).kind === "number"),
  );
  for (let row = first; row < table.rows.length; row += 1) {
    const label = readText(cell(row, labelColumn));
    if (label === "" || besides.has(fold(label))) continue;
    if (startsNote(label)) return;
    const own = nodesNamed(label, nodes, all);
    if (own.length !== 1) {
      if (experts.every((column) => readLoneCell(cell(row, column), marks).kind === "missing")) continue;
      const names = nodes.map(({ name }) => name);
      const params = { found: label, nearest: nearest(label, names, 3).join(", ") };
      issues.push(issue("error", "points.unknown-node", params, {}, at(table, row, labelColumn)));
      continue;
    }
    for (const column of experts) {
      const reading = readLoneCell(cell(row, column), marks);
      if (reading.kind === "missing") continue;
      const points = reading.kind === "refused" || reading.kind === "error" ? NaN : reading.value;
      if (points >= 0 && points < Infinity) {
        give(own[0], points);
        continue;
      }
      const found = "found" in reading ? reading.found : String(reading.value);
      const expert = (header >= 0 && readText(cell(header, column))) || `#${column - labelColumn}`;
      const params = { found, node: nodes[own[0]].name, expert };
      issues.push(issue("error", "points.bad-cell", params, { node: own[0] }, at(table, row, column)));
    }
  }
}
