import { extent, sum as total } from "../stats/moments";
import { constant, mapped, normaliser } from "./normaliser";

/**
 * Share of the sum: x/Σx over the present values.
 *
 * Not bounded by the score's scale; meant for values of one sign. Where less is better, directed values are negative and
 * x/|Σx| keeps larger better. Missing stays missing. A sum of zero: 0.
 * Source: SPSSAU, 数据无量纲化处理 "求和归一化"; Hwang & Yoon (1981), p. 29.
 * @example [1, 3] → 0.25, 0.75
 */
export const sum = normaliser({
  key: "sum",
  label: { en: "Share of the sum", "zh-CN": "求和归一化" },
  synonyms: ["share of sum", "总和", "归一化", "求和归一化"],
  reference: "SPSSAU, 数据无量纲化处理",
  parameters: {},
  fit(column) {
    const { min, max } = extent(column);
    const unit = Math.max(Math.abs(min), Math.abs(max));
    if (!(unit > 0)) return constant(0);
    const whole = Math.abs(total(column.map((value) => value / unit)));
    return whole > 0 ? mapped((value) => value / unit / whole) : constant(0);
  },
});
