import { toA1, type CellRange } from "../../base/address";
import { issue, type Issue } from "../../base/issue";
import type { Unit } from "../../engine/index";
import { readText } from "./cell";
import { rowsOf, yearAt, type DataSheet } from "./data-sheet";
import { nearestUnits } from "./nearest";
import { firstEqual, hashOf } from "./first-equal";
import type { ReadOptions } from "./settings";
import { at } from "./table-view";
import { unitIndex } from "./unit-index";
import { sameName } from "./words";

/** The rows of a data sheet that are read, in their order, and the unit that each is of. */
export interface Lines {
  readonly sheet: DataSheet;
  readonly rows: Int32Array;
  readonly units: Int32Array;
  /** Per unit its row; -1 for a unit that is not on the sheet. */
  readonly rowOf: Int32Array;
}

/** Where the name (else the code) of a row's unit stands. */
export function unitPlace({ view, name, code }: DataSheet, row: number): CellRange {
  return at(view.table, row, name >= 0 ? name : code);
}

/**
 * Finds the units that the rows of data sheets are of, for one year ("" for data without years). The first sheet names the
 * units; rows of the others are matched to them by code, else by name. What is no unit's, and a unit's second row, is left
 * out with an issue.
 */
export function readLines(
  sheets: readonly DataSheet[],
  year: string,
  options: ReadOptions,
  issues: Issue[],
): { readonly units: readonly Unit[]; readonly lines: readonly Lines[] } {
  const units: Unit[] = [];
  const lines = sheets.map((sheet, s) => {
    const { table } = sheet.view;
    const hidden = new Set(table.hiddenRows.map((row) => row - table.top));
    const own = sheet.year < 0 ? rowsOf(sheet) : rowsOf(sheet).filter((row) => yearAt(sheet, row) === year);
    noteHidden(sheet, own, hidden, options, issues);
    const add = s === 0 ? newUnits(units, own.length) : null;
    const find = unitIndex(units, sheet.code >= 0, options.confirmed ?? new Map());
    const read = new Int32Array(own.length);
    const of = new Int32Array(own.length);
    let count = 0;
    const rowOf = new Int32Array(s === 0 ? own.length : units.length).fill(-1);
    for (const row of own) {
      if (options.excludeHidden && hidden.has(row)) continue;
      const cells = table.rows[row];
      const code = sheet.code >= 0 ? readText(cells[sheet.code]) : "";
      const name = sheet.name >= 0 ? readText(cells[sheet.name]) : "";
      if (code === "" && name === "") {
        issues.push(issue("error", "data.unit-unnamed", {}, {}, unitPlace(sheet, row)));
        continue;
      }
      let unit: number;
      if (add) unit = add(code, name);
      else {
        const match = find(code, name);
        unit = match.unit;
        if (match.alike) {
          const params = { found: name || code, unit: units[unit].name };
          issues.push(issue("note", "data.unit-matched", params, {}, unitPlace(sheet, row)));
        }
        if (match.left) {
          const params = { name: name || code, sheet: table.sheet };
          issues.push(issue("note", "data.unit-left-out", params, {}, unitPlace(sheet, row)));
          continue;
        }
        if (unit < 0) {
          const known = units.map((each) => (name ? each.name : each.code));
          const candidates = nearestUnits(name || code, known, 3).join(", ");
          const params = { unit: name || code, sheet: table.sheet, candidates };
          issues.push(issue("error", "data.unmatched-unit", params, {}, unitPlace(sheet, row)));
          continue;
        }
      }
      if (rowOf[unit] >= 0) {
        const params = { unit: name || code, first: toA1(unitPlace(sheet, rowOf[unit])) };
        issues.push(issue("error", "data.duplicate-unit", params, {}, unitPlace(sheet, row)));
        continue;
      }
      rowOf[unit] = row;
      read[count] = row;
      of[count] = unit;
      count += 1;
    }
    return { sheet, rows: read.subarray(0, count), units: of.subarray(0, count), rowOf: rowOf.subarray(0, units.length) }; // prettier-ignore
  });
  return { units, lines };
}

/** Adds a unit for each code, else name, that is not known yet; returns its index. */
function newUnits(units: Unit[], most: number): (code: string, name: string) => number {
  const keys: string[] = [];
  const isEqual = (one: number, other: number) => keys[one] === keys[other];
  const byCode = firstEqual(most, isEqual);
  const byName = firstEqual(most, isEqual);
  return (code, name) => {
    const key = sameName(code !== "" ? code : name);
    keys[units.length] = key;
    const unit = (code !== "" ? byCode : byName)(units.length, hashOf(key));
    if (unit === units.length) units.push({ name: name || code, code });
    return unit;
  };
}

function noteHidden(
  sheet: DataSheet,
  rows: readonly number[],
  hidden: ReadonlySet<number>,
  options: ReadOptions,
  issues: Issue[],
): void {
  if (hidden.size === 0 || options.excludeHidden) return;
  const here = rows.filter((row) => hidden.has(row));
  if (here.length === 0) return;
  const { table } = sheet.view;
  // Where both a name and a code stand, the one further right.
  const place = at(table, here[0], Math.max(sheet.name, sheet.code));
  issues.push(issue("note", "data.hidden-rows", { count: here.length, sheet: table.sheet }, {}, place));
}
