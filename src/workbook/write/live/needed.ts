import type { Recipe } from "../../../engine/index";

/** How many of a node's indicators a unit needs for a score there; shares are compared to three decimals, as in the engine. */
export function needed({ availability, availabilityLevels }: Recipe, level: number, leaves: number): number {
  const threshold = Math.round((availabilityLevels[level] ?? availability) * 1000);
  let count = 0;
  while (count < leaves && Math.round((count / leaves) * 1000) < threshold) count += 1;
  return count;
}
