import { issue } from "../../base/issue";
import { correlationsOf, standardised } from "../stats/correlation-matrix";
import { nonNegativeLeastSquares } from "../stats/non-negative-least-squares";
import { equalShares, noteNoSpread, shares, weighter } from "./weighter";

/** Half a percentage point off is told. */
const noticeable = 0.005;

/**
 * The weights of zero or more under which each sibling's correlation with the parent, as a share of all siblings', is as
 * asked: equal, or in proportion to the framework's own weights (matched by node; equal where those are missing). Least
 * is Σ(t_j − r_j/Σr)² with r_j the Pearson correlation of sibling j with Σ w z. With R the siblings' correlations and
 * v = w·sd this is ‖(R − t1′R)v‖² for 1′Rv = 1, a non-negative least-squares problem with one optimum, solved exactly.
 *
 * Where the importance asked for is not reached by weights of zero or more (within half a percentage point), a warning
 * names the sibling farthest off. The parent is taken as the arithmetic mean, whatever the recipe aggregates by.
 * Missing listwise: the units that have every sibling. A sibling without spread gets 0, with a warning; fewer than three
 * complete units: equal weights and a warning.
 * Source: Becker et al. (2017), Ecological Indicators 80, 12–22; Becker et al. (2022), COINr, `get_opt_weights`.
 * @example two siblings with standard deviations 1 and 2 → 2/3, 1/3
 */
export const optimised = weighter({
  key: "optimised",
  label: { en: "Optimised for equal or given importance", "zh-CN": "优化权重（按重要性）" },
  synonyms: ["optimized", "optimised weights", "optimized weights", "优化权重", "优化赋权"],
  reference: "Becker et al. (2017), Ecological Indicators 80, 12–22",
  parameters: {
    importance: {
      kind: "choice",
      label: { en: "Importance asked for", "zh-CN": "所求重要性" },
      fallback: "equal",
      options: {
        equal: { en: "Equal", "zh-CN": "相等" },
        given: { en: "In proportion to the framework's weights", "zh-CN": "按指标体系给定权重" },
      },
    },
  },
  weigh: (settings) => {
    const { columns, given, names, parent, issues, parameters } = settings;
    const data = standardised(columns);
    const { varying, count, deviations } = data;
    const about = { node: parent.node };
    noteNoSpread(
      settings,
      columns.flatMap((_, child) => (varying.includes(child) ? [] : [child])),
    );
    if (varying.length < 2) {
      return shares(Float64Array.from(columns, (_, child) => (varying.includes(child) ? 1 : 0)));
    }
    if (count < 3) {
      const params = { parent: parent.name, method: "optimised", count };
      issues.push(issue("warning", "weight.few-units", params, about));
      return equalShares(columns.length);
    }
    const asked = Float64Array.from(varying, (child) =>
      parameters.importance === "given" ? given[child] : 1,
    );
    const targets = shares(asked);
    const matrix = correlationsOf(data);
    const totals = matrix.map((_, k) => matrix.reduce((sum, row) => sum + row[k], 0));
    const rows = matrix.map((row, j) => row.map((r, k) => r - targets[j] * totals[k]));
    // Both rows and weights scale, so the last row (1′Rv = 1) settles the size and bends nothing.
    const v = nonNegativeLeastSquares([...rows, totals], [...rows.map(() => 0), 1]);

    const together = matrix.map((row) => row.reduce((sum, r, k) => sum + r * v[k], 0));
    const total = together.reduce((sum, each) => sum + each, 0);
    let worst = 0;
    const obtained = together.map((each) => each / total);
    obtained.forEach((share, j) => {
      if (Math.abs(share - targets[j]) > Math.abs(obtained[worst] - targets[worst])) worst = j;
    });
    if (!(Math.abs(obtained[worst] - targets[worst]) <= noticeable)) {
      const percent = (share: number) => Math.round(1000 * share) / 10;
      const params = {
        parent: parent.name,
        child: names[varying[worst]],
        wanted: percent(targets[worst]),
        obtained: percent(obtained[worst]),
      };
      issues.push(issue("warning", "weight.target-missed", params, about));
    }
    const weights = new Float64Array(columns.length);
    // Relative to the greatest deviation, so that 1e300 does not make all weights vanish.
    const greatest = Math.max(...deviations);
    varying.forEach((child, j) => (weights[child] = v[j] * (greatest / deviations[j])));
    return shares(weights);
  },
});
