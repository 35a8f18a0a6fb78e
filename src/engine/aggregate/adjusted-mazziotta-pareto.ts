import { penalisedMean } from "../stats/penalised-mean";
import { aggregator, type Scale } from "./aggregator";

/** Where its authors put the two goalposts. */
const [worst, best] = [70, 130];

/**
 * Adjusted Mazziotta-Pareto index: M ∓ S·cv of a unit's children on goalposts 70–130, so that years can be compared. The
 * score's scale is moved to 70–130 linearly (z = 70 + 60(x − low)/(high − low)) and the result back; with a scale of 70 to
 * 130 the numbers are the authors' own. Normalise by goalposts, Low and High as far from the reference value on either
 * side, and 100 is the reference. M = Σwz/Σw and S² = Σw(z − M)²/Σw over the children present. Subtract where high scores
 * are good, add where they are bad.
 *
 * Children on the scale make a score on the scale: even the most unbalanced do not fall below its low end.
 * Source: Mazziotta & Pareto (2016), Social Indicators Research 127, 983–1003.
 * @example scale 0–100, children 0 and 100: M = 100, S = 30 → 91 on 70–130, which is 35
 */
export const adjustedMazziottaPareto = aggregator({
  key: "adjusted-mazziotta-pareto",
  label: { en: "Adjusted Mazziotta-Pareto (AMPI)", "zh-CN": "调整的 Mazziotta-Pareto 法（AMPI）" },
  synonyms: ["ampi", "adjusted mpi", "ampi法"],
  reference: "Mazziotta & Pareto (2016), Social Indicators Research 127, 983–1003",
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
  },
  domain: () => "any",
  // Beside a child of weight 0.95 at the bottom, one at the top makes less than one in the middle: S outweighs M.
  keeps: { between: false, rises: false, dominance: false },
  aggregate(columns, weights, out, { penalty }, [low, high]: Scale) {
    const stretch = (best - worst) / (high - low);
    const factor = new Float64Array(columns.length).fill(stretch);
    const shift = new Float64Array(columns.length).fill(worst - stretch * low);
    penalisedMean(columns, weights, out, { factor, shift, sign: penalty === "add" ? 1 : -1, sample: false });
    for (let i = 0; i < out.length; i += 1) out[i] = low + (out[i] - worst) / stretch;
  },
});
