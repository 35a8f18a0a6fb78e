import { naturalBreaks as breaksOf } from "../stats/natural-breaks";
import { sameScore } from "../stats/rank";
import { tiering, tierNumber } from "./tiering";

/**
 * Natural breaks (Fisher–Jenks): the tiers whose scores are nearest to their tier's mean, least Σ(score − tier mean)² over
 * all divisions; exact. The cut stands half-way between the neighbouring scores of two tiers. Equal scores are never
 * parted; with fewer different scores than tiers, each is a tier. Goodness of variance fit is on the result.
 * Source: Fisher (1958), Journal of the American Statistical Association 53; Jenks (1977); R classInt, style "fisher".
 * @example 1, 2, 10, 11 in two tiers → cut at 6
 */
export const naturalBreaks = tiering({
  key: "natural-breaks",
  label: { en: "Natural breaks (Jenks)", "zh-CN": "自然断点法（Jenks）" },
  synonyms: ["natural breaks", "jenks", "fisher", "fisher-jenks", "自然断点", "自然断点法", "自然间断点"],
  reference: "Fisher (1958), Journal of the American Statistical Association 53, 789–798",
  parameters: { number: tierNumber(4) },
  cuts(ascending, { number }) {
    const values: number[] = [];
    const counts: number[] = [];
    let greatest = NaN;
    for (const score of ascending) {
      const last = values.length - 1;
      if (last >= 0 && sameScore(values[last], score)) counts[last] += 1;
      else {
        values.push(score);
        counts.push(1);
      }
      greatest = score;
    }
    if (!Number.isFinite(greatest)) return [];
    return breaksOf(values, counts, number)
      .map((first) => values[first - 1] / 2 + values[first] / 2)
      .reverse();
  },
});
