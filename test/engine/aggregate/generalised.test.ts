import { generalised } from "../../../src/engine/aggregate/generalised";
import { aggregate } from "../run-method";

const power = (p: number, columns: number[][], weights = columns.map(() => 1 / columns.length)) =>
  aggregate(generalised as never, columns, weights, { parameters: { power: p } });

test("1 and 7 with p = 2 make 5; p = 1, 0 and −1 are the arithmetic, geometric and harmonic mean", () => {
  expect(power(2, [[1], [7]])[0]).toBeCloseTo(5, 12);
  expect(power(1, [[1], [3]])[0]).toBeCloseTo(2, 12);
  expect(power(0, [[1], [100]])[0]).toBeCloseTo(10, 12);
  expect(power(-1, [[1], [3]])[0]).toBeCloseTo(1.5, 12);
});

test.each([2, 0.5, 0, -2])("a missing child is left out, not the unit: p = %d", (p) => {
  expect(power(p, [[NaN], [9], [9]], [0.5, 0.25, 0.25])[0]).toBeCloseTo(9, 12);
  expect(power(p, [[NaN], [NaN]])[0]).toBeNaN();
});

test("the lower p, the nearer to the least child; far p do not overflow", () => {
  const scores = [100, 2, 1, 0, -1, -100].map((p) => power(p, [[1e5], [1e-5]])[0]);
  scores.slice(1).forEach((score, i) => expect(score).toBeLessThan(scores[i]));
  expect(scores.every(Number.isFinite)).toBe(true);
});

test("zero counts where it can, and says where it cannot", () => {
  expect(power(2, [[0], [10]])[0]).toBeCloseTo(Math.sqrt(50), 12);
  expect(power(2, [[0], [0]])).toEqual([0]);
  expect(generalised.domain({ power: 0.5 })).toBe("not-negative");
  expect(generalised.domain({ power: -2 })).toBe("positive");
  expect(generalised.domain({ power: 1 })).toBe("any");
});
