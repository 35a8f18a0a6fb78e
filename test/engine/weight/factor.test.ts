import type { Issue } from "../../../src/base/issue";
import { correlationsOf, standardised } from "../../../src/engine/stats/correlation-matrix";
import { loadings, principalComponents } from "../../../src/engine/stats/principal-components";
import { varimax } from "../../../src/engine/stats/varimax";
import { factor } from "../../../src/engine/weight/factor";
import { json, number, oracle } from "../../oracles/csv";
import { weigh } from "../run-method";

const { input, output } = json("factors_psych.json") as unknown as {
  input: { pillars: string[] };
  output: { varimax: number[][]; SSloadings: number[] };
};
const rows = oracle("08_example_aggregated_amean.csv");
const columns = input.pillars.map((code) => rows.map((row) => number(row[code])));

/** R's varimax stops at a relative change of 1e-5, ours at the optimum: loadings differ in the fourth digit. */
const digits = 2.7;

/** Kaiser's criterion: summed variance of the squared loadings, each row of length 1. */
function criterion(loading: readonly number[][]): number {
  return loading[0].reduce((sum, _, f) => {
    const shares = loading.map((row) => (Math.hypot(...row) > 0 ? (row[f] / Math.hypot(...row)) ** 2 : 0));
    const mean = shares.reduce((total, each) => total + each, 0) / shares.length;
    return sum + shares.reduce((total, each) => total + (each - mean) ** 2, 0);
  }, 0);
}

test("R psych's rotated loadings, order and signs aside", () => {
  const data = standardised(columns.map((column) => Float64Array.from(column)));
  const rotated = varimax(loadings(principalComponents(correlationsOf(data)), 3));
  const squares = [0, 1, 2].map((f) => rotated.reduce((sum, row) => sum + row[f] ** 2, 0));
  const order = [0, 1, 2].sort((a, b) => squares[b] - squares[a]);
  output.SSloadings.forEach((value, f) => expect(squares[order[f]]).toBeCloseTo(value, digits));
  output.varimax.forEach((row, j) =>
    row.forEach((each, f) => expect(Math.abs(rotated[j][order[f]])).toBeCloseTo(Math.abs(each), digits)),
  );
});

test("the Handbook's weights: squared loading over the factor's sum, times its share, over all", () => {
  const issues: Issue[] = [];
  const weights = weigh(factor as never, columns, { issues, names: input.pillars });
  const explained = output.SSloadings.reduce((sum, each) => sum + each, 0);
  const raw = output.varimax.map((row) => {
    const f = row.reduce((most, each, c) => (Math.abs(each) > Math.abs(row[most]) ? c : most), 0);
    return (row[f] ** 2 / output.SSloadings[f]) * (output.SSloadings[f] / explained);
  });
  const total = raw.reduce((sum, each) => sum + each, 0);
  raw.forEach((each, j) => expect(weights[j]).toBeCloseTo(each / total, digits));
  // Environ loads −0.519 on the factor of ConEcFin (0.885).
  expect(issues).toMatchObject([
    { code: "weight.negative-loading", params: { children: "Environ (-0.519)" } },
  ]);
  expect(weigh(factor as never, columns, { parameters: { negative: "zero" } })[5]).toBe(0);
});

test("as many factors as asked", () => {
  const [one, three] = [1, 3].map((factors) => weigh(factor as never, columns, { parameters: { factors } }));
  three.forEach((weight, j) => expect(weight).toBeCloseTo(weigh(factor as never, columns)[j], 12));
  expect(one[7]).toBeLessThan(0.02);
});

test("ours is at least as simple a structure as psych's", () => {
  const data = standardised(columns.map((column) => Float64Array.from(column)));
  const rotated = varimax(loadings(principalComponents(correlationsOf(data)), 3));
  expect(criterion(rotated)).toBeGreaterThanOrEqual(criterion(output.varimax) - 1e-12);
});

test("rotation keeps communalities and does not lower the criterion", () => {
  const given = [[0.8, 0.3], [0.7, 0.4], [0.2, -0.9], [0.1, -0.6], [0, 0]]; // prettier-ignore
  const rotated = varimax(given);
  rotated.forEach((row, j) => expect(Math.hypot(...row)).toBeCloseTo(Math.hypot(...given[j]), 12));
  for (let angle = 0; angle < 90; angle += 1) {
    const [c, s] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
    const turned = given.map(([a, b]) => [c * a + s * b, c * b - s * a]);
    expect(criterion(rotated)).toBeGreaterThanOrEqual(criterion(turned) - 1e-12);
  }
});

test("no spread and few units: finite, and told", () => {
  const issues: Issue[] = [];
  expect(weigh(factor as never, [[1, 2, 4], [1, 3, 3], [9, 9, 9]], { issues })[2]).toBe(0); // prettier-ignore
  expect(weigh(factor as never, [[1, 2], [2, 1]], { issues })).toEqual([0.5, 0.5]); // prettier-ignore
  expect(issues.map(({ code }) => code)).toEqual(["weight.no-spread", "weight.few-units"]);
});
