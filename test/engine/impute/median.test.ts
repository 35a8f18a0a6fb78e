import { median } from "../../../src/engine/impute/median";
import { impute } from "./impute";

test("an outlier does not move what is filled in", () => {
  expect(impute(median as never, [1, NaN, 3, 100]).filled).toEqual([1, 3, 3, 100]);
});
