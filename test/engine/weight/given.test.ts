import { given } from "../../../src/engine/weight/given";
import { weigh } from "../run-method";

test("points become shares; nothing or all zero becomes equal", () => {
  const of = (...weights: number[]) =>
    weigh(
      given as never,
      weights.map(() => []),
      { given: Float64Array.from(weights) },
    );
  expect(of(20, 30, 30, 20)).toEqual([0.2, 0.3, 0.3, 0.2]);
  expect(of(0, 0)).toEqual([0.5, 0.5]);
  expect(of(NaN, 3, 1, NaN)).toEqual([0.25, 0.25, 0.25, 0.25]);
});
