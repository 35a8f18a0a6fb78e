import type { Area } from "../../../base/address";
import { area } from "../../../base/address";
import type { Draft } from "../draft";

/** The cells of a column of a table, from one of its rows (0 is the first below the header) so many down. */
export function cellsOf(draft: Draft, table: string, key: string, first = 0, count = Infinity): Area {
  const place = draft.tables.find(({ name }) => name === table);
  const column = place?.keys.indexOf(key) ?? -1;
  if (!place || column < 0) throw new Error(`no column "${key}" in table "${table}"`);
  const top = place.top + 1 + first;
  return area(top, place.left + column, Math.min(place.bottom, top + count - 1));
}

/** Bars stand on zero, where none is below it. */
export function barsFrom(values: ArrayLike<number>): { min?: number } {
  for (let i = 0; i < values.length; i += 1) if (values[i] < 0) return {};
  return { min: 0 };
}
