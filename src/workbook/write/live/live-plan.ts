import type { CellRange } from "../../../base/address";
import { rowOf, type Result } from "../../../engine/index";
import type { Reading } from "../../read/read-workbook";
import { aggregationFormula, type AggregationFormula } from "./aggregation-formula";
import { scaleOf, type LiveScale } from "./live-scale";
import { tierCuts, type TierCut } from "./tier-cut";

/** A data sheet on which units are looked up, row by row. */
export interface DataRows {
  readonly sheet: string;
  /** First and last row of the units there. */
  readonly top: number;
  readonly bottom: number;
  /** The column in which every unit is found under `keys`; -1 where they cannot be told apart by one. */
  readonly keyColumn: number;
  readonly keys: readonly string[];
  /** Per unit its row; -1 where the sheet lacks it. */
  readonly rows: Int32Array;
}

/** Where an indicator's values stand; a value that does not stand there as it was scored is written as a number. */
export interface ValueSource {
  /** Index into `LivePlan.data`. */
  readonly data: number;
  readonly column: number;
  /** The column to divide by, when there is one. */
  readonly denominator: { readonly data: number; readonly column: number } | null;
  /** Per unit: 1 where the formula gives the value that was scored. */
  readonly holds: Uint8Array;
}

/** What of a result can be written as formulas, and from which cells. */
export interface LivePlan {
  readonly data: readonly DataRows[];
  /** Per indicator; null where its values are written as numbers. */
  readonly values: readonly (ValueSource | null)[];
  /** Per indicator; null where its scores are written as numbers. */
  readonly scales: readonly (LiveScale | null)[];
  /** Per node with children; null for leaves and where the node's scores are written as numbers. */
  readonly nodes: readonly (AggregationFormula | null)[];
  /** Lower bounds of the tiers, best first; null where they are written as numbers. */
  readonly cuts: readonly TierCut[] | null;
}

export function planFormulas(result: Result, reading: Reading): LivePlan {
  const { study, recipe } = result;
  const { data, values } = findValues(result, reading);
  // On a scale that several years share, one year's sheet does not hold all that the scale is made from.
  const ownScale = reading.panel.length < 2 || reading.scale === "own";
  return {
    data,
    values,
    scales: study.indicators.map((_, j) => (ownScale ? scaleOf(result, reading, j) : null)),
    nodes: study.nodes.map((_, k) => aggregationFormula(result, k)),
    cuts: tierCuts(recipe, result),
  };
}

interface Column {
  readonly sheet: string;
  readonly column: number;
  readonly rows: Int32Array;
}

/** A column of the study on one sheet, as far as its cells stand in one column of it; null where they do not. */
function columnOf(units: number, cell: (unit: number) => CellRange | null): Column | null {
  const rows = new Int32Array(units).fill(-1);
  let first: CellRange | null = null;
  for (let i = 0; i < units; i += 1) {
    const at = cell(i);
    if (!at) continue;
    first ??= at;
    if (at.sheet !== first.sheet || at.left !== first.left) return null;
    rows[i] = at.top;
  }
  return first && { sheet: first.sheet, column: first.left, rows };
}

function findValues(
  { study, stages }: Result,
  reading: Reading,
): { data: DataRows[]; values: (ValueSource | null)[] } {
  const { places, held } = reading;
  const units = study.units.length;
  const data: DataRows[] = [];
  if (!places) return { data, values: study.indicators.map(() => null) };
  /** The data sheet that a column's rows belong to. */
  const dataOf = ({ sheet, rows }: Column): number => {
    const known = data.findIndex(
      (each) => each.sheet === sheet && rows.every((row, unit) => row === each.rows[unit]),
    );
    if (known >= 0) return known;
    data.push(dataRows(sheet, rows, study.units, held));
    return data.length - 1;
  };
  const values = study.indicators.map((indicator, j): ValueSource | null => {
    const column = columnOf(units, (unit) => places.data.cell(j, unit));
    if (!column) return null;
    const by = indicator.denominator
      ? columnOf(units, (unit) => places.data.column(indicator.denominator, unit))
      : null;
    if (indicator.denominator && !by) return null;
    const scored = rowOf(stages.treated, j, units);
    const at = ({ sheet, column: left }: Column, row: number) =>
      row < 0 ? null : held({ sheet, top: row, left, bottom: row, right: left });
    const holds = Uint8Array.from(scored, (value, unit) => {
      const cell = at(column, column.rows[unit]);
      const divisor = by ? at(by, by.rows[unit]) : 1;
      const usable = typeof cell === "number" && typeof divisor === "number" && divisor !== 0;
      // Both rows come from one lookup of the unit, or the formula has none to look it up by.
      if (column.rows[unit] < 0 || (by && by.rows[unit] < 0)) return 0;
      return (usable ? cell / divisor === value : Number.isNaN(value)) ? 1 : 0;
    });
    return {
      data: dataOf(column),
      column: column.column,
      denominator: by && { data: dataOf(by), column: by.column },
      holds,
    };
  });
  return { data, values };
}

/** How far to the left of everything names and codes are looked for. */
const keyColumns = 30;

/** Finds the column by which units can be looked up: each under its own text, which stands there once. */
function dataRows(
  sheet: string,
  rows: Int32Array,
  units: Result["study"]["units"],
  held: Reading["held"],
): DataRows {
  const used = rows.filter((row) => row >= 0);
  const top = used.reduce((least, row) => Math.min(least, row), Infinity);
  const bottom = used.reduce((most, row) => Math.max(most, row), 0);
  const textAt = (row: number, left: number) => held({ sheet, top: row, left, bottom: row, right: left });
  for (let left = 0; left < keyColumns; left += 1) {
    for (const names of [units.map((unit) => unit.name), units.map((unit) => unit.code)]) {
      const count = new Map<string, number>();
      const fits = names.every((name, unit) => {
        if (rows[unit] < 0) return true;
        // A lookup takes ? * ~ for patterns and does not see case.
        return name !== "" && !/[?*~]/.test(name) && textAt(rows[unit], left) === name;
      });
      if (!fits) continue;
      for (let row = top; row <= bottom; row += 1) {
        const text = String(textAt(row, left) ?? "").toLowerCase();
        count.set(text, (count.get(text) ?? 0) + 1);
      }
      if (names.every((name, unit) => rows[unit] < 0 || count.get(name.toLowerCase()) === 1)) {
        return { sheet, top, bottom, keyColumn: left, keys: names, rows };
      }
    }
  }
  return { sheet, top, bottom, keyColumn: -1, keys: [], rows };
}
