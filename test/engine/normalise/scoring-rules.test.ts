import { scoringRules } from "../../../src/engine/normalise/scoring-rules";
import { normalise } from "../run-method";

const bands = [
  { from: 0, to: 60, fromPoints: 0, toPoints: 0 },
  { from: 60, to: 100, fromPoints: 60, toPoints: 100 },
];

test("flat below the pass mark, linear above it; bounds belong upwards, the last one to its band", () => {
  expect(normalise(scoringRules as never, [30, 60, 80, 100, 101, NaN], { bands })).toEqual([
    0,
    60,
    80,
    100,
    0,
    NaN,
  ]);
});

test("deductions from full marks, held above zero", () => {
  const deductions = [
    { from: 0, to: 5, fromPoints: 0, toPoints: -50 },
    { from: 5, to: Infinity, fromPoints: -200, toPoints: -200 },
  ];
  expect(
    normalise(scoringRules as never, [0, 2, 7], { bands: deductions, parameters: { start: 100 } }),
  ).toEqual([100, 80, 0]);
});
