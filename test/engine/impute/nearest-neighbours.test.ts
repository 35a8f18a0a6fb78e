import { nearestNeighbours } from "../../../src/engine/impute/nearest-neighbours";
import { imputeColumns } from "./impute";

const fill = (columns: number[][], parameters = {}) =>
  imputeColumns(nearestNeighbours as never, columns, { parameters });

test("the nearest unit's value", () => {
  expect(fill([[1, 9, 2], [1, 9, NaN]], { k: 1 }).filled[1]).toEqual([1, 9, 1]); // prettier-ignore
});

test("units as near as the k-th all count, so that their order does not matter", () => {
  const columns = [[0, 2, 1, 9], [10, 20, NaN, 90]]; // prettier-ignore
  expect(fill(columns, { k: 1 }).filled[1][2]).toBe(15);
  expect(
    fill(
      columns.map((column) => column.slice().reverse()),
      { k: 1 },
    ).filled[1][1],
  ).toBe(15);
});

test("standardising keeps a large unit of measurement from deciding alone", () => {
  const columns = [[0, 1000, 400], [0, 0.1, 0.1], [1, 2, NaN]]; // prettier-ignore
  expect(fill(columns, { k: 1, standardise: false }).filled[2][2]).toBe(1);
  expect(fill(columns, { k: 1 }).filled[2][2]).toBe(2);
});

test("a unit that shares nothing takes the mean of all, with a note", () => {
  const { filled, issues } = fill([[1, 3, NaN]]);
  expect(filled[0]).toEqual([1, 3, 2]);
  expect(issues).toMatchObject([{ code: "impute.mean-instead", about: { unit: 2, indicator: 0 } }]);
});

test("an indicator without values stays missing; one without spread tells nothing apart", () => {
  expect(fill([[1, 2], [NaN, NaN]]).filled[1]).toEqual([NaN, NaN]); // prettier-ignore
  expect(fill([[5, 5, 5], [1, 3, NaN]], { k: 1 }).filled[1][2]).toBe(2); // prettier-ignore
});

test.each([1e300, 1e-300])("%p", (size) => {
  for (const standardise of [true, false]) {
    const { filled } = fill([[size, size / 2, size], [1, 2, NaN]], { k: 1, standardise }); // prettier-ignore
    expect(filled[1][2]).toBe(standardise || size > 1 ? 1 : 1.5);
  }
});
