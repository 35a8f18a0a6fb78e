import type { Study, Unit } from "./study";

/** Every unit that any year has, and where it stands in each. */
export interface PanelUnits {
  readonly units: readonly Unit[];
  /** Per year, per unit of `units`: its index in that year's study; -1 where the year lacks it. */
  readonly unitIn: readonly Int32Array[];
}

/**
 * The union of the years' units, in order of first appearance from the last year backwards, so that the latest study's
 * order stands. The same unit is told by its code; one without a code by its name.
 */
export function joinUnits(studies: readonly Study[]): PanelUnits {
  const units: Unit[] = [];
  const byCode = new Map<string, number>();
  const byName = new Map<string, number>();
  const places: Map<number, number>[] = studies.map(() => new Map());
  for (let year = studies.length - 1; year >= 0; year -= 1) {
    studies[year].units.forEach((unit, i) => {
      const known = unit.code === "" ? undefined : byCode.get(unit.code);
      const namesake = byName.get(unit.name);
      // Two units of one name and different codes are two; a code that one year leaves out is no difference.
      const same =
        known ??
        (namesake !== undefined && (unit.code === "" || units[namesake].code === "") ? namesake : undefined);
      const joined = same === undefined || places[year].has(same) ? units.push(unit) - 1 : same;
      places[year].set(joined, i);
      if (unit.code !== "" && !byCode.has(unit.code)) byCode.set(unit.code, joined);
      if (!byName.has(unit.name)) byName.set(unit.name, joined);
    });
  }
  return {
    units,
    unitIn: places.map((place) => Int32Array.from(units, (_, joined) => place.get(joined) ?? -1)),
  };
}
