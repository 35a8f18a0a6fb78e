import { mean, standardDeviation } from "../stats/moments";
import { penalisedMean } from "../stats/penalised-mean";
import { hasSpread } from "../stats/rescale";
import { aggregator } from "./aggregator";

/**
 * Mazziotta-Pareto index: M ∓ S·cv of a unit's standardised children, cv = S/M, so a unit loses (or, with the other sign,
 * gains) by being unbalanced. Every child is first standardised over the units to mean 100 and standard deviation 10
 * (with n, as its authors have it): z = 100 + 10(x − mean)/sd; a child without spread gives 100 to all. M = Σwz/Σw,
 * S² = Σw(z − M)²/Σw over the children present; with equal weights these are the authors' own.
 *
 * The result is on its authors' scale, where 100 is a balanced average unit, and not on the score's: it has no bounds.
 * `columns` "as they are" skips the standardisation (values below zero are then refused); `deviation` "n − 1" is what the
 * R package Compind does across children. Subtract where high scores are good, add where they are bad.
 * Source: De Muro, Mazziotta & Pareto (2011), Social Indicators Research 104, 1–18; Mazziotta & Pareto (2016), ibid. 127.
 * @example children 90 and 110 as they are: M = 100, S = 10 → 100 − 10·0.1 = 99
 */
export const mazziottaPareto = aggregator({
  key: "mazziotta-pareto",
  label: { en: "Mazziotta-Pareto (MPI)", "zh-CN": "Mazziotta-Pareto 法（MPI）" },
  synonyms: ["mpi", "mazziotta pareto", "变异系数惩罚法", "mpi法"],
  reference: "De Muro, Mazziotta & Pareto (2011), Social Indicators Research 104, 1–18",
  parameters: {
    penalty: {
      kind: "choice",
      label: { en: "Unbalanced units", "zh-CN": "不均衡的单位" },
      fallback: "subtract",
      options: {
        subtract: { en: "Lose (high scores are good)", "zh-CN": "扣减（高分为优）" },
        add: { en: "Gain (high scores are bad)", "zh-CN": "加计（高分为劣）" },
      },
    },
    columns: {
      kind: "choice",
      label: { en: "Children's scores", "zh-CN": "下级得分" },
      fallback: "standardised",
      options: {
        standardised: { en: "Standardised to 100 ± 10", "zh-CN": "标准化为 100±10" },
        "as they are": { en: "As they are", "zh-CN": "保持原样" },
      },
    },
    deviation: {
      kind: "choice",
      label: { en: "Deviation across children", "zh-CN": "下级间标准差" },
      fallback: "n",
      options: { n: { en: "With n", "zh-CN": "除以 n" }, "n - 1": { en: "With n − 1", "zh-CN": "除以 n−1" } },
    },
  },
  domain: ({ columns }) => (columns === "standardised" ? "any" : "not-negative"),
  keeps: { between: false, rises: false, dominance: false },
  aggregate(columns, weights, out, parameters) {
    const factor = new Float64Array(columns.length).fill(1);
    const shift = new Float64Array(columns.length);
    if (parameters.columns === "standardised") {
      columns.forEach((column, child) => {
        factor[child] = hasSpread(column) ? 10 / standardDeviation(column, true) : 0;
        shift[child] = 100 - factor[child] * (factor[child] === 0 ? 0 : mean(column));
      });
    }
    const sign = parameters.penalty === "add" ? 1 : -1;
    penalisedMean(columns, weights, out, { factor, shift, sign, sample: parameters.deviation === "n - 1" });
  },
});
