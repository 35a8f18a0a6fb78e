import type { Unit } from "../../engine/index";
import { sameName } from "./words";

/** Finds the unit that a code or, without codes, a name is of; -1 when there is none. */
export function unitIndex(units: readonly Unit[], byCode: boolean): (code: string, name: string) => number {
  const codes = new Map(units.map((unit, i) => [sameName(unit.code), i]));
  codes.delete("");
  const names = new Map<string, number>();
  units.forEach((unit, i) => {
    const key = sameName(unit.name);
    // Two units of one name can only be told apart by code.
    names.set(key, names.has(key) ? -1 : i);
  });
  return (code, name) => {
    if (byCode && code !== "" && codes.size > 0) return codes.get(sameName(code)) ?? -1;
    return names.get(sameName(name || code)) ?? -1;
  };
}
