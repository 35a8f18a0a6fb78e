import { correlationRatio } from "../../../src/engine/stats/correlation-ratio";

const n = 500;
const x = Float64Array.from({ length: n }, (_, i) => i / (n - 1));
/** Numbers without pattern, the same every time. */
const noise = x.map((_, i) => Math.sin(i * i * 12.9898 + i * 78.233) * 0.5);

test("of a straight line it is 1, and with noise r²", () => {
  expect(
    correlationRatio(
      x,
      x.map((value) => 3 - 2 * value),
    ).ratio,
  ).toBeCloseTo(1, 9);
  const y = x.map((value, i) => value + noise[i]);
  const { ratio, span } = correlationRatio(x, y);
  let sums = [0, 0, 0, 0, 0];
  x.forEach((a, i) => (sums = sums.map((sum, s) => sum + [a, y[i], a * a, y[i] * y[i], a * y[i]][s])));
  const r =
    (n * sums[4] - sums[0] * sums[1]) /
    Math.sqrt((n * sums[2] - sums[0] ** 2) * (n * sums[3] - sums[1] ** 2));
  if (span === 1) expect(ratio).toBeCloseTo(r * r, 9);
  expect(Math.abs(ratio - r * r)).toBeLessThan(0.05);
});

test("a curve that correlation does not see is seen", () => {
  const y = x.map((value, i) => (value - 0.5) ** 2 + 0.02 * noise[i]);
  expect(correlationRatio(x, y).ratio).toBeGreaterThan(0.9);
  expect(correlationRatio(x.slice().reverse(), y.slice().reverse()).ratio).toBeCloseTo(
    correlationRatio(x, y).ratio,
    9,
  );
});

test("nothing to do with each other: near 0", () => {
  expect(correlationRatio(x, noise).ratio).toBeLessThan(0.03);
});

test("a yes/no column: the classical ratio of group means", () => {
  const yes = [1, 1, 1, 0, 0, 0, 0];
  const y = [5, 7, 6, 1, 2, 3, 2];
  const mean = 26 / 7;
  const between = 3 * (6 - mean) ** 2 + 4 * (2 - mean) ** 2;
  const total = y.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  expect(correlationRatio(Float64Array.from(yes), Float64Array.from(y)).ratio).toBeCloseTo(
    between / total,
    12,
  );
});

test("missing places, no spread, too few", () => {
  const gaps = x.map((value, i) => (i % 3 === 0 ? NaN : value));
  expect(correlationRatio(gaps, x).ratio).toBeCloseTo(1, 9);
  expect(
    correlationRatio(
      x,
      x.map(() => 4),
    ).ratio,
  ).toBeNaN();
  expect(
    correlationRatio(
      x.map(() => 4),
      x,
    ).ratio,
  ).toBeNaN();
  expect(correlationRatio(x.subarray(0, 2), x.subarray(0, 2)).ratio).toBeNaN();
});
