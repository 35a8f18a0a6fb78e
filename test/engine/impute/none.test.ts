import { none } from "../../../src/engine/impute/none";
import { impute } from "./impute";

test("nothing is filled", () => {
  expect(impute(none as never, [1, NaN, 3]).filled).toEqual([1, NaN, 3]);
});
