import type { Issue } from "../../../src/base/issue";
import { variation } from "../../../src/engine/weight/variation";
import { weigh } from "../run-method";

test("σ/|μ| of the measured values, whatever their direction", () => {
  const weights = weigh(variation as never, [[], []], {
    directed: () => [Float64Array.of(90, 100, 110), Float64Array.of(-80, -100, -120, NaN)],
  });
  expect(weights[0]).toBeCloseTo(1 / 3, 12);
  expect(weights[1]).toBeCloseTo(2 / 3, 12);
});

test("above the lowest level, of the scores", () => {
  const weights = weigh(variation as never, [[90, 100, 110], [80, 100, 120]], { directed: () => null }); // prettier-ignore
  expect(weights[0]).toBeCloseTo(1 / 3, 12);
});

test("a mean of zero takes its siblings' mean and is told; no spread weighs nothing", () => {
  const issues: Issue[] = [];
  const weights = weigh(variation as never, [[90, 100, 110], [-1, 0, 1], [80, 100, 120], [5, 5, 5]], { issues }); // prettier-ignore
  expect(weights[1]).toBeCloseTo(0.15 / 0.45, 12);
  expect(weights[3]).toBe(0);
  expect(issues.map(({ code }) => code)).toEqual(["weight.no-spread", "weight.no-mean"]);
  expect(weigh(variation as never, [[-1, 1], [2, -2]])).toEqual([0.5, 0.5]); // prettier-ignore
});
