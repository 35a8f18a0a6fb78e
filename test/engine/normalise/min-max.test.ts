import { minMax } from "../../../src/engine/normalise/min-max";
import { normalise } from "../run-method";

test("2, 4, 6 onto 0–100, and onto given bounds", () => {
  expect(normalise(minMax as never, [2, 4, 6])).toEqual([0, 50, 100]);
  expect(normalise(minMax as never, [2, 4, 6], { parameters: { lower: 1, upper: 100 } })).toEqual([
    1, 50.5, 100,
  ]);
  expect(normalise(minMax as never, [2, 4, 6], { scale: [0, 1] })).toEqual([0, 0.5, 1]);
});

test("a year on another year's scale may leave it", () => {
  expect(normalise(minMax as never, [2, 6], { on: [8, 0] })).toEqual([150, -50]);
});
