import { harmonic } from "../../../src/engine/aggregate/harmonic";
import { aggregate } from "../run-method";

test("1 and 3 make 1.5", () => {
  expect(aggregate(harmonic as never, [[1], [3]], [0.5, 0.5])).toEqual([1.5]);
});
