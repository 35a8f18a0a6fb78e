import { inform } from "../../../src/engine/aggregate/inform";
import { aggregate } from "../run-method";

test("10 and 0 on a scale of 0–10 make (10 − √10)/9·10, and 100 and 0 on 0–100 ten times that", () => {
  const expected = ((10 - Math.sqrt(10)) / 9) * 10;
  expect(aggregate(inform as never, [[10], [0]], [0.5, 0.5], { scale: [0, 10] })[0]).toBeCloseTo(
    expected,
    12,
  );
  expect(aggregate(inform as never, [[100], [0]], [0.5, 0.5])[0]).toBeCloseTo(10 * expected, 12);
});

test("INFORM's spreadsheet formula, with a missing component left out", () => {
  const values = [8.9, 6.6, 0, 0, 6.7];
  const product = values.reduce((all, x) => all * (((10 - x) / 10) * 9 + 1), 1);
  const formula = ((10 - product ** (1 / values.length)) / 9) * 10;
  const columns = [...values.map((x) => [x]), [NaN]];
  const weights = columns.map(() => 1 / 6);
  expect(aggregate(inform as never, columns, weights, { scale: [0, 10] })[0]).toBeCloseTo(formula, 12);
});
