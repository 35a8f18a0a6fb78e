import { groupMean } from "../../../src/engine/impute/group-mean";
import { impute } from "./impute";

test("the unit's own group; where that is empty, all units, with a note", () => {
  expect(impute(groupMean as never, [1, NaN, 9, NaN], "aabb").filled).toEqual([1, 1, 9, 9]);
  const { filled, issues } = impute(groupMean as never, [1, 3, NaN], "aab");
  expect(filled).toEqual([1, 3, 2]);
  expect(issues).toMatchObject([{ code: "impute.group-empty", about: { unit: 2, indicator: 0 } }]);
});

test("without groups all units are one", () => {
  expect(impute(groupMean as never, [1, NaN, 3]).filled).toEqual([1, 2, 3]);
});
