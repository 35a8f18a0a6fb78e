import { winsorise } from "../../../src/engine/treat/winsorise";
import { parametersOf } from "../run-method";

const treat = (values: number[], parameters = {}) => {
  const column = Float64Array.from(values);
  winsorise.treat(column, parametersOf(winsorise as never, parameters));
  return [...column];
};

test("one outlier takes the next value; a low one likewise", () => {
  expect(treat([1, 2, 3, 4, 1000], { most: 1 })).toEqual([1, 2, 3, 4, 4]);
  expect(treat([1, 2, 3, 4, -1000], { most: 1 })).toEqual([1, 2, 3, 4, 1]);
});

test("a tie that would pass the limit is left, and the logarithm of the original stands in", () => {
  const values = [...Array.from({ length: 40 }, (_, i) => i / 40), 1000, 1000, 1000];
  expect(treat(values, { most: 2, log: false })).toEqual(values);
  const logged = treat(values, { most: 2 });
  expect(logged[0]).toBeCloseTo(Math.log(0.01 * 1000), 12);
  expect(logged[42]).toBeCloseTo(Math.log(1000 + 0.01 * 1000), 12);
});

test("three values have no kurtosis and pass", () => {
  expect(treat([1, 2, 1000])).toEqual([1, 2, 1000]);
});
