import type { Unit } from "../../engine/index";
import { mayBeSame, unitName, type UnitName } from "./unit-name";
import { sameName } from "./words";

/** What a code and a name on a further sheet stand for. */
export interface UnitMatch {
  /** -1 when no unit is meant, or when several could be. */
  readonly unit: number;
  /** True when the name is only spelled alike: worth telling. */
  readonly alike: boolean;
  /** True when the user said that the name is no unit's. */
  readonly left: boolean;
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
  const byNumber = new Map<string, number>();
  units.forEach((unit, i) => {
    const key = withoutZeros(unit.code);
    if (key !== "") byNumber.set(key, byNumber.has(key) ? -1 : i);
  });
  const exactly = (unit: number): UnitMatch => ({ unit, alike: false, left: false });
  const none = exactly(-1);
  const asConfirmed = (written: string): UnitMatch | null => {
    const meant = confirmed.get(written);
    if (meant === undefined) return null;
    return meant === "" ? { ...none, left: true } : exactly(names.get(meant) ?? codes.get(meant) ?? -1);
  };
  return (code, name) => {
    const written = sameName(name || code);
    if (byCode && code !== "" && codes.size > 0) {
      const found = codes.get(sameName(code));
      if (found !== undefined) return exactly(found);
      const meant = asConfirmed(written) ?? asConfirmed(sameName(code));
      if (meant) return meant;
      // Excel drops the zeros that a code begins with when it takes it for a number.
      const number = byNumber.get(withoutZeros(code)) ?? -1;
      if (number >= 0) return { unit: number, alike: true, left: false };
      // A code that nobody has: the name may do for a unit that has no code to contradict it.
      const named = names.get(written) ?? -1;
      return named >= 0 && units[named].code === "" ? exactly(named) : none;
    }
    const meant = asConfirmed(written);
    if (meant) return meant;
    const found = names.get(written);
    if (found !== undefined) return exactly(found);
    const own = unitName(written);
    const fitting = (spellings.get(own.base) ?? []).filter((each) => mayBeSame(each.name, own));
    return fitting.length === 1 ? { unit: fitting[0].unit, alike: true, left: false } : none;
  };
}

/** A code of digits as the number it would be; "" for another code. */
function withoutZeros(code: string): string {
  const text = sameName(code);
  return /^\d+$/.test(text) ? text.replace(/^0+(?=\d)/, "") : "";
}
