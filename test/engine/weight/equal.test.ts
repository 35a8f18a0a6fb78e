import { equal } from "../../../src/engine/weight/equal";

test("four siblings weigh a quarter each, whatever the framework says", () => {
  expect([...equal.weigh({ parameters: {}, given: Float64Array.of(1, 2, 3, NaN), columns: [] })]).toEqual([
    0.25, 0.25, 0.25, 0.25,
  ]);
});
