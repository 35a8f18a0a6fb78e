import { goalposts } from "../../../src/engine/normalise/goalposts";
import { normalise } from "../run-method";

test("Iceland 2025: life expectancy 82.691 between 20 and 85", () => {
  const [score] = normalise(goalposts as never, [82.691], { goalposts: [20, 85], scale: [0, 1] });
  expect(score).toBeCloseTo((82.691 - 20) / 65, 12);
});

test("income on logarithms, cut at the goalposts", () => {
  const [norway, middle] = normalise(goalposts as never, [112710, Math.sqrt(100 * 75000)], {
    goalposts: [100, 75000],
    scale: [0, 1],
    parameters: { log: true },
  });
  expect(norway).toBe(1);
  expect(middle).toBeCloseTo(0.5, 12);
});

test("logarithms of an indicator where less is better: directed values are negative", () => {
  const scores = normalise(goalposts as never, [-10, -1, -100], {
    goalposts: [-100, -1],
    parameters: { log: true },
  });
  expect(scores[0]).toBeCloseTo(50, 9);
  expect(scores.slice(1)).toEqual([100, 0]);
});

test("a value without a logarithm counts as the low end; without clip values may leave the scale", () => {
  expect(normalise(goalposts as never, [0, -5], { goalposts: [1, 100], parameters: { log: true } })).toEqual([
    0, 0,
  ]);
  expect(normalise(goalposts as never, [30], { goalposts: [0, 20], parameters: { clip: false } })).toEqual([
    150,
  ]);
});
