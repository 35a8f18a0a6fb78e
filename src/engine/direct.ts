import type { Goalposts } from "./normalise/normaliser";
import { extent } from "./stats/moments";
import type { Indicator } from "./study";

/** A column in which larger is better, and its goalposts. */
export interface Directed {
  readonly directed: Float64Array;
  readonly goalposts: Goalposts;
}

/**
 * Turns a column so that larger is better, into `out`, and its goalposts with it. One that is so already is handed back
 * itself.
 *
 * positive: x. negative: −x. ideal: 1 − |x−x₀| / max|x−x₀|. interval [a, b]: 1 inside, 1 − (a−x)/c below,
 * 1 − (x−b)/c above, c = max(a − min, max − b). For ideal and interval, min and max are Low and High where the framework
 * gives them, else the data's; the goalposts become 0 and 1. Where no value is off the ideal, all get 1.
 * Missing stays missing.
 * Source: 综合评价 practice (适度指标, 区间型指标); Su Weihua (2000), 多指标综合评价理论与方法研究, ch. 3.
 * @example interval [13, 17] with Low 8 and High 26: 20 → 1 − 3/9
 */
export function direct(column: Float64Array, indicator: Indicator, out: Float64Array): Directed {
  const { direction, low, high } = indicator;
  if (direction === "positive") {
    return { directed: column, goalposts: { low, high } };
  }
  if (direction === "negative") {
    for (let i = 0; i < column.length; i += 1) out[i] = -column[i];
    return { directed: out, goalposts: { low: -high, high: -low } };
  }
  const from = indicator.idealLow;
  const to = direction === "ideal" ? from : indicator.idealHigh;
  const data = extent(column);
  const min = Number.isNaN(low) ? data.min : low;
  const max = Number.isNaN(high) ? data.max : high;
  const reach = Math.max(from - min, max - to);
  for (let i = 0; i < column.length; i += 1) {
    const x = column[i];
    const off = x < from ? from - x : x > to ? x - to : x - x;
    out[i] = off === 0 ? 1 : 1 - off / reach;
  }
  return { directed: out, goalposts: { low: 0, high: 1 } };
}
