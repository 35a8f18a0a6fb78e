import { choose, score } from "../../../src/engine/index";
import { lostPoints } from "../../../src/engine/diagnose/lost-points";
import { asemStudy, recipe } from "../../oracles/asem";
import { asItIs, small } from "./small-study";

test("40 and 80 of 100 with equal weights lose 30 and 10 points, three quarters and one", () => {
  const { points, shares } = lostPoints(score(small([[40], [80]]), asItIs))!;
  expect([...points]).toEqual([40, 30, 10]);
  expect([...shares]).toEqual([1, 0.75, 0.25]);
});

test("siblings' points add up to their parent's and the index's to 100 − index, with missing values", () => {
  const study = asemStudy();
  const result = score(study, recipe({}));
  const { points, shares } = lostPoints(result)!;
  const n = study.units.length;
  study.nodes.forEach(({ children }, node) => {
    if (children.length === 0) return;
    for (let i = 0; i < n; i += 1) {
      const sum = children.reduce((all, child) => all + (points[child * n + i] || 0), 0);
      expect(sum).toBeCloseTo(points[node * n + i], 9);
    }
  });
  const leaves = study.nodes.flatMap(({ indicator }, node) => (indicator >= 0 ? [node] : []));
  for (let i = 0; i < n; i += 1) {
    expect(points[i]).toBeCloseTo(100 - result.score[i], 9);
    expect(leaves.reduce((sum, leaf) => sum + (shares[leaf * n + i] || 0), 0)).toBeCloseTo(1, 9);
  }
});

test("a unit that loses nothing has no shares to lose", () => {
  expect([...lostPoints(score(small([[100], [100]]), asItIs))!.shares]).toEqual([0, 0, 0]);
});

test("an index that is no sum is refused, by level and by node", () => {
  const study = small([[40, 50], [80, 60]]); // prettier-ignore
  const aggregation = { general: choose("geometric"), levels: {} };
  expect(lostPoints(score(study, { ...asItIs, aggregation }))).toBeNull();
  const nodes = study.nodes.map((node, k) => (k === 0 ? { ...node, aggregation: choose("minimum") } : node));
  expect(lostPoints(score({ ...study, nodes }, asItIs))).toBeNull();
});
