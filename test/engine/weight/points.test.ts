import type { Issue } from "../../../src/base/issue";
import { points } from "../../../src/engine/weight/points";
import { weigh } from "../run-method";

test("the means of the experts' points become shares", () => {
  const weights = weigh(points as never, [[], [], []], { points: Float64Array.of(30, 50, 20) });
  [0.3, 0.5, 0.2].forEach((expected, child) => expect(weights[child]).toBeCloseTo(expected, 15));
});

test("a sibling without points makes all equal, and is named", () => {
  const issues: Issue[] = [];
  expect(weigh(points as never, [[], []], { points: Float64Array.of(3, NaN), issues })).toEqual([0.5, 0.5]);
  expect(issues).toMatchObject([
    { code: "weight.no-points", severity: "warning", params: { missing: "child 1" } },
  ]);
  expect(weigh(points as never, [[], []], { points: Float64Array.of(0, 0) })).toEqual([0.5, 0.5]);
});
