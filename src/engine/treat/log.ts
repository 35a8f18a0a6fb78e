import { extent, skewness } from "../stats/moments";
import { isSpared, logAbove, logFromEnd, mapped, onlySkewed, treatment, untouched } from "./treatment";

/**
 * Logarithm: ln(x − min + 0.01·range) for a column skewed to the right; its mirror −ln(max − x + 0.01·range) for one
 * skewed to the left, so that the order of the units stays. With mirror = no always the first.
 *
 * Applied to every column it is asked for; with skewed = yes only to those that fail the test of skewness and kurtosis.
 * Missing stays missing; a column without spread is left alone; fewer than three values count as skewed to the right.
 * Another year's values beyond the end where the logarithm breaks off are taken as that end.
 * Source: JRC COIN Tool user guide (2019), §3; Becker et al. (2022), COINr, `log_CT` and `log_CT_plus`.
 * @example [0, 1, 100] → ln 1, ln 2, ln 101
 */
export const log = treatment({
  key: "log",
  label: { en: "Logarithm", "zh-CN": "取对数" },
  synonyms: ["logarithm", "ln", "log_ct", "log_ct_plus", "对数", "对数变换"],
  reference: "JRC COIN Tool user guide (2019), §3",
  parameters: {
    mirror: {
      kind: "flag",
      label: { en: "Mirrored for left skew", "zh-CN": "左偏时取镜像" },
      fallback: true,
    },
    ...onlySkewed,
  },
  fit(column, parameters) {
    const { min, max } = extent(column);
    if (!(min < max) || isSpared(column, parameters)) return untouched;
    if (!(parameters.mirror && skewness(column) < 0)) return logAbove(min, max);
    const logarithm = logFromEnd(min, max);
    return mapped((value) => -logarithm(Math.min(value, max), max));
  },
});
