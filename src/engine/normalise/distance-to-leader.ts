import { extent } from "../stats/moments";
import { constant, mapped, normaliser } from "./normaliser";

/**
 * Distance to the leader: x/x_max where more is better, x_min/x where less is better, on the score's scale.
 *
 * Meant for positive measurements: a value of the wrong sign falls below the low end, and with a leader of zero all get
 * the low end. Missing stays missing. Without spread all are leaders and get the high end.
 * Source: OECD/JRC Handbook (2008), p. 85, "Distance to a reference"; COINr, `n_fracmax`.
 * @example more is better, [2, 4, 8]: 4 → 50; less is better, [2, 4, 8]: 4 → 50
 */
export const distanceToLeader = normaliser({
  key: "distance-to-leader",
  label: { en: "Share of the leader", "zh-CN": "领先者比值" },
  synonyms: ["distance to leader", "fracmax", "leader", "领先者距离", "比值法", "领先者比值"],
  reference: "OECD/JRC Handbook (2008), p. 85",
  parameters: {},
  fit(column, { scale: [low, high] }) {
    const { max } = extent(column);
    if (max === 0 || Number.isNaN(max)) return constant(low);
    // Directed values of an indicator where less is better are negative: their leader is the one nearest to zero.
    const share = max > 0 ? (value: number) => value / max : (value: number) => max / value;
    // Beside a leader that is next to nothing a ratio means nothing; it must only stay a number.
    return mapped((value) => low + Math.max(-1e12, share(value)) * (high - low));
  },
});
