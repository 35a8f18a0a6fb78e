import { sureTier, type Result, type Robustness } from "../../engine/index";
import { texts } from "../../messages/say";
import { shown, type SheetContext } from "./context";
import type { TableColumn } from "./draft";
import { shareFormat } from "./look";

const rankFormat = "0.0";

/** The columns that robustness adds to Scores: the unit's rank interval. */
export function rankIntervalColumns(
  { robustness, locale }: SheetContext,
  units: readonly number[],
): TableColumn[] {
  if (!robustness) return [];
  const { lower, upper } = texts(locale).robustness.ranks;
  const column = (header: string, values: Float64Array): TableColumn => ({
    header,
    width: 9,
    style: { numberFormat: rankFormat, align: "right" },
    cells: units.map((unit) => shown(values[unit])),
  });
  return [column(lower, robustness.rankLower), column(upper, robustness.rankUpper)];
}

/** The column that it adds to the distances on Tiers: how often the unit stands where it does. */
export function tierProbabilityColumns(
  { robustness, result, locale }: SheetContext,
  units: readonly number[],
): TableColumn[] {
  if (!robustness) return [];
  return [
    {
      header: texts(locale).robustness.tiers.probability,
      width: 11,
      style: { numberFormat: shareFormat, align: "right" },
      cells: units.map((unit) => shown(ownTier(robustness, result, unit))),
    },
  ];
}

/** Share of the runs in which a unit stands in the tier that the recipe gives it; NaN without one. */
export function ownTier({ tierProbability, tiers }: Robustness, { tierOf }: Result, unit: number): number {
  return tierOf[unit] < 0 ? NaN : tierProbability[unit * tiers + tierOf[unit]];
}

/** Units whose tier is not robust, the least sure first. */
export function unsureUnits(found: Robustness, result: Result): number[] {
  return Array.from(result.order)
    .filter((unit) => ownTier(found, result, unit) < sureTier)
    .sort((a, b) => ownTier(found, result, a) - ownTier(found, result, b));
}

/** The tier, other than its own, that a unit stands in most often; -1 for none. */
export function otherTier({ tierProbability, tiers }: Robustness, { tierOf }: Result, unit: number): number {
  let best = -1;
  for (let tier = 0; tier < tiers; tier += 1) {
    if (tier === tierOf[unit] || !(tierProbability[unit * tiers + tier] > 0)) continue;
    if (best < 0 || tierProbability[unit * tiers + tier] > tierProbability[unit * tiers + best]) best = tier;
  }
  return best;
}
