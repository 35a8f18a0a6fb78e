import { issue, type Issue } from "../../base/issue";
import type { Cell, Table } from "../../base/table";
import type { Judgement, Node } from "../../engine/index";
import { defaultMissingMarks, foldMark, readText } from "./cell";
import { nameAfter, nodesNamed } from "./find-node";
import { nearest } from "./nearest";
import { at } from "./table-view";
import { fold } from "./words";

/** How the name of a sheet of judgements begins; what follows is the expert's. */
const sheetWords = [
  "judgements", "judgments", "judgement", "judgment", "pairwise comparisons", "pairwise", "ahp",
  "判断矩阵", "两两比较", "两两判断", "层次分析",
]; // prettier-ignore

/** Columns and rows that people put beside a matrix. */
const besides = new Set(
  ["weight", "weights", "w", "wi", "eigenvector", "sum", "total", "ci", "cr", "ri", "λ", "λmax",
   "权重", "特征向量", "合计", "总计", "求和", "一致性"].map(fold),
); // prettier-ignore
const labels = /^(parent|parent node|goal|criterion|expert|上级|上级指标|目标|准则|专家|判断矩阵)$/i;
const marks = new Set(defaultMissingMarks.map(foldMark));
/** Excel makes a date of a typed 1/3, a number in the tens of thousands; no judgement is that great. */
const greatest = 1000;
/** As far as a rounded reciprocal may be off: 0.33 for 3. */
const rounding = 1.05;

/** The expert in the name of a sheet of judgements ("" when it names none); null for another sheet. */
export function judgementSheet(name: string): string | null {
  return nameAfter(name, sheetWords);
}

/**
 * Reads every matrix of judgements on a sheet: a block whose top row and left column are headed by children of one node,
 * by name or code and in any order. The corner, or the cell above it, names the parent and, behind a separator such as
 * "·" or in brackets, the expert; without a parent there, the only node that has these children. Judgements are numbers
 * or fractions (3, 1/3, 1:3); blank is not judged, one half is enough. Two that contradict each other are settled by
 * their geometric mean.
 */
export function readJudgements(table: Table, nodes: readonly Node[], issues: Issue[]): Judgement[] {
  const found: Judgement[] = [];
  const taken = new Set<number>();
  const width = table.rows[0]?.length ?? 0;
  const all = nodes.map((_, k) => k);
  for (let row = 0; row < table.rows.length; row += 1) {
    for (let column = 0; column < width; column += 1) {
      if (taken.has(row * width + column)) continue;
      const block = blockAt(table, row, column);
      const known = (label: string) => nodesNamed(label, nodes, all).length > 0;
      if (block.across.filter(known).length < 2 || block.down.filter(known).length < 2) continue;
      for (let i = 0; i <= block.down.length; i += 1) {
        for (let j = 0; j <= block.across.length; j += 1) taken.add((row + i) * width + column + j);
      }
      const judgement = readMatrix(table, block, nodes, issues);
      if (judgement) found.push(judgement);
    }
  }
  return found;
}

interface Block {
  readonly row: number;
  readonly column: number;
  /** Labels to the right of the corner and below it, up to the first blank. */
  readonly across: readonly string[];
  readonly down: readonly string[];
}

function blockAt(table: Table, row: number, column: number): Block {
  const text = (r: number, c: number) => readText(table.rows[r]?.[c] ?? null);
  const across: string[] = [];
  for (let c = column + 1; text(row, c) !== ""; c += 1) across.push(text(row, c));
  const down: string[] = [];
  for (let r = row + 1; text(r, column) !== ""; r += 1) down.push(text(r, column));
  return { row, column, across, down };
}

function readMatrix(table: Table, block: Block, nodes: readonly Node[], issues: Issue[]): Judgement | null {
  const { row, column, across, down } = block;
  const corner = readText(table.rows[row][column]);
  const above = row > 0 ? table.rows[row - 1].slice(column, column + across.length + 1).map(readText) : [];
  const title = readTitle([corner, ...above], nodes);
  const parent = title.parent ?? parentOf([...across, ...down], nodes);
  if (parent === null) {
    const written = corner || above.find((text) => text !== "") || "–";
    const parents = nodes.filter(({ children }) => children.length > 0).map(({ name }) => name);
    const params = { found: written, nearest: nearest(written, parents, 3).join(", ") };
    issues.push(issue("error", "judgement.unknown-parent", params, {}, at(table, row, column)));
    return null;
  }
  const { children, name } = nodes[parent];
  const childOf = (label: string, r: number, c: number): number => {
    const own = nodesNamed(label, nodes, children);
    if (own.length === 1) return children.indexOf(own[0]);
    if (!besides.has(fold(label))) {
      const known = children.map((child) => nodes[child].name).join(", ");
      const params = { found: label, parent: name, known };
      issues.push(issue("error", "judgement.unknown-child", params, {}, at(table, r, c)));
    }
    return -1;
  };
  const columnChild = across.map((label, j) => childOf(label, row, column + 1 + j));
  const rowChild = down.map((label, i) => childOf(label, row + 1 + i, column));

  const k = children.length;
  const matrix = new Float64Array(k * k).fill(NaN);
  const places = new Map<number, [number, number]>();
  rowChild.forEach((a, i) =>
    columnChild.forEach((b, j) => {
      if (a < 0 || b < 0) return;
      const [r, c] = [row + 1 + i, column + 1 + j];
      const cell = table.rows[r][c];
      const value = readJudgement(cell);
      if (Number.isNaN(value) || (a === b && value !== null && Math.abs(value - 1) > 1e-9)) {
        const params = { found: readText(cell), parent: name };
        issues.push(issue("error", "judgement.bad-cell", params, {}, at(table, r, c)));
      } else if (value !== null) {
        matrix[a * k + b] = value;
        places.set(a * k + b, [r, c]);
      }
    }),
  );
  const names = children.map((child) => nodes[child].name);
  settle(matrix, names, (a, b, one, other) => {
    const params = { row: names[a], column: names[b], parent: name, one, other };
    const [r, c] = places.get(b * k + a)!;
    issues.push(issue("warning", "judgement.not-reciprocal", params, {}, at(table, r, c)));
  });
  return { expert: title.expert || (judgementSheet(table.sheet) ?? ""), parent, matrix };
}

/** Puts √(a_ij/a_ji) for judgements that contradict each other, and tells of them. */
function settle(
  matrix: Float64Array,
  names: readonly string[],
  tell: (a: number, b: number, one: number, other: number) => void,
): void {
  const k = names.length;
  for (let a = 0; a < k; a += 1) {
    for (let b = a + 1; b < k; b += 1) {
      const one = matrix[a * k + b];
      const other = matrix[b * k + a];
      if (!(Math.abs(Math.log(one * other)) > Math.log(rounding))) continue;
      tell(a, b, one, other);
      matrix[a * k + b] = Math.sqrt(one / other);
      matrix[b * k + a] = Math.sqrt(other / one);
    }
  }
}

/** The parent and the expert in the texts at a matrix's corner and above it. */
function readTitle(
  texts: readonly string[],
  nodes: readonly Node[],
): { parent: number | null; expert: string } {
  const parents = nodes.map((_, k) => k).filter((k) => nodes[k].children.length > 0);
  let parent: number | null = null;
  const rest: string[] = [];
  for (const text of texts.filter(Boolean)) {
    // A name may itself hold a separator: the whole text is tried first.
    const whole: number[] = parent === null ? nodesNamed(text, nodes, parents) : [];
    if (whole.length === 1) {
      parent = whole[0];
      continue;
    }
    for (const part of text.split(/[|·:：,，;；/()（）–—]|\s-\s/)) {
      const piece = part.trim();
      if (piece === "" || labels.test(piece)) continue;
      const own: number[] = parent === null ? nodesNamed(piece, nodes, parents) : [];
      if (own.length === 1) parent = own[0];
      else rest.push(piece);
    }
  }
  return { parent, expert: parent === null ? "" : (rest[0] ?? "") };
}

/** The only node of which most of the labels name children; null when there is none or more than one. */
function parentOf(names: readonly string[], nodes: readonly Node[]): number | null {
  const wanted = names.filter((label) => !besides.has(fold(label)));
  const counts = nodes.map(
    ({ children }) => wanted.filter((label) => nodesNamed(label, nodes, children).length === 1).length,
  );
  const most = Math.max(...counts);
  const fitting = counts.flatMap((count, k) => (count === most ? [k] : []));
  return most > wanted.length / 2 && fitting.length === 1 ? fitting[0] : null;
}

/** A judgement: a number above zero, null for a blank or a missing mark, NaN for what is none. */
function readJudgement(cell: Cell): number | null {
  if (cell === null || cell === "") return null;
  if (typeof cell === "string") {
    const text = cell
      .normalize("NFKC")
      .replace(/\u2044|\s*[:：]\s*/g, "/")
      .trim();
    if (text === "" || marks.has(foldMark(text))) return null;
    const fraction = /^(\d+(?:\.\d+)?)(?:\s*\/\s*(\d+(?:\.\d+)?))?$/.exec(text);
    if (!fraction) return NaN;
    return readJudgement(Number(fraction[1]) / Number(fraction[2] ?? 1));
  }
  return typeof cell === "number" && cell > 0 && cell < greatest ? cell : NaN;
}
