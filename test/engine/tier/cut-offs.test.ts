import { cutOffs } from "../../../src/engine/tier/cut-offs";

test("bounds in any order, once each", () => {
  expect(cutOffs.cuts(new Float64Array(0), { values: [60, 70, 60] })).toEqual([70, 60]);
});
