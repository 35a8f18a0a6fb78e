import type { Unit } from "../../engine/index";
import { mayBeSame, unitName, type UnitName } from "./unit-name";
import { sameName } from "./words";

/** What a code and a name on a further sheet stand for. */
export interface UnitMatch {
  /** -1 when no unit is meant, or when several could be. */
  readonly unit: number;
  /** True when the name is only spelled alike: worth telling. */
  readonly alike: boolean;
}

/**
 * Finds the unit that a row is of: by code where both sheets have them, by a match that the user confirmed, by the exact
 * name, then by the name as spellings agree, if that is one unit's only. `confirmed` gives the unit's name by the name on
 * the sheet.
 */
export function unitIndex(
  units: readonly Unit[],
  byCode: boolean,
  confirmed: ReadonlyMap<string, string>,
): (code: string, name: string) => UnitMatch {
  const codes = new Map(units.map((unit, i) => [sameName(unit.code), i]));
  codes.delete("");
  const names = new Map<string, number>();
  units.forEach((unit, i) => {
    const key = sameName(unit.name);
    // Two units of one name can only be told apart by code.
    names.set(key, names.has(key) ? -1 : i);
  });
  const spellings = new Map<string, { readonly name: UnitName; readonly unit: number }[]>();
  units.forEach((unit, i) => {
    const name = unitName(unit.name);
    spellings.set(name.base, [...(spellings.get(name.base) ?? []), { name, unit: i }]);
  });
  const exactly = (unit: number) => ({ unit, alike: false });
  return (code, name) => {
    if (byCode && code !== "" && codes.size > 0) return exactly(codes.get(sameName(code)) ?? -1);
    const written = sameName(name || code);
    const meant = confirmed.get(written);
    if (meant !== undefined) return exactly(names.get(meant) ?? codes.get(meant) ?? -1);
    const found = names.get(written);
    if (found !== undefined) return exactly(found);
    const own = unitName(written);
    const fitting = (spellings.get(own.base) ?? []).filter((each) => mayBeSame(each.name, own));
    return fitting.length === 1 ? { unit: fitting[0].unit, alike: true } : exactly(-1);
  };
}
