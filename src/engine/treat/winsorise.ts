import { kurtosis, skewness } from "../stats/moments";
import { treatment } from "./treatment";

/**
 * Winsorisation, then a logarithm where that was not enough.
 *
 * A column passes if |skewness| < `skew` or excess kurtosis < `kurt` (strict; or has too few values to tell). While it
 * fails and fewer than `most` points are treated, all points at the maximum (skewness ≥ 0; else at the minimum) take the
 * next value inwards; a tie that would push the count past `most` ends it. If it still fails, the original column is
 * replaced by ln(x − min + 0.01·range). Missing stays missing; a column without spread is left alone.
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
    skew: {
      kind: "number",
      label: { en: "Skewness limit", "zh-CN": "偏度界限" },
      fallback: 2,
      min: 0,
      max: 100,
    },
    kurt: {
      kind: "number",
      label: { en: "Kurtosis limit", "zh-CN": "峰度界限" },
      fallback: 3.5,
      min: -2,
      max: 1000,
    },
    log: {
      kind: "flag",
      label: { en: "Logarithm if not enough", "zh-CN": "不足时取对数" },
      fallback: true,
    },
  },
  treat(column, { most, skew, kurt, log }) {
    if (passes(column, skew, kurt)) return;
    const original = column.slice();
    let treated = 0;
    while (treated < most) {
      const moved = pullIn(column, original, skewness(column) >= 0, most - treated);
      if (moved === 0) break;
      treated += moved;
      if (passes(column, skew, kurt)) return;
    }
    if (log) {
      logarithm(original, column);
    }
  },
});

/** Written as "not failing", so that a column with too few values to have a skewness passes. */
function passes(column: Float64Array, skew: number, kurt: number): boolean {
  return !(Math.abs(skewness(column)) >= skew && kurtosis(column) >= kurt);
}

/**
 * Moves all points at one end to the next value inwards. Says how many of them had not been moved before; 0, with nothing
 * moved, when these would be more than `room`.
 */
function pullIn(column: Float64Array, original: Float64Array, atMax: boolean, room: number): number {
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
  if (!Number.isFinite(next) || fresh > room) return 0;
  for (let i = 0; i < column.length; i += 1) if (column[i] === end) column[i] = next;
  return fresh;
}

function logarithm(original: Float64Array, out: Float64Array): void {
  let min = Infinity;
  let max = -Infinity;
  for (const value of original) {
    if (value < min) min = value;
    if (value > max) max = value;
  }
  const shift = 0.01 * (max - min) - min;
  for (let i = 0; i < original.length; i += 1) out[i] = Math.log(original[i] + shift);
}
