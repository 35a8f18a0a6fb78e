import { correlations } from "../stats/correlation-matrix";
import { leastSquares } from "../stats/least-squares";
import { mean, standardDeviation } from "../stats/moments";
import { fillWithEstimate, fillWithMean, imputer, observedColumns } from "./imputer";

/** A fitted line: what it is made from, and its value for a unit; null where there are too few units to fit one. */
type Fit = ((unit: number) => number) | null;

/**
 * Linear regression on the most correlated indicators: each missing cell is predicted from the `predictors` indicators
 * that the unit has and whose |Pearson| with the missing one is greatest and at least `least`, by least squares with a
 * constant over the units that have all of them.
 *
 * Correlations are pairwise; at least two more units than predictors are asked for, else the least correlated predictor is
 * dropped. Predictors that follow from each other share the effect (pseudo-inverse). What was filled in is never used to
 * fit. Without a predictor, or with an estimate too large for a number, the cell takes the mean of all units (noted); an
 * estimate outside what was observed is kept and warned of. An indicator without any value stays missing.
 * Source: Buck (1960), J. R. Statist. Soc. B 22; OECD/JRC Handbook (2008), step 3, "Regression imputation".
 * @example y = 2x + 1 over (0, 1), (1, 3), (2, 5); (4, –) → 9
 */
export const regression = imputer({
  key: "regression",
  label: { en: "Regression on correlated indicators", "zh-CN": "回归填补" },
  synonyms: ["regression imputation", "回归", "回归法", "回归插补"],
  reference: "Buck (1960), J. R. Statist. Soc. B 22",
  parameters: {
    predictors: {
      kind: "number",
      label: { en: "Predictors at most", "zh-CN": "预测指标个数上限" },
      fallback: 3,
      min: 1,
      max: 100,
    },
    least: {
      kind: "number",
      label: { en: "Least correlation", "zh-CN": "相关系数下限" },
      fallback: 0.3,
      min: 0,
      max: 1,
    },
  },
  impute(block, settings) {
    const { study, parameters } = settings;
    const units = study.units.length;
    const observed = observedColumns(block, study);
    const related = correlations(observed);
    const scaled = observed.map(standardise);
    observed.forEach((column, j) => {
      const candidates = related[j]
        .map((r, k) => ({ k, r: Math.abs(r) }))
        .filter(({ k, r }) => k !== j && r > 0 && r >= parameters.least)
        .sort((a, b) => b.r - a.r)
        .map(({ k }) => k);
      const fits = new Map<string, Fit>();
      for (let i = 0; i < units; i += 1) {
        if (column[i] === column[i]) continue;
        let chosen = candidates
          .filter((k) => observed[k][i] === observed[k][i])
          .slice(0, Math.round(parameters.predictors));
        let fit: Fit = null;
        while (chosen.length > 0 && !fit) {
          const key = chosen.join(" ");
          if (!fits.has(key))
            fits.set(
              key,
              fitted(
                column,
                chosen.map((k) => scaled[k]),
              ),
            );
          fit = fits.get(key)!;
          if (!fit) chosen = chosen.slice(0, -1);
        }
        const value = fit ? fit(i) : NaN;
        if (Number.isFinite(value)) fillWithEstimate(block, column, settings, j, i, value);
        else fillWithMean(block, column, settings, j, i);
      }
    });
  },
});

function standardise(column: Float64Array): Float64Array {
  const centre = mean(column);
  const deviation = standardDeviation(column);
  return column.map((value) => (deviation > 0 ? (value - centre) / deviation : value - value));
}

function fitted(y: Float64Array, predictors: readonly Float64Array[]): Fit {
  const complete: number[] = [];
  for (let i = 0; i < y.length; i += 1) {
    if (y[i] === y[i] && predictors.every((x) => x[i] === x[i])) complete.push(i);
  }
  if (complete.length < predictors.length + 2) return null;
  const target = Float64Array.from(complete, (i) => y[i]);
  const centre = mean(target);
  const deviation = standardDeviation(target) || 1;
  const columns = [
    new Float64Array(complete.length).fill(1),
    ...predictors.map((x) => Float64Array.from(complete, (i) => x[i])),
  ];
  const [constant, ...slopes] = leastSquares(
    columns,
    target.map((value) => (value - centre) / deviation),
  );
  return (unit) =>
    centre + deviation * slopes.reduce((sum, slope, p) => sum + slope * predictors[p][unit], constant);
}
