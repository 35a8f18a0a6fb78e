import { extent } from "../stats/moments";
import { constant, linear, normaliser } from "./normaliser";

/**
 * Min–max: the column's least value becomes `lower`, its greatest `upper`: l + (u−l)(x−min)/(max−min).
 *
 * Without parameters the score's scale is used. Missing stays missing. Without spread: (l+u)/2.
 * For geometric means take lower=1, upper=100, which keeps every score above zero.
 * Source: OECD/JRC Handbook (2008), p. 85, "Min-Max".
 * @example fit([2, 4, 6])([4]) // 50 on the scale 0–100
 */
export const minMax = normaliser({
  key: "min-max",
  label: { en: "Min–max", "zh-CN": "极差标准化" },
  synonyms: ["minmax", "极差", "极差法", "极差标准化", "min–max"],
  reference: "OECD/JRC Handbook (2008), p. 85",
  parameters: {
    lower: {
      kind: "number",
      label: { en: "Lower bound", "zh-CN": "下限" },
      fallback: NaN,
      min: -1e6,
      max: 1e6,
    },
    upper: {
      kind: "number",
      label: { en: "Upper bound", "zh-CN": "上限" },
      fallback: NaN,
      min: -1e6,
      max: 1e6,
    },
  },
  fit(column, { parameters, scale }) {
    const low = Number.isNaN(parameters.lower) ? scale[0] : parameters.lower;
    const high = Number.isNaN(parameters.upper) ? scale[1] : parameters.upper;
    const { min, max } = extent(column);
    return max > min ? linear(min, max, low, high) : constant((low + high) / 2);
  },
});
