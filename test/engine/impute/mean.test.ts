import { mean } from "../../../src/engine/impute/mean";
import { impute } from "./impute";

test("1, –, 3 is filled with 2; a column of nothing stays so", () => {
  expect(impute(mean as never, [1, NaN, 3]).filled).toEqual([1, 2, 3]);
  expect(impute(mean as never, [NaN, NaN]).filled).toEqual([NaN, NaN]);
});
