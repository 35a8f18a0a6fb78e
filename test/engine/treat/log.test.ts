import { log } from "../../../src/engine/treat/log";
import { expectClose, treat } from "./treat";

test("0, 1, 100 become ln 1, ln 2, ln 101", () => {
  expectClose(treat(log as never, [0, 1, NaN, 100]), [0, Math.log(2), NaN, Math.log(101)]);
});

test("left skew is mirrored, so that the order stays; or not, when told", () => {
  const left = [100, 99, 98, 0];
  expectClose(treat(log as never, left), [0, -Math.log(2), -Math.log(3), -Math.log(101)]);
  expectClose(treat(log as never, left, { mirror: false }), [101, 100, 99, 1].map(Math.log));
});

test("it never gives back what it was given, save a column without spread or one told to be spared", () => {
  const values = [1, 2, 3, 4, 5, 6];
  treat(log as never, values).forEach((value, i) => expect(value).not.toBe(values[i]));
  expect(treat(log as never, [7, 7, NaN, 7])).toEqual([7, 7, NaN, 7]);
  expect(treat(log as never, values, { skewed: true })).toEqual(values);
  const outlier = [1, 2, 3, 4, 5, 1000];
  expect(treat(log as never, outlier, { skewed: true })).toEqual(treat(log as never, outlier));
});

test("another year's values beyond the break take the end; on the other side they go on", () => {
  expectClose(treat(log as never, [0, 1, 100], {}, [-50, 200]), [0, Math.log(201)]);
  expectClose(treat(log as never, [100, 99, 0], {}, [150, -100]), [0, -Math.log(201)]);
});

test("1e300 and 1e-300 are no trouble", () => {
  for (const size of [1e300, 1e-300]) {
    const treated = treat(log as never, [0, size, size / 2, size / 100]);
    expect(treated.every(Number.isFinite)).toBe(true);
    expect(treated[1] - treated[0]).toBeCloseTo(Math.log(101), 9);
  }
});
