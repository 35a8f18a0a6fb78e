import { quantile, sorted } from "../stats/quantile";
import { isSpared, mapped, onlySkewed, treatment, untouched } from "./treatment";

/**
 * Clips to percentiles: values below the `lower` percentile take it, values above the `upper` percentile take that
 * (type 7, of the present values; 2.5 and 97.5 by default).
 *
 * Applied to every column it is asked for; with skewed = yes only to those that fail the test of skewness and kurtosis.
 * Missing stays missing; a column without spread, or bounds that are the wrong way round, change nothing. Another year's
 * values are cut at the percentiles found here.
 * Source: Environmental Sustainability Index (2002), annex 2, "trimming"; percentiles as Excel's PERCENTILE.INC.
 * @example [0, 1, …, 100] → 0 and 1 and 2 become 2.5, 98 to 100 become 97.5
 */
export const clip = treatment({
  key: "clip",
  label: { en: "Clip to percentiles", "zh-CN": "按百分位截断" },
  synonyms: ["trim", "percentiles", "截断", "百分位截断", "截尾"],
  reference: "Environmental Sustainability Index (2002), annex 2",
  parameters: {
    lower: {
      kind: "number",
      label: { en: "Lower percentile", "zh-CN": "下百分位" },
      fallback: 2.5,
      min: 0,
      max: 100,
    },
    upper: {
      kind: "number",
      label: { en: "Upper percentile", "zh-CN": "上百分位" },
      fallback: 97.5,
      min: 0,
      max: 100,
    },
    ...onlySkewed,
  },
  fit(column, parameters) {
    const ascending = sorted(column);
    const low = quantile(ascending, parameters.lower / 100);
    const high = quantile(ascending, parameters.upper / 100);
    if (!(low <= high) || isSpared(column, parameters)) return untouched;
    return mapped((value) => Math.min(high, Math.max(low, value)));
  },
});
