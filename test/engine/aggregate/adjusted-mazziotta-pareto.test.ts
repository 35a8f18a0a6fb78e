import { adjustedMazziottaPareto } from "../../../src/engine/aggregate/adjusted-mazziotta-pareto";
import { aggregate } from "../run-method";

const index = (columns: number[][], scale: [number, number], penalty = "subtract") =>
  aggregate(
    adjustedMazziottaPareto as never,
    columns,
    columns.map(() => 1 / columns.length),
    { scale, parameters: { penalty } },
  );

test("70 and 130 on a scale of 70 to 130: M = 100, S = 30, so 91 or 109", () => {
  expect(index([[70], [130]], [70, 130])[0]).toBeCloseTo(91, 12);
  expect(index([[70], [130]], [70, 130], "add")[0]).toBeCloseTo(109, 12);
});

test("the same on the score's own scale, and level by level", () => {
  expect(index([[0], [100]], [0, 100])[0]).toBeCloseTo(35, 12);
  const own = index([[80], [125]], [70, 130]);
  const moved = index([[((80 - 70) / 60) * 100], [((125 - 70) / 60) * 100]], [0, 100]);
  expect(70 + 0.6 * moved[0]).toBeCloseTo(own[0], 10);
});

test("a balanced unit keeps its mean", () => {
  expect(index([[60], [60], [NaN]], [0, 100])[0]).toBeCloseTo(60, 12);
});

test("stays on the scale, however unbalanced; a lone gain can cost", () => {
  const at = (top: number) =>
    aggregate(adjustedMazziottaPareto as never, [[0], [top]], [0.95, 0.05], { scale: [0, 100] })[0];
  expect(at(100)).toBeGreaterThan(0);
  expect(at(100)).toBeLessThan(at(58));
  for (const share of [0.01, 0.3, 0.5, 0.9]) {
    for (const penalty of ["subtract", "add"]) {
      const [score] = aggregate(adjustedMazziottaPareto as never, [[0], [100]], [1 - share, share], {
        parameters: { penalty },
      });
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(100);
    }
  }
});
