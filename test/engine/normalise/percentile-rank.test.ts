import { percentileRank } from "../../../src/engine/normalise/percentile-rank";
import { normalise } from "../run-method";

test("from worst to best on the scale; a missing value is no competitor", () => {
  expect(normalise(percentileRank as never, [30, NaN, 10, 20])).toEqual([100, NaN, 0, 50]);
});
