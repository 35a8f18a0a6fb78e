import { maximum } from "../../../src/engine/aggregate/maximum";
import { aggregate } from "../run-method";

test("the greatest child that is there and counts", () => {
  const columns = [
    [40, 40, NaN],
    [80, NaN, NaN],
    [99, 99, 99],
  ];
  expect(aggregate(maximum as never, columns, [0.9, 0.1, 0])).toEqual([80, 40, NaN]);
});
