import { hasSpread } from "../stats/rescale";
import { falling, tiering, tierNumber } from "./tiering";

/**
 * Tiers of equal width between the least and the greatest score: cut at min + i(max − min)/k. One tier without spread.
 * Source: R classInt, style "equal"; Robinson et al. (1984), Elements of Cartography, 5th ed.
 * @example 0, 3, 10 in two tiers → cut at 5
 */
export const equalIntervals = tiering({
  key: "equal-intervals",
  label: { en: "Equal intervals", "zh-CN": "等距划分" },
  synonyms: ["equal intervals", "equal width", "等距", "等间距", "等间隔"],
  reference: "Robinson et al. (1984), Elements of Cartography, 5th ed.",
  parameters: { number: tierNumber(4) },
  cuts(ascending, { number }) {
    if (!hasSpread(ascending)) return [];
    const k = Math.round(number);
    const min = ascending[0];
    const max = ascending[ascending.length - 1];
    return falling(Array.from({ length: k - 1 }, (_, i) => min + (i + 1) * (max / k - min / k)));
  },
});
