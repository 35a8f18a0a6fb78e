import { winsorise } from "../../../src/engine/treat/winsorise";
import { treat as treatBy } from "./treat";

const treat = (values: number[], parameters = {}, on?: number[]) =>
  treatBy(winsorise as never, values, parameters, on);

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

test("another year is cut on the side where points were moved, and only there", () => {
  expect(treat([1, 2, 3, 4, 1000], { most: 1 }, [-50, 3, 5, NaN])).toEqual([-50, 3, 4, NaN]);
});

test("1e300 and 1e-300", () => {
  expect(treat([1e300, 1, 2, 3, 4], { most: 1 })).toEqual([4, 1, 2, 3, 4]);
  expect(treat([1e-300, 1e-302, 2e-302, 3e-302, 2e-302], { most: 1 })[0]).toBe(3e-302);
});
