import { expectationMaximisation } from "../../../src/engine/impute/expectation-maximisation";
import { fitMultivariateNormal } from "../../../src/engine/stats/multivariate-normal";
import { imputeColumns, oneParent } from "./impute";

const fill = (columns: number[][], options = {}) =>
  imputeColumns(expectationMaximisation as never, columns, options);

test("complete columns: their means, and covariances with n", () => {
  const { mean, covariance } = fitMultivariateNormal([
    Float64Array.of(1, 2, 3, 6),
    Float64Array.of(2, 1, 4, 5),
  ]);
  expect(mean).toEqual([3, 3]);
  [[3.5, 2.5], [2.5, 2.5]].forEach((row, a) => row.forEach((each, b) => expect(covariance[a][b]).toBeCloseTo(each, 9))); // prettier-ignore
});

/** One column complete, the other missing for some: the likelihood has its maximum in closed form (Anderson, 1957). */
test("a monotone pattern comes to Anderson's closed form: the regression on the complete column", () => {
  const x = [1, 2, 3, 4, 5, 6, 7, 10];
  const y = [2.2, 2.9, 4.1, 4.8, 6.3, 6.8, NaN, NaN];
  const mx = 3.5;
  const my = 27.1 / 6;
  const slope = x.slice(0, 6).reduce((sum, each, i) => sum + (each - mx) * (y[i] - my), 0) / 17.5;
  const { filled, issues } = fill([x, y]);
  expect(filled[1][6]).toBeCloseTo(my + slope * (7 - mx), 6);
  expect(filled[1][7]).toBeCloseTo(my + slope * (10 - mx), 6);
  expect(issues.map((each) => each.code)).toEqual(["impute.outside-range", "impute.outside-range"]);
});

test("units in another order, and indicators in another unit, get the same", () => {
  const x = [1, 5, 2, NaN, 4, 3, 7, 6];
  const y = [2, NaN, 2.5, 3, 6, 4, 7, 5];
  const { filled } = fill([x, y]);
  const turned = fill([x.slice().reverse(), y.slice().reverse().map((each) => each * 1e3)]).filled; // prettier-ignore
  expect(turned[0][4]).toBeCloseTo(filled[0][3], 6);
  expect(turned[1][6] / 1e3).toBeCloseTo(filled[1][1], 6);
});

test("too few units: the means, said for the parent; without one of them: missing", () => {
  const { filled, issues } = fill([[1, 2, 3], [4, NaN, 8]], { nodes: oneParent(2) }); // prettier-ignore
  expect(filled[1]).toEqual([4, 6, 8]);
  expect(issues[0]).toMatchObject({ code: "impute.too-few-units", params: { node: "Index", units: 3 } });
  const gone = fill([[1, 2, 3, 4, NaN], [4, 5, 8, 7, NaN]]).filled; // prettier-ignore
  expect([gone[0][4], gone[1][4]]).toEqual([NaN, NaN]);
});

test("a constant indicator is filled with its value, an empty one stays empty", () => {
  const { filled } = fill([[5, 5, NaN, 5, 5], [1, 2, 3, 4, 5], [NaN, NaN, NaN, NaN, NaN]]); // prettier-ignore
  expect(filled[0]).toEqual([5, 5, 5, 5, 5]);
  expect(filled[2]).toEqual([NaN, NaN, NaN, NaN, NaN]);
});

test("indicators that are the same but for the unit fill each other, though their covariance is singular", () => {
  const x = [1, 2, 3, 4, 5, 6];
  const { filled } = fill([x, x.map((each) => each * 2), [3, 6, 9, NaN, 15, 18]]);
  expect(filled[2][3]).toBeCloseTo(12, 3);
});

test.each([1e300, 1e-300])("%p", (size) => {
  const columns = [[1, 5, 2, 6, 4, 3], [2, 4, NaN, 7, 6, 5]]; // prettier-ignore
  const scaled = columns.map((column) => column.map((each) => each * size));
  expect(fill(scaled).filled[1][2] / size).toBeCloseTo(fill(columns).filled[1][2], 6);
});
