import { issue, type Issue } from "../../base/issue";
import type { Table } from "../../base/table";
import type { Band, Indicator, ScoringRule } from "../../engine/index";
import { readLoneCell, readText } from "./cell";
import { at, findHeader, headerCells, isBlankRow, type TableView } from "./table-view";
import { fold, folded, sameName, startsNote } from "./words";

const headers = {
  indicator: folded([
    "indicator",
    "indicator code",
    "indicator name",
    "code",
    "name",
    "指标",
    "指标名称",
    "指标代码",
    "代码",
  ]),
  from: folded(["from", "low", "at least", "下限", "起", "区间下限", "大于等于"]),
  to: folded(["to", "high", "below", "上限", "止", "区间上限", "小于"]),
  points: folded(["points", "score", "points from", "得分", "分数", "分值", "起始得分"]),
  toPoints: folded(["points to", "to points", "end points", "截止得分", "终止得分", "上限得分"]),
} as const;
type Field = keyof typeof headers;

const noMarks: ReadonlySet<string> = new Set();

function fieldsOf(view: TableView): Partial<Record<Field, number>> {
  const fields: Partial<Record<Field, number>> = {};
  headerCells(view).forEach((cell, column) => {
    const word = fold(cell);
    const field = (Object.keys(headers) as Field[]).find(
      (each) => fields[each] === undefined && headers[each].has(word),
    );
    if (word !== "" && field) fields[field] = column;
  });
  return fields;
}

/** The table of scoring rules: one row a band, with the indicator, its bounds and its points. */
export function findScoringRules(table: Table): TableView | null {
  return findHeader(table, (row) => {
    const words = row.map(fold);
    const has = (field: Field) => words.some((word) => headers[field].has(word));
    return has("indicator") && has("points") && (has("from") || has("to")) ? 1 : 0;
  });
}

/**
 * Reads bands of points by indicator. A blank indicator means the one above; a blank bound means none; without points at
 * the end a band is flat. Rows that cannot be read get an issue at their cell and are left out.
 */
export function readScoringRules(
  view: TableView,
  indicators: readonly Indicator[],
  issues: Issue[],
): ScoringRule[] {
  const fields = fieldsOf(view);
  const bands = new Map<number, Band[]>();
  let indicator = -1;
  for (let row = view.header + 1; row < view.table.rows.length; row += 1) {
    const cells = view.table.rows[row];
    if (isBlankRow(cells)) continue;
    if (startsNote(cells.find((cell) => cell !== null))) break;
    const text = readText(cells[fields.indicator!] ?? null);
    if (text !== "") {
      indicator = indicators.findIndex((each) =>
        [each.code, each.name].some((name) => name !== "" && sameName(name) === sameName(text)),
      );
      if (indicator < 0)
        issues.push(
          issue(
            "error",
            "rules.unknown-indicator",
            { found: text },
            {},
            at(view.table, row, fields.indicator!),
          ),
        );
    }
    if (indicator < 0) continue;
    const number = (field: Field, absent: number): number => {
      const column = fields[field];
      if (column === undefined) return absent;
      const reading = readLoneCell(cells[column] ?? null, noMarks);
      if (reading.kind === "missing") return absent;
      if (reading.kind === "refused" || reading.kind === "error") {
        const params = { found: reading.found, column: readText(headerCells(view)[column]) };
        issues.push(issue("error", "tree.bad-number", params, {}, at(view.table, row, column)));
        return NaN;
      }
      return reading.value;
    };
    const from = number("from", -Infinity);
    const to = number("to", Infinity);
    const fromPoints = number("points", NaN);
    const toPoints = number("toPoints", fromPoints);
    if (from > to) {
      const params = { indicator: indicators[indicator].name, from, to };
      issues.push(
        issue(
          "error",
          "rules.upside-down",
          params,
          { indicator },
          at(view.table, row, fields.from ?? fields.to!),
        ),
      );
      continue;
    }
    if ([from, to, fromPoints, toPoints].some(Number.isNaN)) continue;
    bands.set(indicator, [...(bands.get(indicator) ?? []), { from, to, fromPoints, toPoints }]);
  }
  return [...bands].map(([j, own]) => ({ indicator: j, bands: own.sort((a, b) => a.from - b.from) }));
}
