import { distanceToTarget } from "../../../src/engine/normalise/distance-to-target";
import { normalise } from "../run-method";

test("cut at the target, or not", () => {
  expect(normalise(distanceToTarget as never, [0, 5, 12], { target: 10 })).toEqual([0, 50, 100]);
  expect(
    normalise(distanceToTarget as never, [0, 5, 12], { target: 10, parameters: { cap: false } }),
  ).toEqual([0, 50, 120]);
});

test("a target that all have passed gives all the full score", () => {
  expect(normalise(distanceToTarget as never, [5, 6], { target: 5 })).toEqual([100, 100]);
});
