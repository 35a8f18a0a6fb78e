import { vikor } from "../../../src/engine/aggregate/vikor";
import { aggregate } from "../run-method";

test("one child: the share of the way from the worst to the best, larger better", () => {
  expect(aggregate(vikor as never, [[0, 50, 100]], [1])).toEqual([0, 50, 100]);
});

test("v = 1 is the majority alone, v = 0 the worst regret alone", () => {
  // Weighted shortfalls: (0, 0, 0.3), (0.16, 0.12, 0.12), (0.4, 0.3, 0).
  const columns = [
    [100, 60, 0],
    [100, 60, 0],
    [0, 60, 100],
  ];
  const byMajority = aggregate(vikor as never, columns, [0.4, 0.3, 0.3], { parameters: { majority: 1 } });
  const byRegret = aggregate(vikor as never, columns, [0.4, 0.3, 0.3], { parameters: { majority: 0 } });
  expect(byMajority[0]).toBe(100);
  expect(byRegret[1]).toBe(100);
  expect(byRegret[2]).toBe(0);
});

test("all units the same: the middle of the scale", () => {
  expect(aggregate(vikor as never, [[5, 5]], [1])).toEqual([50, 50]);
});
