import { issue } from "../../base/issue";
import { correlationsOf, standardised } from "../stats/correlation-matrix";
import { principalComponents } from "../stats/principal-components";
import { equalShares, negativeLoadings, noteNegative, noteNoSpread, shares, weighter } from "./weighter";

/**
 * Weights in proportion to the loadings of the first principal component of the siblings' scores (on correlations: each
 * score standardised with n − 1). The component's sign is turned so that the loadings add up to more than zero. Missing
 * listwise: the units that have every sibling; a sibling without any value does not count among them.
 *
 * A negative loading (the sibling runs against the rest) is always reported, and counts as zero, or by its size if
 * `negative` says so. A sibling without spread gets 0, with a warning. Equal weights, with a warning, for fewer than
 * three complete units, and where the first component is no greater than the second (uncorrelated siblings); one
 * sibling gets 1.
 * Source: OECD/JRC Handbook (2008), pp. 63–69 and 89; Becker et al. (2022), COINr, `get_PCA`.
 * @example two positively correlated siblings → 0.5, 0.5
 */
export const pca = weighter({
  key: "pca",
  label: { en: "First principal component", "zh-CN": "主成分分析法（第一主成分）" },
  synonyms: ["principal component", "principal components", "主成分", "主成分分析", "主成分分析法", "pca法"],
  reference: "OECD/JRC Handbook (2008), p. 89; COINr, get_PCA",
  parameters: { negative: negativeLoadings("zero") },
  weigh: (settings) => {
    const { columns, parent, issues, parameters } = settings;
    const data = standardised(columns);
    const { varying, count } = data;
    noteNoSpread(
      settings,
      columns.flatMap((_, child) => (varying.includes(child) ? [] : [child])),
    );
    const weights = new Float64Array(columns.length);
    for (const child of varying) weights[child] = 1;
    if (varying.length < 2) return shares(weights);
    const about = { node: parent.node };
    if (count < 3) {
      issues.push(issue("warning", "weight.few-units", { parent: parent.name, method: "pca", count }, about));
      return equalShares(columns.length);
    }
    const { eigenvalues, vectors } = principalComponents(correlationsOf(data));
    if (eigenvalues[0] - eigenvalues[1] <= 1e-9 * eigenvalues[0]) {
      issues.push(issue("warning", "weight.no-component", { parent: parent.name }, about));
      return shares(weights);
    }
    noteNegative(settings, new Map(varying.map((child, j) => [child, vectors[0][j]])), parameters.negative);
    varying.forEach((child, j) => {
      const loading = vectors[0][j];
      weights[child] = parameters.negative === "size" ? Math.abs(loading) : Math.max(0, loading);
    });
    return shares(weights);
  },
});
