import { issue } from "../../base/issue";
import { correlationsOf, standardised } from "../stats/correlation-matrix";
import { loadings, principalComponents } from "../stats/principal-components";
import { varimax } from "../stats/varimax";
import { equalShares, negativeLoadings, noteNegative, noteNoSpread, shares, weighter } from "./weighter";

/**
 * The Handbook's factor weights: principal components of the siblings' scores (on correlations), those with an
 * eigenvalue above 1 kept (at least one; or `factors` of them), rotated by varimax with Kaiser's normalisation. Each
 * sibling belongs to the factor on which it loads most, by size, and weighs its squared loading over the factor's sum of
 * squares, times the factor's share of the variance explained; then all are scaled to add up to 1.
 *
 * Squares hide signs: a factor is turned so that its own siblings' loadings add up to more than zero, and a sibling that
 * still loads negatively is reported. It counts by its size, as in the Handbook, or as zero if `negative` says so.
 * Missing listwise: the units that have every sibling. A sibling without spread gets 0, with a warning. Equal weights,
 * with a warning, for fewer than three complete units; one sibling gets 1.
 * Source: OECD/JRC Handbook (2008), pp. 89–91; Nicoletti, Scarpetta & Boylaud (2000), OECD Economics WP 226.
 * @example two siblings → 0.5, 0.5
 */
export const factor = weighter({
  key: "factor",
  label: { en: "Rotated factors (Handbook)", "zh-CN": "因子分析法（旋转载荷）" },
  synonyms: ["factor analysis", "rotated factors", "factors", "因子分析", "因子分析法"],
  reference: "OECD/JRC Handbook (2008), pp. 89–91",
  parameters: {
    factors: {
      kind: "number",
      label: { en: "Number of factors (0: eigenvalue above 1)", "zh-CN": "因子个数（0：特征值大于 1）" },
      fallback: 0,
      min: 0,
      max: 100,
    },
    negative: negativeLoadings("size"),
  },
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
    if (count < 3) {
      const params = { parent: parent.name, method: "factor", count };
      issues.push(issue("warning", "weight.few-units", params, { node: parent.node }));
      return equalShares(columns.length);
    }
    const components = principalComponents(correlationsOf(data));
    const above = components.eigenvalues.filter((value) => value > 1).length;
    const asked = Math.round(parameters.factors) || Math.max(1, above);
    const rotated = varimax(loadings(components, Math.min(asked, varying.length)));

    const own = rotated.map((row) =>
      row.reduce((most, each, f) => (Math.abs(each) > Math.abs(row[most]) + 1e-12 ? f : most), 0),
    );
    const turn = rotated[0].map((_, f) => {
      const total = rotated.reduce((sum, row, j) => (own[j] === f ? sum + row[f] : sum), 0);
      return total < 0 ? -1 : 1;
    });
    const signed = varying.map((_, j) => rotated[j][own[j]] * turn[own[j]]);
    noteNegative(settings, new Map(varying.map((child, j) => [child, signed[j]])), parameters.negative);
    // Squared loading / factor's sum of squares · factor's sum / all sums: the factor's own sum cancels out.
    varying.forEach((child, j) => {
      weights[child] = parameters.negative === "zero" && signed[j] < 0 ? 0 : signed[j] ** 2;
    });
    return shares(weights);
  },
});
