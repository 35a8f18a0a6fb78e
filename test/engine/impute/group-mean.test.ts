import { groupMean } from "../../../src/engine/impute/group-mean";
import { impute, imputeColumns } from "./impute";

test("the unit's own group; where that is empty, all units, with a note", () => {
  expect(impute(groupMean as never, [1, NaN, 9, NaN], "aabb").filled).toEqual([1, 1, 9, 9]);
  const { filled, issues } = impute(groupMean as never, [1, 3, NaN], "aab");
  expect(filled).toEqual([1, 3, 2]);
  expect(issues).toMatchObject([{ code: "impute.group-empty", about: { unit: 2, indicator: 0 } }]);
});

test("an empty group, or none, takes the next coarser column's before all units'", () => {
  const groups = ["abc dd", "xyxyyy", "mnmnmo", "ppqpqp"];
  const { filled, issues } = imputeColumns(groupMean as never, [[10, 20, NaN, NaN, 70, NaN]], { groups });
  // c: only the unit itself; x: 10. The unit without a group is in y: 20, 70. The last one's own group has 70.
  expect(filled[0]).toEqual([10, 20, 10, 45, 70, 70]);
  expect(issues.map((each) => [each.code, each.about.unit, each.params])).toEqual([
    ["impute.coarser-group", 2, { unit: "U2", indicator: "I", column: "g1", label: "x" }],
    ["impute.coarser-group", 3, { unit: "U3", indicator: "I", column: "g1", label: "y" }],
  ]);
});

test("a column with more groups is no coarser and is passed over", () => {
  const { filled, issues } = imputeColumns(groupMean as never, [[10, 20, NaN]], {
    groups: ["aab", "xyx", "stu"],
  });
  expect(filled[0]).toEqual([10, 20, 15]);
  expect(issues).toMatchObject([{ code: "impute.group-empty" }]);
});

test("without groups all units are one", () => {
  expect(impute(groupMean as never, [1, NaN, 3]).filled).toEqual([1, 2, 3]);
});

test("an indicator without any value stays missing, without a note", () => {
  const { filled, issues } = impute(groupMean as never, [NaN, NaN], "ab");
  expect([filled, issues]).toEqual([[NaN, NaN], []]);
});
