import { equal } from "../../../src/engine/weight/equal";
import { weigh } from "../run-method";

test("four siblings weigh a quarter each, whatever the framework says", () => {
  expect(weigh(equal as never, [[], [], [], []], { given: Float64Array.of(1, 2, 3, NaN) })).toEqual([
    0.25, 0.25, 0.25, 0.25,
  ]);
});
