import { quantiles } from "../../../src/engine/tier/quantiles";

test("1, 2, 3, 4 in halves and quarters; equal cuts are one", () => {
  expect(quantiles.cuts(Float64Array.of(1, 2, 3, 4), { number: 2 })).toEqual([2.5]);
  expect(quantiles.cuts(Float64Array.of(1, 2, 3, 4), { number: 4 })).toEqual([3.25, 2.5, 1.75]);
  expect(quantiles.cuts(Float64Array.of(5, 5, 5, 5), { number: 4 })).toEqual([5]);
});
