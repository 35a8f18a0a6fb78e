import { critic } from "../../../src/engine/weight/critic";
import { json } from "../../oracles/csv";
import { weigh } from "../run-method";

const { input, output } = json("weights_pymcdm.json") as unknown as {
  input: { matrix: number[][] };
  output: Record<string, number[]>;
};
const columns = input.matrix[0].map((_, j) => input.matrix.map((row) => row[j]));

test("pymcdm's weights", () => {
  const weights = weigh(critic as never, columns);
  output.critic.forEach((weight, i) => expect(weights[i]).toBeCloseTo(weight, 12));
});

test("n instead of n − 1 changes nothing where all units are present", () => {
  const weights = weigh(critic as never, columns, { parameters: { deviation: "population" } });
  output.critic.forEach((weight, i) => expect(weights[i]).toBeCloseTo(weight, 12));
});

test("with n, a column with fewer units weighs less than with n − 1", () => {
  const gaps = [columns[0], columns[1].map((value, i) => (i < 9 ? NaN : value))];
  const sample = weigh(critic as never, gaps);
  const population = weigh(critic as never, gaps, { parameters: { deviation: "population" } });
  expect(population[1]).toBeLessThan(sample[1]);
});

test("without sign, a perfect opposite has nothing of its own", () => {
  const [up, down, other] = [[0, 1, 2, 3], [3, 2, 1, 0], [0, 3, 3, 0]]; // prettier-ignore
  const signed = weigh(critic as never, [up, down, other]);
  const absolute = weigh(critic as never, [up, down, other], { parameters: { absolute: true } });
  expect(absolute[0]).toBeLessThan(signed[0]);
  // σ up = σ down; C up = σ(0 + 1), C other = σ'(1 + 1).
  expect(absolute[0]).toBeCloseTo(absolute[1], 12);
});

test("measured values count with their own size", () => {
  const directed = () => [Float64Array.of(0, 10, 20), Float64Array.of(2, 1, 0)];
  const weights = weigh(critic as never, [[0, 50, 100], [100, 50, 0]], { directed, parameters: { on: "measured" } }); // prettier-ignore
  expect(weights[0] / weights[1]).toBeCloseTo(10, 10);
});

test("a column without spread weighs nothing; perfectly correlated ones the same", () => {
  expect(weigh(critic as never, [[0, 1, 5], [4, 1, 0], [7, 7, 7]])[2]).toBe(0); // prettier-ignore
  const weights = weigh(critic as never, [[1, 2, 3.3], [2, 4, 6.6], [10, 20, 33]]); // prettier-ignore
  weights.forEach((weight) => expect(weight).toBeCloseTo(1 / 3, 12));
});
