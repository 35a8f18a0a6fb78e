import { extent } from "../stats/moments";
import { isSpared, mapped, onlySkewed, treatment, untouched } from "./treatment";

/**
 * Shifted logarithm: ln(x − min + 1), in the indicator's own unit: the least value becomes 0.
 *
 * How much it bends depends on the unit (a range much below 1 stays nearly straight): `log` is free of that. Applied to
 * every column it is asked for; with skewed = yes only to those that fail the test of skewness and kurtosis. Missing
 * stays missing; a column without spread is left alone. Another year's values below the minimum are taken as the minimum.
 * Source: Becker et al. (2022), COINr, `log_CT_orig`.
 * @example [1, 2, 10] → 0, ln 2, ln 10
 */
export const logShifted = treatment({
  key: "log-shifted",
  label: { en: "Shifted logarithm", "zh-CN": "平移后取对数" },
  synonyms: ["shifted logarithm", "log shifted", "log_ct_orig", "log1p", "ln(x+1)", "平移对数"],
  reference: "Becker et al. (2022), COINr, log_CT_orig",
  parameters: onlySkewed,
  fit(column, parameters) {
    const { min, max } = extent(column);
    if (!(min < max) || isSpared(column, parameters)) return untouched;
    // Not ln(1 + x), in which 1e-300 would vanish.
    return mapped((value) => Math.log1p(Math.min(Math.max(value, min) - min, Number.MAX_VALUE)));
  },
});
