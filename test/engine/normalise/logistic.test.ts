import { logistic } from "../../../src/engine/normalise/logistic";
import { normalise } from "../run-method";

test("the mean in the middle, one sd above it 73.1", () => {
  const [low, middle, high] = normalise(logistic as never, [1, 2, 3]);
  expect(middle).toBe(50);
  expect(high).toBeCloseTo(100 / (1 + Math.exp(-1)), 12);
  expect(low + high).toBeCloseTo(100, 12);
});
