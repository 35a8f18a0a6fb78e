import { couplingCoordinationDegree } from "../../../src/engine/aggregate/coupling-coordination";
import { couplingCoordination } from "../../../src/engine/stats/coupling";
import { aggregate } from "../run-method";

test("0.2 and 0.8: C = 0.8, T = 0.5, D = √0.4, in the score's scale", () => {
  const columns = [Float64Array.of(0.2), Float64Array.of(0.8)];
  const { coupling, development, coordination } = couplingCoordination(columns, Float64Array.of(0.5, 0.5));
  expect(coupling[0]).toBeCloseTo(0.8, 12);
  expect(development[0]).toBeCloseTo(0.5, 12);
  expect(coordination[0]).toBeCloseTo(Math.sqrt(0.4), 12);
  expect(aggregate(couplingCoordinationDegree as never, [[20], [80]], [0.5, 0.5])[0]).toBeCloseTo(
    100 * Math.sqrt(0.4),
    10,
  );
});

test("three unequal weights, written out", () => {
  const u = [0.3, 0.9, 0.55];
  const weights = [0.2, 0.5, 0.3];
  const sum = u.reduce((all, x) => all + x, 0);
  const c = (3 * (u[0] * u[1] * u[2]) ** (1 / 3)) / sum;
  const t = u.reduce((all, x, j) => all + weights[j] * x, 0);
  const columns = u.map((x) => [x]);
  const [score] = aggregate(couplingCoordinationDegree as never, columns, weights, { scale: [0, 1] });
  expect(score).toBeCloseTo(Math.sqrt(c * t), 12);
});

test("zero, one child alone, none; and moved to 0.01–0.99 where asked", () => {
  const columns = [
    [0, 50, NaN],
    [80, NaN, NaN],
  ];
  const scores = aggregate(couplingCoordinationDegree as never, columns, [0.5, 0.5]);
  expect(scores[0]).toBe(0);
  expect(scores[1]).toBeCloseTo(100 * Math.sqrt(0.5), 10);
  expect(scores[2]).toBeNaN();
  const moved = aggregate(
    couplingCoordinationDegree as never,
    [
      [-3, 8],
      [1, 2],
    ],
    [0.5, 0.5],
    {
      parameters: { rescale: true },
      scale: [0, 1],
    },
  );
  expect(moved[0]).toBeCloseTo(Math.sqrt(0.01), 12);
  expect(moved[1]).toBeCloseTo(Math.sqrt(0.99), 12);
});
