import { toA1, type CellRange } from "../../base/address";
import { issue, type Issue } from "../../base/issue";
import {
  aggregators,
  normalisers,
  treatments,
  weighters,
  type Indicator,
  type Method,
  type MethodChoice,
  type Node,
} from "../../engine/index";
import type { FrameworkRow } from "./framework";
import { parseMethod } from "./parse-method";
import { fold, sameName } from "./words";

export interface Tree {
  readonly nodes: readonly Node[];
  readonly indicators: readonly Indicator[];
  /** Where each node's name, and each indicator's, stands; null for an index that the framework does not name. */
  readonly nodeAt: readonly (CellRange | null)[];
  readonly indicatorAt: readonly CellRange[];
  /** Where what the framework says of each node stands. */
  readonly cellsOf: readonly FrameworkRow["cells"][];
}

/**
 * Builds the tree from the framework's rows, in their order. One single row without a parent that has children is the
 * index itself; else an index named `indexName` is put above them. Null (with issues) when no indicator is left.
 */
export function buildTree(given: readonly FrameworkRow[], indexName: string, issues: Issue[]): Tree | null {
  const rows = distinct(
    given.map((row) => sound(row, issues)).filter((row) => row !== null),
    issues,
  );
  const parents = resolveParents(rows, issues);
  const children = new Map<FrameworkRow | null, FrameworkRow[]>();
  for (const row of rows) {
    const parent = parents.get(row);
    if (parent === undefined) continue;
    children.set(parent, [...(children.get(parent) ?? []), row]);
  }
  noteCycles(rows, parents, issues);

  const tops = children.get(null) ?? [];
  const root = tops.length === 1 && children.has(tops[0]) ? tops[0] : null;
  const nodes: Node[] = [];
  const indicators: Indicator[] = [];
  const nodeAt: (CellRange | null)[] = [];
  const indicatorAt: CellRange[] = [];
  const cellsOf: FrameworkRow["cells"][] = [];
  const add = (row: FrameworkRow | null, parent: number, level: number): number => {
    const own = row === null ? tops : (children.get(row) ?? []);
    const isLeaf = row !== null && own.length === 0;
    const index = nodes.length;
    const childNodes: number[] = [];
    nodes.push({
      code: row?.code ?? "",
      name: row?.name ?? indexName,
      level,
      parent,
      children: childNodes,
      weight: row?.weight ?? NaN,
      indicator: isLeaf ? indicators.length : -1,
      aggregation: row && !isLeaf ? methodOf(row, "aggregation", aggregators, issues) : null,
      weighting: row && !isLeaf ? methodOf(row, "weighting", weighters, issues) : null,
    });
    nodeAt.push(row?.at ?? null);
    cellsOf.push(row?.cells ?? {});
    if (isLeaf) {
      indicators.push(indicatorOf(row, issues));
      indicatorAt.push(row.at);
    }
    for (const child of own) childNodes.push(add(child, index, level + 1));
    return index;
  };
  add(root, -1, 0);
  if (indicators.length === 0) {
    issues.push(issue("error", "tree.empty", {}, {}, given[0]?.at));
    return null;
  }
  noteWeights(nodes, nodeAt, issues);
  return { nodes, indicators, nodeAt, indicatorAt, cellsOf };
}

/** A row whose bounds make sense: bounds that do not are left out, an ideal without its value leaves the row out. */
function sound(row: FrameworkRow, issues: Issue[]): FrameworkRow | null {
  if (
    (row.direction === "ideal" && Number.isNaN(row.idealLow)) ||
    (row.direction === "interval" && !(row.idealLow <= row.idealHigh))
  ) {
    const params = { indicator: row.name, direction: row.direction };
    issues.push(
      issue("error", "tree.ideal-missing", params, {}, row.cells.idealLow ?? row.cells.direction ?? row.at),
    );
    return null;
  }
  if (row.low >= row.high) {
    const params = { indicator: row.name, low: row.low, high: row.high };
    issues.push(issue("error", "tree.low-not-below-high", params, {}, row.cells.low));
    return { ...row, low: NaN, high: NaN };
  }
  return row;
}

function distinct(rows: readonly FrameworkRow[], issues: Issue[]): FrameworkRow[] {
  const first = new Map<string, FrameworkRow>();
  return rows.filter((row) => {
    const key = sameName(row.key);
    const earlier = first.get(key);
    if (earlier) {
      issues.push(issue("error", "tree.duplicate", { node: row.name, first: toA1(earlier.at) }, {}, row.at));
      return false;
    }
    first.set(key, row);
    return true;
  });
}

/** Each row's parent row; null for a top row; absent for an orphan. */
function resolveParents(
  rows: readonly FrameworkRow[],
  issues: Issue[],
): Map<FrameworkRow, FrameworkRow | null> {
  const byKey = new Map(rows.map((row) => [sameName(row.key), row]));
  const byName = new Map<string, FrameworkRow>();
  for (const row of rows) if (!byName.has(sameName(row.name))) byName.set(sameName(row.name), row);
  const parents = new Map<FrameworkRow, FrameworkRow | null>();
  for (const row of rows) {
    if (row.parent === "") {
      parents.set(row, null);
      continue;
    }
    const parent = byKey.get(sameName(row.parent)) ?? byName.get(sameName(row.parent));
    if (parent) parents.set(row, parent);
    else {
      const at = row.cells.parent ?? row.at;
      issues.push(issue("error", "tree.orphan", { node: row.name, parent: row.parent }, {}, at));
    }
  }
  return parents;
}

function noteCycles(
  rows: readonly FrameworkRow[],
  parents: ReadonlyMap<FrameworkRow, FrameworkRow | null>,
  issues: Issue[],
): void {
  const settled = new Set<FrameworkRow>();
  for (const start of rows) {
    const path: FrameworkRow[] = [];
    let row: FrameworkRow | null | undefined = start;
    while (row && !settled.has(row) && !path.includes(row)) {
      path.push(row);
      row = parents.get(row);
    }
    if (row && path.includes(row)) {
      const circle = path.slice(path.indexOf(row));
      const nodes = circle.map((each) => each.name).join(" → ");
      issues.push(issue("error", "tree.cycle", { nodes }, {}, circle[0].cells.parent ?? circle[0].at));
    }
    for (const each of path) settled.add(each);
  }
}

function methodOf(
  row: FrameworkRow,
  field: "normalisation" | "treatment" | "aggregation" | "weighting",
  family: readonly Method[],
  issues: Issue[],
): MethodChoice | null {
  if (fold(row[field]) === "") return null;
  return parseMethod(row[field], family, { setting: field, at: row.cells[field] }, issues);
}

function indicatorOf(row: FrameworkRow, issues: Issue[]): Indicator {
  return {
    code: row.code,
    name: row.name,
    measure: row.measure,
    direction: row.direction,
    low: row.low,
    high: row.high,
    idealLow: row.idealLow,
    idealHigh: row.idealHigh,
    denominator: row.denominator,
    normalisation: methodOf(row, "normalisation", normalisers, issues),
    treatment: methodOf(row, "treatment", treatments, issues),
  };
}

const near = (a: number, b: number) => Math.abs(a - b) <= 0.005 * Math.max(1, Math.abs(b));

/** What the weights inside a parent could be meant to add up to. */
const conventions: readonly ((parent: Node) => number)[] = [() => 1, () => 100, (parent) => parent.weight];

/**
 * Weights may be fractions, percents or points of the parent. The convention that most parents keep is taken as the
 * framework's; a parent that keeps none of its siblings' gets a warning with both sums. Equal weights are always fine.
 */
function noteWeights(nodes: readonly Node[], nodeAt: readonly (CellRange | null)[], issues: Issue[]): void {
  const checked: { node: Node; k: number; sum: number }[] = [];
  nodes.forEach((node, k) => {
    if (node.children.length === 0) return;
    const weights = node.children.map((child) => nodes[child].weight);
    const at = nodeAt[k] ?? nodeAt[node.children[0]] ?? undefined;
    const absent = node.children.filter((child) => Number.isNaN(nodes[child].weight));
    if (absent.length === weights.length) return;
    if (absent.length > 0) {
      const missing = absent.map((child) => nodes[child].name).join(", ");
      issues.push(
        issue(
          "warning",
          "tree.weights-partly-missing",
          { parent: node.name, missing },
          { node: k },
          nodeAt[absent[0]] ?? at,
        ),
      );
      return;
    }
    const sum = weights.reduce((total, weight) => total + weight, 0);
    if (sum === 0) issues.push(issue("warning", "tree.weights-zero", { parent: node.name }, { node: k }, at));
    else if (weights.some((weight) => weight !== weights[0])) checked.push({ node, k, sum });
  });
  const kept = conventions.map(
    (convention) => checked.filter(({ node, sum }) => near(sum, convention(node))).length,
  );
  const best = Math.max(...kept);
  let convention = best > 0 ? conventions[kept.indexOf(best)] : null;
  if (!convention && checked.length > 0) {
    const greatest = Math.max(...checked.map(({ sum }) => sum));
    convention = greatest < 2 ? conventions[0] : greatest > 50 && greatest < 150 ? conventions[1] : null;
  }
  if (!convention) return;
  for (const { node, k, sum } of checked) {
    const keepsSome = conventions.some((each, c) => kept[c] > 0 && near(sum, each(node)));
    if (near(sum, convention(node)) || keepsSome) continue;
    const own = convention(node);
    const expected = Number.isNaN(own) ? 100 : own;
    if (near(sum, expected)) continue;
    const at = nodeAt[k] ?? nodeAt[node.children[0]] ?? undefined;
    issues.push(issue("warning", "tree.weights-sum", { parent: node.name, sum, expected }, { node: k }, at));
  }
}
