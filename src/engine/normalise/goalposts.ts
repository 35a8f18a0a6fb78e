import { extent } from "../stats/moments";
import { constant, linear, normaliser, signedLog, type Apply } from "./normaliser";

/**
 * Goalposts: min–max between a given Low and High instead of the data's own ends, so that years and countries that are
 * added later leave the others' scores alone. Values beyond the goalposts are cut to the scale unless clip is off.
 * With `log`, the logarithms of value and goalposts are taken (HDI's income); a value of the wrong sign for a logarithm
 * counts as beyond the low end.
 *
 * Missing stays missing. Where Low or High is not given, the data's end stands in for it. Without spread: mid-scale.
 * Source: UNDP Human Development Report 2025, Technical note 1; OECD/JRC Handbook (2008), p. 85.
 * @example fit with goalposts 20 and 85 on the scale 0–1: 82.691 → 0.96448
 */
export const goalposts = normaliser({
  key: "goalposts",
  label: { en: "Goalposts", "zh-CN": "阈值法" },
  synonyms: ["goalpost", "阈值", "阈值法", "目标区间法"],
  reference: "UNDP HDR 2025, Technical note 1",
  needsGoalposts: true,
  parameters: {
    log: { kind: "flag", label: { en: "On logarithms", "zh-CN": "取对数" }, fallback: false },
    clip: { kind: "flag", label: { en: "Cut to the scale", "zh-CN": "截断到区间" }, fallback: true },
  },
  fit(column, { parameters, scale, goalposts: given }) {
    const [low, high] = scale;
    const data = extent(column);
    const min = Number.isNaN(given.low) ? data.min : given.low;
    const max = Number.isNaN(given.high) ? data.max : given.high;
    const from = parameters.log ? signedLog(min, min) : min;
    const to = parameters.log ? signedLog(max, min) : max;
    if (!(to > from)) return constant((low + high) / 2);
    const map = linear(from, to, low, high);
    return (source, out) => {
      if (parameters.log) {
        for (let i = 0; i < source.length; i += 1) out[i] = signedLog(source[i], min);
        map(out, out);
      } else {
        map(source, out);
      }
      if (parameters.clip) clip(out, Math.min(low, high), Math.max(low, high));
    };
  },
});

function clip(values: Float64Array, low: number, high: number): ReturnType<Apply> {
  for (let i = 0; i < values.length; i += 1) {
    if (values[i] < low) values[i] = low;
    else if (values[i] > high) values[i] = high;
  }
}
