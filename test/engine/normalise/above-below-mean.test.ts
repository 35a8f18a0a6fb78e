import { aboveBelowMean } from "../../../src/engine/normalise/above-below-mean";
import { normalise } from "../run-method";

test("one fifth around the mean is neither", () => {
  expect(normalise(aboveBelowMean as never, [13, 11, 7, 9])).toEqual([1, 0, -1, 0]);
  expect(normalise(aboveBelowMean as never, [-13, -11, -7, -9])).toEqual([-1, 0, 1, 0]);
});
