import { unitMean } from "../../../src/engine/impute/unit-mean";
import { imputeColumns, oneParent } from "./impute";

const fill = (columns: number[][], options = {}) =>
  imputeColumns(unitMean as never, columns, { nodes: oneParent(columns.length), ...options }).filled;

test("halfway on one sibling, halfway on the other", () => {
  expect(fill([[0, 5, 10], [0, NaN, 100]])[1]).toEqual([0, 50, 100]); // prettier-ignore
});

test("direction counts: good elsewhere, good here", () => {
  const indicators = [{}, { direction: "negative" as const }];
  expect(fill([[0, 9, 10], [0, NaN, 100]], { indicators })[1][1]).toBeCloseTo(10, 12); // prettier-ignore
});

test("an ideal is put back on the side of it where most are", () => {
  const indicators = [{}, { direction: "ideal" as const, idealLow: 50, idealHigh: NaN }];
  const column = [50, 60, NaN, 90, 45];
  const back = fill([[0, 1, 5, 10, 2], column], { indicators })[1][2]; // prettier-ignore
  expect(back).toBeCloseTo(70, 12);
});

test("no sibling: missing; a sibling without spread tells nothing; missing in that one takes its value", () => {
  expect(fill([[1, 2, NaN], [1, 2, NaN]]).map((column) => column[2])).toEqual([NaN, NaN]); // prettier-ignore
  expect(fill([[4, 4, 4], [0, 10, NaN]])[1][2]).toBeNaN(); // prettier-ignore
  expect(fill([[4, 4, NaN], [0, 10, 5]])[0][2]).toBe(4); // prettier-ignore
  expect(fill([[NaN, NaN], [1, 2]])[0]).toEqual([NaN, NaN]); // prettier-ignore
});

test.each([1e300, 1e-300])("%p", (size) => {
  const filled = fill([[0, 5, 10], [0, NaN, size]]); // prettier-ignore
  expect(filled[1][1] / size).toBeCloseTo(0.5, 12);
});
