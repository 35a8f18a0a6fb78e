import { sum } from "../../../src/engine/normalise/sum";
import { normalise } from "../run-method";

test("shares of the whole, larger better either way", () => {
  expect(normalise(sum as never, [1, 3])).toEqual([0.25, 0.75]);
  expect(normalise(sum as never, [-1, -3])).toEqual([-0.25, -0.75]);
});
