import fc from "fast-check";
import type { Issue } from "../../../src/base/issue";
import { pearson } from "../../../src/engine/stats/correlation";
import { nonNegativeLeastSquares } from "../../../src/engine/stats/non-negative-least-squares";
import { optimised } from "../../../src/engine/weight/optimised";
import { json, number, oracle } from "../../oracles/csv";
import { weigh } from "../run-method";

const rows = oracle("08_example_aggregated_amean.csv");
const columnsOf = (codes: string[]) => codes.map((code) => rows.map((row) => number(row[code])));
const runs = json("../coinr/10_opt_weights.json") as unknown as {
  codes: string[];
  opt_weight: number[];
  obtained: number[];
}[];

/** Shares of the correlations with the parent, straight from scores. */
function importance(columns: number[][], weights: number[]): number[] {
  const parent = Float64Array.from(columns[0], (_, i) => columns.reduce((sum, column, j) => sum + weights[j] * column[i], 0)); // prettier-ignore
  const r = columns.map((column) => pearson(Float64Array.from(column), parent));
  const total = r.reduce((sum, each) => sum + each, 0);
  return r.map((each) => each / total);
}
const objective = (columns: number[][], weights: number[], targets: number[]) =>
  importance(columns, weights).reduce((sum, share, j) => sum + (share - targets[j]) ** 2, 0);

test("COINr's two sub-indices: both matter the same", () => {
  const [{ codes, opt_weight, obtained }] = runs;
  const columns = columnsOf(codes);
  const weights = weigh(optimised as never, columns);
  importance(columns, weights).forEach((share, j) => expect(share).toBeCloseTo(obtained[j], 10));
  weights.forEach((weight, j) => expect(weight).toBeCloseTo(opt_weight[j], 7));
});

test("what COINr reaches with a negative weight is not reached, and is told", () => {
  const { codes, opt_weight } = runs[2];
  expect(Math.min(...opt_weight)).toBeLessThan(0);
  const issues: Issue[] = [];
  const weights = weigh(optimised as never, columnsOf(codes), {
    given: Float64Array.of(1, 2),
    parameters: { importance: "given" },
    names: codes,
    issues,
  });
  expect(weights).toEqual([0, 1]);
  expect(issues).toMatchObject([{ code: "weight.target-missed", params: { child: "Conn", wanted: 33.3 } }]);
});

test("eight pillars under one parent: no other weights of zero or more do better", () => {
  const columns = columnsOf(runs[1].codes);
  const targets = columns.map(() => 1 / 8);
  const weights = weigh(optimised as never, columns);
  const least = objective(columns, weights, targets);
  let state = 7;
  const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
  for (let trial = 0; trial < 3000; trial += 1) {
    const step = 10 ** (-6 * random());
    const other = weights.map((weight) => Math.max(0, weight + step * (random() - 0.5)));
    expect(objective(columns, other, targets)).toBeGreaterThanOrEqual(least - 1e-12);
  }
});

test("weights are found again from the importance that they give, by node and not by position", () => {
  const columns = [[1, 4, 2, 8, 5], [3, 1, 4, 1, 5], [2, 6, 1, 3, 9]]; // prettier-ignore
  const known = [0.5, 0.3, 0.2];
  const asked = importance(columns, known);
  const parameters = { importance: "given" };
  const forward = weigh(optimised as never, columns, { given: Float64Array.from(asked), parameters });
  forward.forEach((weight, j) => expect(weight).toBeCloseTo(known[j], 10));
  const given = Float64Array.from([...asked].reverse());
  const backward = weigh(optimised as never, [...columns].reverse(), { given, parameters });
  [...backward].reverse().forEach((weight, j) => expect(weight).toBeCloseTo(known[j], 10));
});

test("no spread weighs nothing; few units are told; 1e300 beside 1 is finite", () => {
  const issues: Issue[] = [];
  expect(weigh(optimised as never, [[1, 2, 4], [9, 9, 9]], { issues })).toEqual([1, 0]); // prettier-ignore
  expect(weigh(optimised as never, [[1, 2], [2, 1]], { issues })).toEqual([0.5, 0.5]); // prettier-ignore
  expect(issues.map(({ code }) => code)).toEqual(["weight.no-spread", "weight.few-units"]);
  const wide = weigh(optimised as never, [[1e300, 2e300, 4e300], [1, 5, 2]]); // prettier-ignore
  expect(wide.every(Number.isFinite)).toBe(true);
});

test("non-negative least squares keeps the conditions of an optimum", () => {
  const number = fc.double({ min: -10, max: 10, noNaN: true }).map((value) => Math.round(value * 1e6) / 1e6);
  const row = fc.array(number, { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(row, { minLength: 6, maxLength: 6 }), fc.array(number, { minLength: 6, maxLength: 6 }), (a, b) => {
      const x = nonNegativeLeastSquares(a, b);
      const residual = a.map((each, i) => b[i] - each.reduce((sum, value, j) => sum + value * x[j], 0));
      x.forEach((value, j) => {
        const gradient = a.reduce((sum, each, i) => sum + each[j] * residual[i], 0);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(gradient).toBeLessThanOrEqual(1e-6);
        if (value > 1e-9) expect(Math.abs(gradient)).toBeLessThanOrEqual(1e-6);
      });
    }),
  ); // prettier-ignore
});
