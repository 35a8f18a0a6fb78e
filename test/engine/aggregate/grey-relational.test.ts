import { greyRelational } from "../../../src/engine/aggregate/grey-relational";
import { aggregate } from "../run-method";

test("one child, 0 and 100: ρ/(1 + ρ) and 1 of the scale", () => {
  const [worst, best] = aggregate(greyRelational as never, [[0, 100]], [1]);
  expect(worst).toBeCloseTo(100 / 3, 12);
  expect(best).toBeCloseTo(100, 12);
});

test("the definition written out over all children and units", () => {
  const columns = [
    [30, 100, 55, 0, 72],
    [80, 10, 90, NaN, 20],
    [20, 20, 60, 40, 44],
  ];
  const weights = [0.5, 0.2, 0.3];
  const rho = 0.3;
  const best = columns.map((column) => Math.max(...column.filter((x) => !Number.isNaN(x))));
  const distances = columns.map((column, j) => column.map((x) => Math.abs(best[j] - x)));
  const all = distances.flat().filter((x) => !Number.isNaN(x));
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const scores = aggregate(greyRelational as never, columns, weights, {
    parameters: { distinction: rho },
    scale: [0, 1],
  });
  scores.forEach((score, i) => {
    let sum = 0;
    let present = 0;
    distances.forEach((column, j) => {
      if (Number.isNaN(column[i])) return;
      sum += (weights[j] * (least + rho * most)) / (column[i] + rho * most);
      present += weights[j];
    });
    expect(score).toBeCloseTo(sum / present, 12);
  });
});
