import { extent } from "../stats/moments";
import { constant, mapped, normaliser } from "./normaliser";

/**
 * Distance to a target: (x − x_min)/(target − x_min), on the score's scale, cut at the target unless that is off.
 *
 * The target is the indicator's High where more is better, its Low where less is better; without one the best value of
 * the data. Missing stays missing. Where the target is not better than the worst value: full score.
 * Source: OECD/JRC Handbook (2008), p. 85; Becker et al. (2022), COINr, `n_dist2targ`.
 * @example target 10, [0, 5, 12] → 0, 50, 100
 */
export const distanceToTarget = normaliser({
  key: "distance-to-target",
  label: { en: "Distance to a target", "zh-CN": "目标值距离" },
  synonyms: ["distance to target", "target", "目标距离", "目标值", "目标值距离"],
  reference: "OECD/JRC Handbook (2008), p. 85",
  parameters: {
    cap: { kind: "flag", label: { en: "Cut at the target", "zh-CN": "不超过目标" }, fallback: true },
  },
  fit(column, { parameters: { cap }, scale: [low, high], target }) {
    const { min, max } = extent(column);
    const goal = Number.isNaN(target) ? max : target;
    if (min === max) return constant((low + high) / 2);
    if (!(goal > min)) return constant(high);
    return mapped((value) => {
      const share = (value - min) / (goal - min);
      return low + (cap ? Math.min(1, share) : share) * (high - low);
    });
  },
});
