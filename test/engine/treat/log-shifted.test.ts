import { logShifted } from "../../../src/engine/treat/log-shifted";
import { expectClose, treat } from "./treat";

test("1, 2, 10 become 0, ln 2, ln 10", () => {
  expectClose(treat(logShifted as never, [1, 2, NaN, 10]), [0, Math.log(2), NaN, Math.log(10)]);
});

test("a column without spread stays; another year below the minimum is taken as the minimum", () => {
  expect(treat(logShifted as never, [3, 3])).toEqual([3, 3]);
  expectClose(treat(logShifted as never, [1, 2], {}, [-9, 4]), [0, Math.log(4)]);
});

test("1e-300 does not vanish, 1e300 does not overflow", () => {
  expect(treat(logShifted as never, [0, 1e-300])).toEqual([0, 1e-300]);
  expect(treat(logShifted as never, [0, 1e300])[1]).toBeCloseTo(300 * Math.LN10, 9);
});
