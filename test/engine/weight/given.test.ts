import { given } from "../../../src/engine/weight/given";

test("points become shares; nothing or all zero becomes equal", () => {
  const weigh = (...weights: number[]) => [
    ...given.weigh({ parameters: {}, given: Float64Array.from(weights), columns: [] }),
  ];
  expect(weigh(20, 30, 30, 20)).toEqual([0.2, 0.3, 0.3, 0.2]);
  expect(weigh(0, 0)).toEqual([0.5, 0.5]);
  expect(weigh(NaN, 3, 1, NaN)).toEqual([0.25, 0.25, 0.25, 0.25]);
});
