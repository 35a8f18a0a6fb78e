import type { Issue } from "../../../src/base/issue";
import { nodeAggregator } from "../../../src/engine/aggregate/run";
import { choose, score, type MethodChoice } from "../../../src/engine/index";
import { say } from "../../../src/messages/say";
import { asItIs, small } from "../diagnose/small-study";

function run(choice: MethodChoice, columns: number[][], left: number[] = []) {
  const issues: Issue[] = [];
  const out = new Float64Array(columns[0].length);
  const values = columns.map((column) => Float64Array.from(column));
  const weights = Float64Array.from(columns, () => 1 / columns.length);
  const about = { node: 3, name: "Trade", unitName: (unit: number) => `U${unit}` };
  nodeAggregator(choice, values, out, [0, 100], left, about)(weights, issues);
  return { scores: [...out], issues };
}

test("a harmonic mean of negatives does not pass in silence", () => {
  const { scores, issues } = run(choose("harmonic"), [[50, -50, 0], [50, -50, 20]]); // prettier-ignore
  expect(scores).toEqual([50, NaN, NaN]);
  expect(issues.map(({ code, about }) => [code, about.node])).toEqual([["aggregate.not-positive", 3]]);
  expect(say(issues[0], "en")).toContain("U1, U2");
});

test("each domain has its own issue, and a hair over the scale is no one's fault", () => {
  const below = run(choose("generalised", { power: 2 }), [[-1, 0]]);
  expect([below.scores, below.issues[0].code]).toEqual([[NaN, 0], "aggregate.negative"]);
  const over = run(choose("inform"), [[100.0000000001, 101]]);
  expect(over.scores[0]).toBeCloseTo(100, 8);
  expect([over.scores[1], over.issues[0].code]).toEqual([NaN, "aggregate.outside-scale"]);
  expect(say(over.issues[0], "zh-CN")).toContain("0 至 100");
});

test("a unit that is left out has no score and is nobody's peer", () => {
  expect(run(choose("vikor"), [[0, 50, 100]], [2]).scores).toEqual([0, 100, NaN]);
  expect(run(choose("arithmetic"), [[0, 50, 100]], [2]).scores).toEqual([0, 50, NaN]);
});

test("so with the availability that a recipe asks for", () => {
  const study = small([[0, 50, 100], [10, 20, NaN], [10, 20, NaN]]); // prettier-ignore
  const aggregation = { general: choose("copeland"), levels: {} };
  const result = score(study, { ...asItIs, aggregation, availability: 0.667 });
  expect([...result.score]).toEqual([0, 100, NaN]);
});
