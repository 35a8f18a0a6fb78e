import type { TierRegression } from "../result";
import { normalQuantile } from "../stats/distribution";
import { sameScore } from "../stats/rank";
import { falling, tiering, tierNumber } from "./tiering";

/**
 * Tiers of the rank-sum ratio method: the scores (RSR values, as a rule) are regressed on the probits of their cumulative
 * frequencies and cut where the line stands at Tian's probits 2 + 6i/k (k = 3: 4, 6; k = 4: 3.5, 5, 6.5; k = 5: 3.2, 4.4,
 * 5.6, 6.8). Equal scores are one point; its frequency is R̄/n, R̄ its mean rank (1 the least), the last one's
 * 1 − 1/(4n); probit = 5 + Φ⁻¹(frequency). `cuts` "equal shares" takes the probits of i/k instead, which is another rule.
 *
 * One tier for fewer than two different scores. Intercept, slope and R² are on the result.
 * Source: 田凤调 (Tian Fengdiao, 1993), 秩和比法及其应用, 中国医药科技出版社.
 * @example four different scores, k = 3: frequencies ¼, ½, ¾, 15/16
 */
export const rsr = tiering({
  key: "rsr",
  label: { en: "RSR tiers (Tian's probits)", "zh-CN": "秩和比分档（田凤调）" },
  synonyms: ["rank-sum ratio", "probit", "秩和比", "秩和比分档", "概率单位"],
  reference: "田凤调 (1993), 秩和比法及其应用",
  parameters: {
    number: tierNumber(3),
    cuts: {
      kind: "choice",
      label: { en: "Cut at", "zh-CN": "分档界限" },
      fallback: "tian",
      options: {
        tian: { en: "Tian's probits 2 + 6i/k", "zh-CN": "田氏概率单位 2+6i/k" },
        "equal shares": { en: "Probits of equal shares i/k", "zh-CN": "等概率 i/k" },
      },
    },
  },
  cuts(ascending, { number, cuts }) {
    const line = regression(ascending);
    if (!line) return [];
    const k = Math.round(number);
    const probits = Array.from({ length: k - 1 }, (_, i) =>
      cuts === "tian" ? 2 + (6 * (i + 1)) / k : 5 + normalQuantile((i + 1) / k),
    );
    return falling(probits.map((probit) => line.intercept + line.slope * probit));
  },
  regression,
});

function regression(ascending: Float64Array): TierRegression | null {
  const n = ascending.length;
  const scores: number[] = [];
  const probits: number[] = [];
  for (let start = 0; start < n;) {
    let end = start;
    while (end + 1 < n && sameScore(ascending[end + 1], ascending[start])) end += 1;
    const frequency = end === n - 1 ? 1 - 1 / (4 * n) : (start + end + 2) / 2 / n;
    scores.push(ascending[start]);
    probits.push(5 + normalQuantile(frequency));
    start = end + 1;
  }
  if (scores.length < 2) return null;
  const meanScore = scores.reduce((sum, score) => sum + score / scores.length, 0);
  const meanProbit = probits.reduce((sum, probit) => sum + probit / probits.length, 0);
  // In units of the range, so that squares stay within range.
  const size = scores[scores.length - 1] / 2 - scores[0] / 2;
  let xx = 0;
  let xy = 0;
  let yy = 0;
  scores.forEach((score, i) => {
    const x = probits[i] - meanProbit;
    const y = (score - meanScore) / size;
    xx += x * x;
    xy += x * y;
    yy += y * y;
  });
  const slope = (xy / xx) * size;
  return {
    intercept: meanScore - slope * meanProbit,
    slope,
    rSquared: (xy * xy) / (xx * yy),
    points: scores.length,
  };
}
