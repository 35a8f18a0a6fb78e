import { minimum } from "../../../src/engine/aggregate/minimum";
import { aggregate } from "../run-method";

test("the least child that is there and counts", () => {
  const columns = [
    [40, NaN, NaN],
    [80, 80, NaN],
    [0, 0, 0],
  ];
  expect(aggregate(minimum as never, columns, [0.1, 0.9, 0])).toEqual([40, 80, NaN]);
});
