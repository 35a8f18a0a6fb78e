import { equalIntervals } from "../../../src/engine/tier/equal-intervals";

test("0 to 10 in two and four; one tier without spread", () => {
  expect(equalIntervals.cuts(Float64Array.of(0, 3, 10), { number: 2 })).toEqual([5]);
  expect(equalIntervals.cuts(Float64Array.of(0, 3, 10), { number: 4 })).toEqual([7.5, 5, 2.5]);
  expect(equalIntervals.cuts(Float64Array.of(4, 4), { number: 4 })).toEqual([]);
});
