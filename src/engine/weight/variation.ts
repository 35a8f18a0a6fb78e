import { issue } from "../../base/issue";
import { mean, standardDeviation } from "../stats/moments";
import { hasSpread, unitSize } from "../stats/rescale";
import { basis, columnsOn, noteNoSpread, shares, weighter } from "./weighter";

/** A mean smaller than this, relative to the values, is the noise of a mean of zero. */
const noise = 1e-12;

/**
 * Weights in proportion to the coefficient of variation σ/|μ|, σ with n − 1, of the measured values turned so that larger
 * is better (a negative indicator has the coefficient of its sizes), or of the scores; above the lowest level always of
 * the scores. Missing is passed over, column by column.
 *
 * A sibling without spread gets 0, with a warning; when all are so, equal weights. A sibling with a mean of zero has no
 * coefficient: it takes the mean of its siblings', with a warning; when all are so, equal weights.
 * Source: 综合评价 practice (变异系数法), as SPSSAU computes it.
 * @example 90, 100, 110 and 80, 100, 120 → 0.1 and 0.2, weights 1/3, 2/3
 */
export const variation = weighter({
  key: "variation",
  label: { en: "Coefficient of variation", "zh-CN": "变异系数法" },
  synonyms: ["variation coefficient", "cv", "变异系数", "离散系数法"],
  reference: "变异系数法 (SPSSAU, 变异系数权重)",
  parameters: { on: basis("measured") },
  weigh: (settings) => {
    const { parameters, names, parent, issues } = settings;
    const columns = columnsOn(settings, parameters.on);
    const flat = columns.flatMap((column, child) => (hasSpread(column) ? [] : [child]));
    noteNoSpread(settings, flat);
    const coefficients = Float64Array.from(columns, (column, child) => {
      if (flat.includes(child)) return 0;
      const scaled = unitSize(column);
      const centre = Math.abs(mean(scaled));
      return centre > noise ? standardDeviation(scaled) / centre : NaN;
    });
    const defined = coefficients.filter((each) => each > 0);
    const ordinary = defined.length > 0 ? mean(defined) : 1;
    return shares(
      coefficients.map((each, child) => {
        if (!Number.isNaN(each)) return each;
        const params = { parent: parent.name, child: names[child] };
        issues.push(issue("warning", "weight.no-mean", params, { node: parent.node }));
        return ordinary;
      }),
    );
  },
});
