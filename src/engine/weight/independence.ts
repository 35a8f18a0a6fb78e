import { Matrix, pseudoInverse } from "ml-matrix";
import { issue } from "../../base/issue";
import { correlationsOf, standardised } from "../stats/correlation-matrix";
import { equalShares, noteNoSpread, shares, weighter } from "./weighter";

/** A multiple correlation below this counts as this, so that a sibling that is hardly related does not take all. */
const least = 0.01;

/**
 * Independence weights: in proportion to 1/R_j, where R_j is the multiple correlation of sibling j's scores with those of
 * all other siblings, R² = r′ S⁻¹ r (pseudo-inverse where siblings are collinear, then R = 1). R below 0.01 counts as
 * 0.01. Missing listwise: the units that have every sibling. With one or two siblings the weights are equal.
 *
 * A sibling without spread gets 0, with a warning; when all are so, equal weights. With no more complete units than
 * siblings every R is 1 whatever the data: equal weights and a warning.
 * Source: 综合评价 practice (独立性权系数法); SPSSAU, 独立性权重.
 * @example three siblings, the first two correlated with each other and not with the third → the third weighs most
 */
export const independence = weighter({
  key: "independence",
  label: { en: "Independence (1 / multiple correlation)", "zh-CN": "独立性权系数法" },
  synonyms: ["independence weights", "independence", "独立性权重", "独立性权重法", "独立性权"],
  reference: "独立性权系数法 (SPSSAU, 独立性权重)",
  parameters: {},
  weigh: (settings) => {
    const { columns, parent, issues } = settings;
    const data = standardised(columns);
    const { varying, count } = data;
    noteNoSpread(
      settings,
      columns.flatMap((_, child) => (varying.includes(child) ? [] : [child])),
    );
    const weights = new Float64Array(columns.length);
    if (varying.length === 0) return equalShares(columns.length);
    if (varying.length > 2 && count <= varying.length) {
      const params = { parent: parent.name, method: "independence", count };
      issues.push(issue("warning", "weight.few-units", params, { node: parent.node }));
    }
    const matrix = varying.length > 2 && count > varying.length ? correlationsOf(data) : null;
    varying.forEach((child, j) => (weights[child] = matrix ? 1 / multipleCorrelation(matrix, j) : 1));
    return shares(weights);
  },
});

function multipleCorrelation(matrix: readonly (readonly number[])[], j: number): number {
  const others = matrix.map((_, k) => k).filter((k) => k !== j);
  const inverse = pseudoInverse(new Matrix(others.map((a) => others.map((b) => matrix[a][b]))), 1e-10);
  const own = Matrix.columnVector(others.map((k) => matrix[j][k]));
  const square = own.transpose().mmul(inverse).mmul(own).get(0, 0);
  return Math.max(least, Math.sqrt(Math.min(1, Math.max(0, square))));
}
