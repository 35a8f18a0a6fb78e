import { none } from "../../../src/engine/treat/none";

test("an outlier stays", () => {
  const column = Float64Array.of(1, 2, 1000);
  none.treat(column, {});
  expect([...column]).toEqual([1, 2, 1000]);
});
