import { choose, coordinationLevels, couplingLevels, levelOf, score } from "../../../src/engine/index";
import { nodeCouplings } from "../../../src/engine/diagnose/coupling";
import { asItIs, small } from "./small-study";

test("C, T and D of the node that is aggregated so, D being the score", () => {
  const aggregation = { general: choose("coupling-coordination"), levels: {} };
  const result = score(small([[20, NaN], [80, NaN]]), { ...asItIs, aggregation }); // prettier-ignore
  const [found] = nodeCouplings(result);
  expect(found.node).toBe(0);
  expect(found.coupling[0]).toBeCloseTo(0.8, 12);
  expect(found.development[0]).toBeCloseTo(0.5, 12);
  expect(100 * found.coordination[0]).toBeCloseTo(result.score[0], 10);
  expect(found.coordination[1]).toBeNaN();
  expect(nodeCouplings(score(small([[20], [80]]), asItIs))).toEqual([]);
});

test("bounds belong to the level below", () => {
  const name = (degree: number) => coordinationLevels[levelOf(coordinationLevels, degree)].label["zh-CN"];
  expect([0, 0.1, 0.1001, 0.5, 0.6, 1].map(name)).toEqual(["极度失调", "极度失调", "严重失调", "濒临失调", "勉强协调", "优质协调"]); // prettier-ignore
  expect(couplingLevels[levelOf(couplingLevels, 0.8)].label["zh-CN"]).toBe("磨合");
  expect(levelOf(couplingLevels, NaN)).toBe(-1);
});
