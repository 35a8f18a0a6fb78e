import { extent } from "../stats/moments";
import { constant, mapped, normaliser } from "./normaliser";

/**
 * Distance to a reference unit: 1 − (x_ref − x)/(x_ref − x_min), on the score's scale: the reference gets the full score,
 * better units more (unless cut off). Without a named unit the best one is the reference.
 *
 * Missing stays missing. Where the reference has no value or is itself the worst: mid-scale.
 * Source: Becker et al. (2022), COINr, `n_dist2ref`.
 * @example reference 6 of [2, 4, 6, 8]: 4 → 50, 8 → 150
 */
export const distanceToReference = normaliser({
  key: "distance-to-reference",
  label: { en: "Distance to a reference unit", "zh-CN": "参照单位距离" },
  synonyms: ["distance to reference", "reference unit", "参照距离", "标杆距离", "参照单位距离"],
  reference: "Becker et al. (2022), COINr, n_dist2ref",
  parameters: {
    unit: { kind: "unit", label: { en: "Reference unit", "zh-CN": "参照单位" }, fallback: "" },
    cap: { kind: "flag", label: { en: "Cut at the reference", "zh-CN": "不超过参照" }, fallback: false },
  },
  fit(column, { parameters: { unit, cap }, scale: [low, high], unitIndex }) {
    const { min, max } = extent(column);
    const at = unit === "" ? -1 : unitIndex(unit);
    const reference = at >= 0 ? column[at] : max;
    if (!(reference > min)) return constant((low + high) / 2);
    return mapped((value) => {
      const share = 1 - (reference - value) / (reference - min);
      return low + (cap ? Math.min(1, share) : share) * (high - low);
    });
  },
});
