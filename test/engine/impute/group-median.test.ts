import { groupMedian } from "../../../src/engine/impute/group-median";
import { impute } from "./impute";

test("the median of the unit's own group", () => {
  expect(impute(groupMedian as never, [1, 2, 90, NaN, 7], "aaaab").filled).toEqual([1, 2, 90, 2, 7]);
});
