import { Matrix, pseudoInverse } from "ml-matrix";
import { issue, type Issue } from "../../base/issue";
import { choose, parameterValues } from "../method";
import { shares, weighter, type Weighter } from "./weighter";

/**
 * Two to four other weightings made into one. `rule`:
 * - linear: Σ α_k w_k, α from `shares` in the weightings' order, scaled to add up to 1 (a number of shares that is not
 *   that of the weightings gets a warning, and α is equal);
 * - product: Π w_k, scaled to add up to 1; root product: (Π w_k)^{1/K}, scaled to add up to 1;
 * - game theory: α solves Σ_k (wᵢ·w_k) α_k = wᵢ·wᵢ for every i, then |α|/Σ|α|; where weightings coincide, the solution
 *   of least length.
 * A weighting named twice counts once. Each runs with its default parameters, on the same siblings, and what it has to
 * say is said once. Products that are zero everywhere give equal weights.
 * Source: 组合赋权法 practice; game theory: Chen & Li (2003), 基于博弈论的综合集成赋权法, as the formula above.
 * @example linear, shares 0.5, 0.5, of 0.2, 0.8 and 0.6, 0.4 → 0.4, 0.6
 */
export function combined(family: readonly Weighter[]): Weighter {
  const options = Object.fromEntries(family.map(({ key, label }) => [key, label]));
  const none = { none: { en: "–", "zh-CN": "–" } };
  return weighter({
    key: "combined",
    label: { en: "Combined weights", "zh-CN": "组合赋权法" },
    synonyms: ["combination", "combined", "组合赋权", "组合权重", "综合赋权", "主客观组合赋权"],
    reference: "组合赋权法: linear, product, root product, game theory",
    parameters: {
      first: {
        kind: "choice",
        label: { en: "First weighting", "zh-CN": "第一种赋权" },
        fallback: "given",
        options,
      },
      second: {
        kind: "choice",
        label: { en: "Second weighting", "zh-CN": "第二种赋权" },
        fallback: "entropy",
        options,
      },
      third: {
        kind: "choice",
        label: { en: "Third weighting", "zh-CN": "第三种赋权" },
        fallback: "none",
        options: { ...none, ...options },
      },
      fourth: {
        kind: "choice",
        label: { en: "Fourth weighting", "zh-CN": "第四种赋权" },
        fallback: "none",
        options: { ...none, ...options },
      },
      rule: {
        kind: "choice",
        label: { en: "Combined by", "zh-CN": "组合方式" },
        fallback: "linear",
        options: {
          linear: { en: "Linear", "zh-CN": "线性加权" },
          product: { en: "Product", "zh-CN": "乘法归一" },
          "root-product": { en: "Root product", "zh-CN": "乘积开方" },
          "game-theory": { en: "Game theory", "zh-CN": "博弈论" },
        },
      },
      shares: {
        kind: "numbers",
        label: { en: "Shares α (linear)", "zh-CN": "比例 α（线性）" },
        fallback: [0.5, 0.5],
        min: 0,
        max: 100,
      },
    },
    weigh: (settings) => {
      const { first, second, third, fourth, rule, shares: alpha } = settings.parameters;
      const { parent, issues } = settings;
      const heard: Issue[] = [];
      const named = [...new Set([first, second, third, fourth])].filter((key) => key !== "none");
      const weightings = named.map((key) => {
        const method = family.find((each) => each.key === key)!;
        const parameters = parameterValues(method, choose(key));
        return method.weigh({ ...settings, parameters, issues: heard });
      });
      const said = new Set<string>();
      for (const each of heard) {
        const text = JSON.stringify(each);
        if (!said.has(text)) issues.push(each);
        said.add(text);
      }
      if (rule === "product" || rule === "root-product") {
        const power = rule === "product" ? 1 : 1 / weightings.length;
        return product(weightings, power);
      }
      if (rule === "game-theory") return mixture(weightings, gameTheory(weightings));
      const mayDefault = alpha.every((share) => share === alpha[0]);
      if (alpha.length !== weightings.length && !mayDefault) {
        const params = { parent: parent.name, found: alpha.length, expected: weightings.length };
        issues.push(issue("warning", "weight.shares-unmatched", params, { node: parent.node }));
      }
      return mixture(weightings, shares(Float64Array.from(weightings, (_, k) => (alpha.length === weightings.length ? alpha[k] : 1)))); // prettier-ignore
    },
  });
}

function mixture(weightings: readonly Float64Array[], alpha: Float64Array): Float64Array {
  return shares(
    weightings[0].map((_, child) => weightings.reduce((sum, own, k) => sum + alpha[k] * own[child], 0)),
  );
}

function product(weightings: readonly Float64Array[], power: number): Float64Array {
  return shares(
    weightings[0].map((_, child) => weightings.reduce((sum, own) => sum * own[child] ** power, 1)),
  );
}

function gameTheory(weightings: readonly Float64Array[]): Float64Array {
  const products = weightings.map((one) =>
    weightings.map((other) => one.reduce((sum, weight, child) => sum + weight * other[child], 0)),
  );
  const right = Matrix.columnVector(products.map((row, k) => row[k]));
  const alpha = pseudoInverse(new Matrix(products), 1e-10).mmul(right).to1DArray();
  return shares(Float64Array.from(alpha, Math.abs));
}
