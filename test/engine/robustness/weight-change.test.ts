import { choose, score, swapChange, type Node } from "../../../src/engine/index";
import { liftsTier, swapsWithNext } from "../../../src/engine/robustness/weight-change";
import { asItIs, small } from "../diagnose/small-study";

// Two first-level indicators of weight one half each.
const study = small([
  [80, 60, 10],
  [40, 50, 90],
]);

function scored(own = asItIs) {
  const result = score(study, own);
  return {
    result,
    of: { study, recipe: own, aggregated: result.stages.aggregated, weights: result.weights },
  };
}

test("worked by hand: 60, 55, 50; the second passes the first when the second weight is two thirds", () => {
  const { result, of } = scored();
  expect([...result.score]).toEqual([60, 55, 50]);
  const [, second] = study.nodes[0].children;
  // 80 − 40w = 60 − 10w at w = 2/3.
  const change = swapChange(of, 0, 1);
  expect(Math.abs(change.change)).toBeCloseTo(1 / 6, 6);
  expect(change.change > 0 ? change.node : study.nodes[0].children.find((each) => each !== change.node)).toBe(
    second,
  );
  const [first] = swapsWithNext(of, result.order, result.rank);
  expect(first).toEqual(change);
});

test("what lifts a unit to the bound of the tier above, which stays where it is", () => {
  const { of } = scored();
  // The third needs 60: 10 + 80w = 60 at w = 0.625.
  const lifts = liftsTier(of, Int32Array.from([0, 1, 1]), () => 60);
  expect(lifts[0].node).toBe(-1);
  expect(Math.abs(lifts[2].change)).toBeCloseTo(0.125, 6);
  // The second has no more than 60 with all weight on its better child.
  expect(Math.abs(lifts[1].change)).toBeCloseTo(0.5, 6);
});

test("a unit that is nowhere better never passes", () => {
  const dominated = small([
    [80, 60],
    [50, 40],
  ]);
  const result = score(dominated, asItIs);
  const of = {
    study: dominated,
    recipe: asItIs,
    aggregated: result.stages.aggregated,
    weights: result.weights,
  };
  expect(swapChange(of, 0, 1)).toEqual({ node: -1, change: NaN });
});

test("by any aggregation: the scores at the weight found are equal to a hair", () => {
  for (const key of ["geometric", "generalised", "topsis", "mazziotta-pareto"]) {
    const own = { ...asItIs, aggregation: { general: choose(key), levels: {} } };
    const { result, of } = scored(own);
    const [ahead, behind] = result.order;
    const { node, change } = swapChange(of, ahead, behind);
    expect(node).toBeGreaterThan(0);
    const nodes = study.nodes.map((each, k): Node =>
      k === node
        ? { ...each, weight: 0.5 + change }
        : k > 0 && each.parent === 0
          ? { ...each, weight: 0.5 - change }
          : each,
    );
    const again = score({ ...study, nodes }, own).score;
    expect(again[ahead]).toBeCloseTo(again[behind], 5);
  }
});
