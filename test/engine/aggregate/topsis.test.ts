import { topsis } from "../../../src/engine/aggregate/topsis";
import { aggregate } from "../run-method";

test("one child: the share of the way from the worst to the best", () => {
  expect(aggregate(topsis as never, [[0, 50, 100]], [1])).toEqual([0, 50, 100]);
});

test("the definition written out, with a child below zero and one missing", () => {
  const columns = [
    [3, 8, 1, 5],
    [-4, 2, 9, NaN],
  ];
  const weights = [0.3, 0.7];
  const v = columns.map((column, j) => {
    const norm = Math.sqrt(column.reduce((sum, x) => sum + (Number.isNaN(x) ? 0 : x * x), 0));
    return column.map((x) => (weights[j] * x) / norm);
  });
  const distance = (i: number, pick: (...values: number[]) => number) =>
    Math.sqrt(
      v.reduce((sum, column) => {
        const ideal = pick(...column.filter((x) => !Number.isNaN(x)));
        return Number.isNaN(column[i]) ? sum : sum + (column[i] - ideal) ** 2;
      }, 0),
    );
  aggregate(topsis as never, columns, weights, { scale: [0, 1] }).forEach((score, i) => {
    const best = distance(i, Math.max);
    const worst = distance(i, Math.min);
    expect(score).toBeCloseTo(worst / (best + worst), 12);
  });
});

test("all units the same: the middle of the scale", () => {
  expect(aggregate(topsis as never, [[5, 5]], [1])).toEqual([50, 50]);
});
