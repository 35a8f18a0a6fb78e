import type { Issue } from "../../../src/base/issue";
import { independence } from "../../../src/engine/weight/independence";
import { correlations } from "../../../src/engine/stats/correlation-matrix";
import { json } from "../../oracles/csv";
import { weigh } from "../run-method";

const { input } = json("weights_pymcdm.json") as unknown as { input: { matrix: number[][] } };
const columns = input.matrix[0].slice(0, 3).map((_, j) => input.matrix.map((row) => row[j]));

test("three siblings: R² = (r₁² + r₂² − 2 r₁ r₂ r₁₂)/(1 − r₁₂²), by the textbook", () => {
  const r = correlations(columns.map((column) => Float64Array.from(column)));
  const inverse = [0, 1, 2].map((j) => {
    const [a, b] = [0, 1, 2].filter((k) => k !== j);
    const square = (r[j][a] ** 2 + r[j][b] ** 2 - 2 * r[j][a] * r[j][b] * r[a][b]) / (1 - r[a][b] ** 2);
    return 1 / Math.sqrt(square);
  });
  const total = inverse[0] + inverse[1] + inverse[2];
  weigh(independence as never, columns).forEach((weight, j) =>
    expect(weight).toBeCloseTo(inverse[j] / total, 12),
  );
});

test("collinear siblings have R = 1; one that is unrelated does not take all", () => {
  const [up, across] = [[1, 2, 3, 4, 5, 6, 7, 8], [1, -1, -1, 1, 1, -1, -1, 1]]; // prettier-ignore
  const weights = weigh(independence as never, [up, up.map((value) => 2 * value), across]);
  expect(weights[0]).toBeCloseTo(weights[1], 10);
  expect(weights[2] / weights[0]).toBeCloseTo(100, 6);
});

test("too few complete units: equal, and told; no spread weighs nothing", () => {
  const issues: Issue[] = [];
  expect(weigh(independence as never, [[1, 2, 3], [3, 1, 2], [1, 3, 3]], { issues })).toEqual([1 / 3, 1 / 3, 1 / 3]); // prettier-ignore
  expect(issues.map(({ code }) => code)).toEqual(["weight.few-units"]);
  expect(weigh(independence as never, [[1, 2, 3], [3, 1, 2], [4, 4, 4]])).toEqual([0.5, 0.5, 0]); // prettier-ignore
});
