import { regression } from "../../../src/engine/impute/regression";
import { imputeColumns } from "./impute";

const fill = (columns: number[][], parameters = {}) =>
  imputeColumns(regression as never, columns, { parameters });

test("a line through the others, beyond them too, with a warning that it is beyond", () => {
  const { filled, issues } = fill([[0, 1, 2, 4], [1, 3, 5, NaN]]); // prettier-ignore
  expect(filled[1][3]).toBeCloseTo(9, 12);
  expect(issues).toMatchObject([
    { code: "impute.outside-range", about: { unit: 3, indicator: 1 }, params: { low: 1, high: 5 } },
  ]);
});

// numpy 2.4.6: lstsq([[1, x1, x2], …], y) over the first seven rows, at (4, 6).
test("two predictors, as numpy's lstsq has it", () => {
  const x1 = [1, 2, 3, 5, 6, 8, 9, 4];
  const x2 = [2, 1, 5, 3, 8, 7, 9, 6];
  const y = [3.1, 3.9, 8.2, 7.8, 13.1, 15.2, 17.9, NaN];
  expect(fill([x1, x2, y], { predictors: 2 }).filled[2][7]).toBeCloseTo(9.786825251601, 9);
  expect(fill([x1, x2, y], { predictors: 1 }).filled[2][7]).toBeCloseTo(8.328125, 9);
});

test("a predictor that the unit lacks is passed over for the next", () => {
  const columns = [[1, 2, 3, 4, NaN], [2.1, 3.9, 6.2, 7.8, 10], [1, 2, 3, 4, NaN]]; // prettier-ignore
  const { filled, issues } = fill(columns, { predictors: 1 });
  expect(filled[2][4]).toBeCloseTo(filled[0][4], 12);
  expect(filled[2][4]).toBeGreaterThan(4);
  expect(issues.every((each) => each.code === "impute.outside-range")).toBe(true);
});

test("predictors that follow from each other share the effect", () => {
  const { filled } = fill([[1, 2, 3, 4, 5], [2, 4, 6, 8, 10], [3, 6, 9, 12, NaN]]); // prettier-ignore
  expect(filled[2][4]).toBeCloseTo(15, 9);
});

test("nothing correlated: the mean of all, with a note; nothing at all: missing", () => {
  const { filled, issues } = fill([[1, 2, 1, 2, 1], [1, 1, 3, 3, NaN]]); // prettier-ignore
  expect(filled[1][4]).toBe(2);
  expect(issues).toMatchObject([{ code: "impute.mean-instead" }]);
  expect(fill([[1, 2, 3], [NaN, NaN, NaN]]).filled[1]).toEqual([NaN, NaN, NaN]); // prettier-ignore
});

test("a constant indicator predicts nothing and is filled with itself", () => {
  expect(fill([[5, 5, 5, NaN], [1, 2, 3, 4]]).filled[0][3]).toBe(5); // prettier-ignore
});

test.each([1e300, 1e-300])("%p", (size) => {
  const { filled } = fill([[0, 1, 2, 4].map((x) => x * size), [1, 3, 5, NaN]]); // prettier-ignore
  expect(filled[1][3]).toBeCloseTo(9, 9);
});
