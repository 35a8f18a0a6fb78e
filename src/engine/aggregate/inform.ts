import { aggregator, mean, type Scale } from "./aggregator";

/** How many times as much the far end counts as the near end: INFORM's scale of 0–10 is moved to 1–10. */
const least = 1;
const greatest = 10;

/**
 * INFORM's inverted geometric mean: the geometric mean of the distances to the top of the scale, turned back. Each x on
 * the scale [l, u] becomes y = 1 + 9(u − x)/(u − l); with g the weighted geometric mean of y over the children present,
 * the score is l + (u − l)(10 − g)/9. On 0–10 this is (10 − GEOMEAN((10 − x)/10·9 + 1))/9·10. Of an index whose high
 * scores are bad, one bad child is not made up for by good ones.
 *
 * Values outside the scale are refused.
 * Source: De Groeve, Poljanšek & Vernaccini (2015), Index for Risk Management – INFORM: Concept and Methodology, EUR 26528.
 * @example 10 and 0 on 0–10 → (10 − √10)/9·10 = 7.597
 */
export const inform = aggregator({
  key: "inform",
  label: { en: "Geometric mean of the distance to the top (INFORM)", "zh-CN": "逆向几何平均（INFORM）" },
  synonyms: ["inverted geometric", "inverse geometric", "逆向几何", "逆向几何平均"],
  reference: "De Groeve, Poljanšek & Vernaccini (2015), INFORM: Concept and Methodology, EUR 26528",
  parameters: {},
  domain: () => "scale",
  keeps: mean,
  aggregate(columns, weights, out, _, [low, high]: Scale) {
    const range = high - low;
    const present = new Float64Array(out.length);
    out.fill(0);
    columns.forEach((column, child) => {
      const weight = weights[child];
      if (weight === 0) return;
      for (let i = 0; i < column.length; i += 1) {
        const value = column[i];
        if (value !== value) continue;
        out[i] += weight * Math.log(least + ((greatest - least) * (high - value)) / range);
        present[i] += weight;
      }
    });
    for (let i = 0; i < out.length; i += 1) {
      const distance = Math.exp(out[i] / present[i]);
      out[i] = present[i] > 0 ? low + (range * (greatest - distance)) / (greatest - least) : NaN;
    }
  },
});
