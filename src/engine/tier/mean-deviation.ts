import { mean, standardDeviation } from "../stats/moments";
import { hasSpread } from "../stats/rescale";
import { falling, tiering } from "./tiering";

/**
 * Tiers by distance from the mean in standard deviations (n − 1): cut at mean + m·sd for every multiple m. One tier for
 * fewer than two scores and without spread.
 * Source: R classInt, style "sd"; Robinson et al. (1984), Elements of Cartography, 5th ed.
 * @example scores 1, 2, 3 with multiples 1, 0, −1 → cut at 3, 2, 1
 */
export const meanDeviation = tiering({
  key: "mean-deviation",
  label: { en: "Mean ± k standard deviations", "zh-CN": "均值—标准差划分" },
  synonyms: ["mean deviation", "standard deviation", "sd", "均值标准差", "标准差", "均值-标准差"],
  reference: "Robinson et al. (1984), Elements of Cartography, 5th ed.",
  parameters: {
    multiples: {
      kind: "numbers",
      label: { en: "Multiples of the standard deviation", "zh-CN": "标准差倍数" },
      fallback: [1, 0, -1],
      min: -10,
      max: 10,
    },
  },
  cuts(ascending, { multiples }) {
    if (!hasSpread(ascending)) return [];
    const centre = mean(ascending);
    const deviation = standardDeviation(ascending);
    return falling(multiples.map((multiple) => centre + multiple * deviation));
  },
});
