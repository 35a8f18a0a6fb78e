import { extent } from "../stats/moments";
import { isSpared, mapped, onlySkewed, treatment, untouched } from "./treatment";

/** Beyond e to this power numbers end. */
const largestExponent = 700;

/**
 * Box–Cox: (y^λ − 1)/λ, and ln y for λ = 0, with y = x − min + 1 (shift = yes, the default) or y = x (shift = no, which
 * leaves a column with values of zero or less alone, because it has no Box–Cox transform).
 *
 * λ = 1 only moves the column; λ < 1 pulls in the right tail, λ > 1 the left. Where y^λ would be larger than a number can
 * be, y/max y is raised instead, which differs by a factor and an addend only. Missing stays missing; a column without
 * spread is left alone. Another year's values below the minimum are taken as the minimum.
 * Source: Box & Cox (1964), Journal of the Royal Statistical Society B 26; Becker et al. (2022), COINr, `boxcox`.
 * @example λ = 0.5: [1, 4] with shift = no → 0, 2
 */
export const boxCox = treatment({
  key: "box-cox",
  label: { en: "Box–Cox", "zh-CN": "Box-Cox 变换" },
  synonyms: ["boxcox", "box cox", "box-cox transformation"],
  reference: "Box & Cox (1964), J. R. Statist. Soc. B 26",
  parameters: {
    lambda: { kind: "number", label: { en: "λ", "zh-CN": "λ" }, fallback: 0, min: -10, max: 10 },
    shift: {
      kind: "flag",
      label: { en: "Shift the least value to 1", "zh-CN": "将最小值平移至 1" },
      fallback: true,
    },
    ...onlySkewed,
  },
  fit(column, parameters) {
    const { lambda, shift } = parameters;
    const { min, max } = extent(column);
    if (!(min < max) || isSpared(column, parameters) || !(shift || min > 0)) return untouched;
    const logarithm = (value: number) => {
      const inside = Math.max(value, min);
      return shift ? Math.log1p(Math.min(inside - min, Number.MAX_VALUE)) : Math.log(inside);
    };
    const most = lambda * logarithm(lambda > 0 ? max : min);
    const ease = Math.max(0, most - largestExponent) / (lambda || 1);
    return mapped((value) => {
      const y = logarithm(value);
      if (lambda === 0) return y;
      return Math.expm1(Math.min(lambda * (y - ease), largestExponent)) / lambda;
    });
  },
});
