import { sorted } from "../stats/quantile";
import { normaliser } from "./normaliser";

/**
 * Rank: 1 for the worst up to n for the best of the reference; equal values share the least, mean or greatest place.
 * A value that is not in the reference takes the place it would be inserted at.
 *
 * The result runs from 1 to n and is not bounded by the score's scale. Missing stays missing. Without spread all share
 * one place.
 * Source: OECD/JRC Handbook (2008), p. 83, "Ranking".
 * @example fit([30, 10, 20])([20]) // 2
 */
export const rank = normaliser({
  key: "rank",
  label: { en: "Rank", "zh-CN": "秩次" },
  synonyms: ["ranking", "ranks", "秩", "排名", "秩次"],
  reference: "OECD/JRC Handbook (2008), p. 83",
  parameters: {
    ties: {
      kind: "choice",
      label: { en: "Ties", "zh-CN": "并列" },
      fallback: "average",
      options: {
        min: { en: "least place", "zh-CN": "取最小" },
        average: { en: "mean place", "zh-CN": "取平均" },
        max: { en: "greatest place", "zh-CN": "取最大" },
      },
    },
  },
  fit(column, { parameters: { ties } }) {
    const reference = sorted(column);
    return (source, out) => {
      for (let i = 0; i < source.length; i += 1) {
        const value = source[i];
        if (value !== value) {
          out[i] = NaN;
          continue;
        }
        const below = firstNotBelow(reference, value, false);
        const upTo = firstNotBelow(reference, value, true);
        const first = below + 1;
        const last = Math.max(first, upTo);
        out[i] = ties === "min" ? first : ties === "max" ? last : (first + last) / 2;
      }
    };
  },
});

/** How many values of an ascending array are below `value` (or not above it). */
function firstNotBelow(ascending: Float64Array, value: number, orEqual: boolean): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle] < value || (orEqual && ascending[middle] === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}
