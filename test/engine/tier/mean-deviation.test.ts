import { meanDeviation } from "../../../src/engine/tier/mean-deviation";

test("1, 2, 3 have the mean 2 and the deviation 1; multiples in any order, once each", () => {
  expect(meanDeviation.cuts(Float64Array.of(1, 2, 3), { multiples: [-1, 0, 1, 0] })).toEqual([3, 2, 1]);
  expect(meanDeviation.cuts(Float64Array.of(4, 4), { multiples: [1, 0, -1] })).toEqual([]);
  expect(meanDeviation.cuts(Float64Array.of(4), { multiples: [1, 0, -1] })).toEqual([]);
});
