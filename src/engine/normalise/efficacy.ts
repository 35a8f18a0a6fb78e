import { extent } from "../stats/moments";
import { constant, mapped, normaliser, signedLog } from "./normaliser";

/**
 * Efficacy coefficient (功效系数): a passing score at the unacceptable value, a full score at the satisfactory one.
 *
 * With t = (x − x_s)/(x_h − x_s): linear c + d·t; exponential c·((c+d)/c)^t; logarithmic c + d·(ln x − ln x_s)/(ln x_h −
 * ln x_s). x_s and x_h are Low and High of the framework, else the data's ends; c = 60 and d = 40 by default, whatever the
 * score's scale. Values beyond the ends may pass c and c + d. Missing stays missing. Without spread: c + d/2.
 * Source: 郭亚军 (2007), 综合评价理论、方法及应用, §2.3; 财政部等 (1999), 国有资本金效绩评价操作细则.
 * @example x_s = 0, x_h = 10: 5 → 80 linear, 60·√(100/60) exponential
 */
export const efficacy = normaliser({
  key: "efficacy",
  label: { en: "Efficacy coefficient", "zh-CN": "功效系数法" },
  synonyms: ["efficacy coefficient", "功效系数", "功效系数法"],
  reference: "郭亚军 (2007), 综合评价理论、方法及应用, §2.3",
  needsGoalposts: true,
  parameters: {
    base: { kind: "number", label: { en: "Base", "zh-CN": "基础分" }, fallback: 60, min: 0.001, max: 1e6 },
    range: { kind: "number", label: { en: "Range", "zh-CN": "浮动分" }, fallback: 40, min: 0.001, max: 1e6 },
    form: {
      kind: "choice",
      label: { en: "Form", "zh-CN": "形式" },
      fallback: "linear",
      options: {
        linear: { en: "linear", "zh-CN": "线性" },
        exponential: { en: "exponential", "zh-CN": "指数" },
        log: { en: "logarithmic", "zh-CN": "对数" },
      },
    },
  },
  fit(column, { parameters: { base, range, form }, goalposts }) {
    const data = extent(column);
    const low = Number.isNaN(goalposts.low) ? data.min : goalposts.low;
    const high = Number.isNaN(goalposts.high) ? data.max : goalposts.high;
    if (form === "log") {
      const from = signedLog(low, low);
      const to = signedLog(high, low);
      if (!(to > from && Number.isFinite(from) && Number.isFinite(to))) return constant(base + range / 2);
      return mapped((value) => {
        const log = signedLog(value, low);
        return base + range * Math.max(-1, Math.min(2, (log - from) / (to - from)));
      });
    }
    if (!(high > low)) return constant(base + range / 2);
    const share = (value: number) => (value - low) / (high - low);
    return form === "exponential"
      ? mapped((value) => base * ((base + range) / base) ** share(value))
      : mapped((value) => base + range * share(value));
  },
});
