import type { Issue } from "../../src/base/issue";
import { choose, defaultPlan, type RobustnessPlan } from "../../src/engine/index";
import { readRobustness, writeRobustness } from "../../src/workbook/read/robustness-setting";

const read = (text: string) => {
  const issues: Issue[] = [];
  return { plan: readRobustness(text, undefined, issues), codes: issues.map(({ code }) => code) };
};

test.each(["", "off", "no", "关", "无"])("%p asks for nothing", (text) => {
  expect(read(text)).toEqual({ plan: null, codes: [] });
});

test("yes, a number of runs, and runs with a seed keep the customary noise on the weights", () => {
  expect(read("yes").plan).toEqual(defaultPlan);
  expect(read("500").plan).toEqual({ ...defaultPlan, runs: 500 });
  expect(read("次数＝200；种子：7")).toEqual({ plan: { ...defaultPlan, runs: 200, seed: 7 }, codes: [] });
});

test("what is named varies, what is not stays", () => {
  const { plan, codes } = read(
    "runs=50; weights=dirichlet 10% (level 1=0.3; level 3=0); normalisation=z-score (centre=50; spread=10), rank; aggregation=几何平均; leave one out=yes",
  );
  expect(codes).toEqual([]);
  expect(plan).toEqual({
    ...defaultPlan,
    runs: 50,
    weights: { method: "dirichlet", spread: 0.1, levels: { 1: 0.3, 3: 0 } },
    normalisation: [choose("z-score", { centre: 50, spread: 10 }), choose("rank")],
    aggregation: [choose("geometric")],
    leaveOneOut: true,
  });
  expect(read("normalisation=rank").plan?.weights).toBeNull();
});

test("a plan is written as it is read", () => {
  const plans: RobustnessPlan[] = [
    defaultPlan,
    { ...defaultPlan, weights: null, leaveOneOut: true, treatment: [choose("winsorise", { most: 3 })] },
    {
      ...defaultPlan,
      seed: 9,
      weights: { method: "noise", spread: 0.5, levels: { 2: 0 } },
      normalisation: [choose("min-max", { lower: 1, upper: 100 }), choose("rank")],
    },
  ];
  for (const plan of plans) expect(read(writeRobustness(plan))).toEqual({ plan, codes: [] });
  expect(read(writeRobustness(null))).toEqual({ plan: null, codes: [] });
});

test.each([
  ["runs=0", "setting.bad-value"],
  ["runs=2.5", "setting.bad-value"],
  ["weights=wobble 0.3", "setting.bad-value"],
  ["weights=noise 3", "setting.bad-value"],
  ["normalisation=stretch", "setting.unknown-method"],
  ["colour=blue", "setting.bad-value"],
  ["leave one out=maybe", "setting.bad-value"],
])("%s is named", (text, code) => {
  expect(read(text).codes).toEqual([code]);
});
