import { zScore } from "../../../src/engine/normalise/z-score";
import { normalise } from "../run-method";

test("1, 2, 3 with n − 1 and with n", () => {
  expect(normalise(zScore as never, [1, 2, 3])).toEqual([-1, 0, 1]);
  const scores = normalise(zScore as never, [1, 2, 3], {
    parameters: { population: true, centre: 100, spread: 10 },
  });
  expect(scores[2]).toBeCloseTo(100 + 10 * Math.sqrt(1.5), 12);
});
