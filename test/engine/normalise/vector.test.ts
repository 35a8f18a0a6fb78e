import { vector } from "../../../src/engine/normalise/vector";
import { normalise } from "../run-method";

test("3 and 4 make 0.6 and 0.8", () => {
  const [a, b, missing] = normalise(vector as never, [3, 4, NaN]);
  expect([a, b, missing]).toEqual([0.6, 0.8, NaN]);
});
