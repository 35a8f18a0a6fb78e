import { distanceToLeader } from "../../../src/engine/normalise/distance-to-leader";
import { normalise } from "../run-method";

test("x over the greatest; where less is better, the least over x", () => {
  expect(normalise(distanceToLeader as never, [2, 4, 8])).toEqual([25, 50, 100]);
  expect(normalise(distanceToLeader as never, [-2, -4, -8])).toEqual([100, 50, 25]);
});
