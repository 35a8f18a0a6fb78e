import type { Table } from "../../base/table";
import { parseNumber } from "./number-text";

const known = new WeakMap<Table, "." | "," | null>();

/** The decimal mark of a sheet's texts that have one reading only; null when there are none, or when both marks occur. */
export function sheetDecimal(table: Table): "." | "," | null {
  const before = known.get(table);
  if (before !== undefined) return before;
  let point = false;
  let comma = false;
  for (const row of table.rows) {
    for (const cell of row) {
      if (typeof cell !== "string" || cell.length > 30 || !/\d[.,]\d/.test(cell)) continue;
      const number = parseNumber(cell);
      if (!number?.marked) continue;
      if (Number.isNaN(number.comma)) point = true;
      else if (Number.isNaN(number.point)) comma = true;
    }
  }
  const decimal = point === comma ? null : point ? "." : ",";
  known.set(table, decimal);
  return decimal;
}
