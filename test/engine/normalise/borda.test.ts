import { borda } from "../../../src/engine/normalise/borda";
import { normalise } from "../run-method";

test("how many are worse", () => {
  expect(normalise(borda as never, [30, 10, 20, 20])).toEqual([3, 0, 1.5, 1.5]);
});
