import { pearson, spearman } from "../../../src/engine/stats/correlation";

test("pairs with a gap are passed over; no spread has no correlation", () => {
  expect(pearson(Float64Array.of(1, 2, NaN, 3), Float64Array.of(2, 4, 5, 6))).toBeCloseTo(1, 12);
  expect(pearson(Float64Array.of(1, 1, 1), Float64Array.of(1, 2, 3))).toBeNaN();
  expect(pearson(Float64Array.of(0.1, 0.1, 0.1), Float64Array.of(1, 2, 4))).toBeNaN();
  expect(spearman(Float64Array.of(1, 10, 100), Float64Array.of(1, 2, 3))).toBeCloseTo(1, 12);
});

test("1e300 and 1e-300 neither overflow nor vanish", () => {
  expect(
    pearson(Float64Array.of(1e300, -1e300, 5e299), Float64Array.of(1e-300, -1e-300, 5e-301)),
  ).toBeCloseTo(1, 9);
});
