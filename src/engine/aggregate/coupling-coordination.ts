import { couplingCoordination, withinHundredths } from "../stats/coupling";
import { aggregator, ontoScale, type Scale } from "./aggregator";

/**
 * Coupling coordination degree D = √(C·T) of subsystems, put on the score's scale: U = (x − low)/(high − low) of each child,
 * C = k(ΠU)^(1/k)/ΣU, T = ΣwU/Σw over the k children the unit has. A child at the bottom of the scale makes D the bottom.
 * Scores outside the scale are refused. `rescale` (off) first moves every child to 0.01–0.99 over the units, which makes D
 * depend on which other units there are.
 * Source: 王淑佳、孔伟等 (2021), 国内耦合协调度模型的误区及修正, 自然资源学报 36(3), 793–810.
 * @example 20 and 80 with equal weights on 0–100 → √(0.8·0.5) = 63.25
 */
export const couplingCoordinationDegree = aggregator({
  key: "coupling-coordination",
  label: { en: "Coupling coordination degree", "zh-CN": "耦合协调度" },
  synonyms: ["coupling", "coupling coordination", "耦合", "耦合协调", "耦合协调度模型"],
  reference: "王淑佳、孔伟等 (2021), 自然资源学报 36(3), 793–810",
  parameters: {
    rescale: {
      kind: "flag",
      label: { en: "Move every child to 0.01–0.99 first", "zh-CN": "先将各系统归一至 0.01–0.99" },
      fallback: false,
    },
  },
  domain: ({ rescale }) => (rescale ? "any" : "scale"),
  // A child of little weight that grows away from the others costs more in C than it brings in T.
  keeps: { between: false, rises: false, dominance: false },
  aggregate(columns, weights, out, { rescale }, scale: Scale) {
    const [low, high] = scale;
    const shares = columns.map((column) =>
      rescale ? withinHundredths(column) : column.map((value) => (value - low) / (high - low)),
    );
    out.set(couplingCoordination(shares, weights).coordination);
    ontoScale(out, scale);
  },
});
