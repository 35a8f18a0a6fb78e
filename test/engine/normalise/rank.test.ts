import { rank } from "../../../src/engine/normalise/rank";
import { normalise } from "../run-method";

test("30, 10, 20, 20 with the three ways of ties", () => {
  expect(normalise(rank as never, [30, 10, 20, 20])).toEqual([4, 1, 2.5, 2.5]);
  expect(normalise(rank as never, [30, 10, 20, 20], { parameters: { ties: "min" } })).toEqual([4, 1, 2, 2]);
  expect(normalise(rank as never, [30, 10, 20, 20], { parameters: { ties: "max" } })).toEqual([4, 1, 3, 3]);
});
