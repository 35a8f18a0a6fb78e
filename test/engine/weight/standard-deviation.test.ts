import { standardDeviation } from "../../../src/engine/weight/standard-deviation";
import { json } from "../../oracles/csv";
import { weigh } from "../run-method";

const { input, output } = json("weights_pymcdm.json") as unknown as {
  input: { matrix: number[][] };
  output: Record<string, number[]>;
};
const columns = input.matrix[0].map((_, j) => input.matrix.map((row) => row[j]));

test("pymcdm's weights on the measured values", () => {
  const weights = weigh(standardDeviation as never, columns, { parameters: { on: "measured" } });
  output.standard_deviation.forEach((weight, i) => expect(weights[i]).toBeCloseTo(weight, 12));
});

test("on scores: the docstring's example; missing passed over; no spread weighs nothing", () => {
  const weights = weigh(standardDeviation as never, [[0, 50, 100, NaN], [0, 0, NaN, 100], [7, 7, 7, 7]]); // prettier-ignore
  expect(weights[0]).toBeCloseTo(0.5 / (0.5 + 1 / Math.sqrt(3)), 12);
  expect(weights[2]).toBe(0);
});

test("1e300 beside 1e-300 is finite", () => {
  const wide = [[1e300, -1e300, 0], [1e-300, 0, 0]]; // prettier-ignore
  expect(weigh(standardDeviation as never, wide, { parameters: { on: "measured" } })).toEqual([1, 0]);
});
