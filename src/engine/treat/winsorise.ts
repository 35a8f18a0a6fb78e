import { extent, skewness } from "../stats/moments";
import { limits, logAbove, mapped, passes, treatment, untouched } from "./treatment";

/**
 * Winsorisation, then a logarithm where that was not enough.
 *
 * A column passes if |skewness| < `skew` or excess kurtosis < `kurt` (strict; or has too few values to tell). While it
 * fails and fewer than `most` points are treated, all points at the maximum (skewness ≥ 0; else at the minimum) take the
 * next value inwards; a tie that would push the count past `most` ends it. If it still fails, the original column is
 * replaced by ln(x − min + 0.01·range). Missing stays missing; a column without spread is left alone. Another year's
 * values are cut at the bounds found here, on the sides where points were moved; below the logarithm's minimum they are
 * taken as the minimum.
 * Source: JRC COIN Tool user guide (2019), §3; Becker et al. (2022), COINr, `Treat` with `winsorise` and `log_CT`.
 * @example [1, 2, 3, 4, 1000] with most = 1 → [1, 2, 3, 4, 4]
 */
export const winsorise = treatment({
  key: "winsorise",
  label: { en: "Winsorise, else logarithm", "zh-CN": "缩尾处理（必要时取对数）" },
  synonyms: ["winsorize", "winsorisation", "winsorization", "缩尾", "缩尾处理"],
  reference: "JRC COIN Tool user guide (2019), §3",
  parameters: {
    most: {
      kind: "number",
      label: { en: "Most points", "zh-CN": "最多处理点数" },
      fallback: 5,
      min: 0,
      max: 1e6,
    },
    ...limits,
    log: {
      kind: "flag",
      label: { en: "Logarithm if not enough", "zh-CN": "不足时取对数" },
      fallback: true,
    },
  },
  fit(original, { most, skew, kurt, log }) {
    if (passes(original, skew, kurt)) return untouched;
    const column = original.slice();
    let low = -Infinity;
    let high = Infinity;
    let enough = false;
    for (let treated = 0; treated < most && !enough;) {
      const atMax = skewness(column) >= 0;
      const { moved, bound } = pullIn(column, original, atMax, most - treated);
      if (moved === 0) break;
      treated += moved;
      if (atMax) high = bound;
      else low = bound;
      enough = passes(column, skew, kurt);
    }
    if (!enough && log) {
      const { min, max } = extent(original);
      return logAbove(min, max);
    }
    return mapped((value) => (value > high ? high : value < low ? low : value));
  },
});

/**
 * Moves all points at one end to the next value inwards, the bound. Says how many of them had not been moved before; 0,
 * with nothing moved, when these would be more than `room`.
 */
function pullIn(
  column: Float64Array,
  original: Float64Array,
  atMax: boolean,
  room: number,
): { moved: number; bound: number } {
  let end = atMax ? -Infinity : Infinity;
  let next = end;
  for (const value of column) {
    if (atMax ? value > end : value < end) {
      next = end;
      end = value;
    } else if (value !== end && (atMax ? value > next : value < next)) next = value;
  }
  let fresh = 0;
  for (let i = 0; i < column.length; i += 1) if (column[i] === end && original[i] === end) fresh += 1;
  if (!Number.isFinite(next) || fresh > room) return { moved: 0, bound: end };
  for (let i = 0; i < column.length; i += 1) if (column[i] === end) column[i] = next;
  return { moved: fresh, bound: next };
}
