import { issue, type Issue } from "../../base/issue";
import type { Table } from "../../base/table";
import type { Unit } from "../../engine/index";
import { readText } from "./cell";
import { nameAfter } from "./find-node";
import { nearestUnits } from "./nearest";
import { at, isBlankRow } from "./table-view";
import { fold, folded, sameName, unitNameHeaders } from "./words";

const sheetWords = ["name matches", "name match", "名称对照", "名称匹配"];
const onSheet = folded(["name on the sheet", "name in the sheet", "found", "表中名称", "原名称", "写法"]);
const ofUnit = folded(["unit", "unit name", "matched unit", "单位", "单位名称", "对应单位", "标准名称"]);

/** A pair that the user confirmed: what stands on a sheet, and the unit it is of. */
interface Pair {
  readonly found: string;
  readonly unit: string;
  readonly table: Table;
  readonly row: number;
  readonly column: number;
}

export function isNameMatches(sheet: string): boolean {
  return nameAfter(sheet, sheetWords) !== null;
}

/** Where a sheet of pairs has its header (-1 for none) and its two columns. */
export function matchColumns(table: Table): { header: number; found: number; unit: number } {
  const header = table.rows.findIndex((row) => row.some((cell) => onSheet.has(fold(cell))));
  const head = table.rows[header] ?? [];
  const left = head.findIndex((cell) => onSheet.has(fold(cell)));
  const found = left < 0 ? 0 : left;
  const named = head.findIndex((cell, column) => column !== found && (ofUnit.has(fold(cell)) || unitNameHeaders[0].has(fold(cell)))); // prettier-ignore
  return { header, found, unit: named < 0 ? found + 1 : named };
}

/** The confirmed pairs of the sheets so named: a header with both columns, or two columns without. */
export function readNameMatches(tables: readonly Table[]): Pair[] {
  return tables.flatMap((table) => {
    const { header, found, unit } = matchColumns(table);
    return table.rows.flatMap((row, r) =>
      r > header &&
      !isBlankRow(row) &&
      readText(row[found] ?? null) !== "" &&
      readText(row[unit] ?? null) !== ""
        ? [{ found: readText(row[found]), unit: readText(row[unit]), table, row: r, column: unit }]
        : [],
    );
  });
}

/** What stands in place of a unit for a name that is none: a dash. */
export const noUnit = "–";
const isNoUnit = (text: string) => /^[-–—]+$/.test(text);

/** The unit's name by the name on the sheet; "" for a name that is no unit's. */
export function confirmedNames(pairs: readonly Pair[]): Map<string, string> {
  return new Map(pairs.map(({ found, unit }) => [sameName(found), isNoUnit(unit) ? "" : sameName(unit)]));
}

/** Pairs whose unit the data do not have. */
export function noteUnknownMatches(pairs: readonly Pair[], units: readonly Unit[], issues: Issue[]): void {
  if (pairs.length === 0) return;
  const known = new Set(units.flatMap((unit) => [sameName(unit.name), sameName(unit.code)]));
  for (const { found, unit, table, row, column } of pairs) {
    if (isNoUnit(unit) || known.has(sameName(unit))) continue;
    const candidates = nearestUnits(unit, units.map(({ name }) => name), 3).join(", "); // prettier-ignore
    const params = { found: `${found} → ${unit}`, candidates };
    issues.push(issue("warning", "names.unknown-unit", params, {}, at(table, row, column)));
  }
}
