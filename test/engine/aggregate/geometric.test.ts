import { geometric } from "../../../src/engine/aggregate/geometric";
import { aggregate } from "../run-method";

test("1 and 100 make 10; four hundred 50s make 50 and not Infinity", () => {
  expect(aggregate(geometric as never, [[1], [100]], [0.5, 0.5])[0]).toBeCloseTo(10, 12);
  const many = Array.from({ length: 400 }, () => [50]);
  expect(
    aggregate(
      geometric as never,
      many,
      many.map(() => 1 / 400),
    )[0],
  ).toBeCloseTo(50, 9);
});
