import { mazziottaPareto } from "../../../src/engine/aggregate/mazziotta-pareto";
import { aggregate } from "../run-method";

const index = (columns: number[][], parameters: Record<string, string> = {}) =>
  aggregate(
    mazziottaPareto as never,
    columns,
    columns.map(() => 1 / columns.length),
    { parameters },
  );

test("90 and 110 as they are: M = 100, S = 10, so 99, or 101 with the other sign; with n − 1 twice the penalty", () => {
  const parameters = { columns: "as they are" };
  expect(index([[90], [110]], parameters)[0]).toBeCloseTo(99, 12);
  expect(index([[90], [110]], { ...parameters, penalty: "add" })[0]).toBeCloseTo(101, 12);
  expect(index([[90], [110]], { ...parameters, deviation: "n - 1" })[0]).toBeCloseTo(98, 12);
});

test("standardised: the definition written out", () => {
  const columns = [
    [1, 4, 7, 12],
    [50, 20, 90, 10],
    [3, 3, 3, 3],
  ];
  const z = columns.map((column) => {
    const centre = column.reduce((sum, x) => sum + x, 0) / column.length;
    const sd = Math.sqrt(column.reduce((sum, x) => sum + (x - centre) ** 2, 0) / column.length);
    return column.map((x) => (sd > 0 ? 100 + (10 * (x - centre)) / sd : 100));
  });
  index(columns).forEach((score, i) => {
    const own = z.map((column) => column[i]);
    const centre = (own[0] + own[1] + own[2]) / 3;
    const sd = Math.sqrt(own.reduce((sum, x) => sum + (x - centre) ** 2, 0) / 3);
    expect(score).toBeCloseTo(centre - sd * (sd / centre), 10);
  });
});

test("one child left: nothing to be unbalanced with", () => {
  expect(
    index(
      [
        [5, 5],
        [NaN, 9],
      ],
      { columns: "as they are", deviation: "n - 1" },
    )[0],
  ).toBe(5);
});
