import { issue } from "../../base/issue";
import { mean, standardDeviation } from "../stats/moments";
import { fitMultivariateNormal } from "../stats/multivariate-normal";
import type { Study } from "../study";
import { fillWithEstimate, fillWithMean, imputer, observedColumns } from "./imputer";

/**
 * Expectation-maximisation: mean and covariance of a multivariate normal are fitted by maximum likelihood to all that is
 * present, and a missing value takes its expectation given the unit's present ones. Nothing random: the same data give
 * the same values.
 *
 * The indicators of one parent are fitted together (within = all: all indicators), standardised first. A unit without any
 * of them stays missing, and so does an indicator without any value. With fewer units than indicators + 2 there is no
 * covariance to speak of, and the means are taken (noted). An estimate outside what was observed is kept and warned of.
 * Source: Dempster, Laird & Rubin (1977), J. R. Statist. Soc. B 39; OECD/JRC Handbook (2008), step 3.
 * @example where two indicators go together, a unit high on one is filled in high on the other
 */
export const expectationMaximisation = imputer({
  key: "expectation-maximisation",
  label: { en: "Expectation-maximisation", "zh-CN": "期望最大化（EM）填补" },
  synonyms: ["em", "expectation-maximization", "expectation maximisation", "em算法", "期望最大化"],
  reference: "Dempster, Laird & Rubin (1977), J. R. Statist. Soc. B 39",
  parameters: {
    within: {
      kind: "choice",
      label: { en: "Fitted together", "zh-CN": "共同拟合的指标" },
      fallback: "parent",
      options: {
        parent: { en: "Indicators of one parent", "zh-CN": "同一上级的指标" },
        all: { en: "All indicators", "zh-CN": "全部指标" },
      },
    },
  },
  impute(block, settings) {
    const { study, parameters, issues } = settings;
    const units = study.units.length;
    const observed = observedColumns(block, study);
    for (const { node, name, members } of families(study, parameters.within)) {
      const varying = members.filter((j) => standardDeviation(observed[j]) > 0);
      for (const j of members) {
        // A column without spread has only one value to give.
        if (!varying.includes(j)) fillFlat(block, observed[j], j, units);
      }
      const some = [...Array(units).keys()].filter((i) =>
        varying.some((j) => observed[j][i] === observed[j][i]),
      );
      const gaps = varying.flatMap((j) =>
        some.flatMap((i) => (observed[j][i] === observed[j][i] ? [] : [{ j, i }])),
      );
      if (gaps.length === 0) continue;
      if (some.length < varying.length + 2) {
        const params = { node: name, units: some.length, indicators: varying.length };
        issues.push(issue("warning", "impute.too-few-units", params, node >= 0 ? { node } : {}));
        for (const { j, i } of gaps) fillWithMean(block, observed[j], settings, j, i);
        continue;
      }
      const scales = varying.map((j) => ({
        centre: mean(observed[j]),
        unit: standardDeviation(observed[j]),
      }));
      const fit = fitMultivariateNormal(
        varying.map((j, c) =>
          Float64Array.from(some, (i) => (observed[j][i] - scales[c].centre) / scales[c].unit),
        ),
      );
      if (!fit.settled) {
        const about = node >= 0 ? { node } : {};
        issues.push(issue("warning", "impute.not-settled", { node: name, steps: fit.steps }, about));
      }
      const rowOfUnit = new Map(some.map((unit, row) => [unit, row]));
      for (const { j, i } of gaps) {
        const c = varying.indexOf(j);
        const value = scales[c].centre + scales[c].unit * fit.filled[c][rowOfUnit.get(i)!];
        fillWithEstimate(block, observed[j], settings, j, i, value);
      }
    }
  },
});

interface Family {
  /** -1 for none. */
  readonly node: number;
  readonly name: string;
  readonly members: readonly number[];
}

/** The leaves of each parent; or all indicators as one. */
function families({ nodes, indicators }: Study, within: string): Family[] {
  if (within === "all" || nodes.length === 0) {
    return [{ node: nodes.length > 0 ? 0 : -1, name: nodes[0]?.name ?? "", members: [...indicators.keys()] }];
  }
  return nodes.flatMap(({ name, children }, node) => {
    const members = children.map((child) => nodes[child].indicator).filter((indicator) => indicator >= 0);
    return members.length > 0 ? [{ node, name, members }] : [];
  });
}

function fillFlat(block: Float64Array, column: Float64Array, j: number, units: number): void {
  const value = column.find((each) => each === each);
  if (value === undefined) return;
  for (let i = 0; i < units; i += 1) block[j * units + i] = value;
}
