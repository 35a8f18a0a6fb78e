import { normalQuantile } from "../../../src/engine/stats/distribution";
import { rsr } from "../../../src/engine/tier/rsr";

/** The regression by the normal equations, from frequencies written out by hand. */
function line(scores: number[], frequencies: number[]): { intercept: number; slope: number } {
  const x = frequencies.map((p) => 5 + normalQuantile(p));
  const n = x.length;
  const sum = (values: number[]) => values.reduce((all, each) => all + each, 0);
  const slope =
    (n * sum(x.map((each, i) => each * scores[i])) - sum(x) * sum(scores)) /
    (n * sum(x.map((each) => each * each)) - sum(x) ** 2);
  return { intercept: (sum(scores) - slope * sum(x)) / n, slope };
}

test("probits in the table that the method's books print", () => {
  // 百分比与概率单位对照表: 10 % 3.7184, 25 % 4.3255, 50 % 5.0000, 97.5 % 6.9600.
  for (const [p, probit] of [[0.1, 3.7184], [0.25, 4.3255], [0.5, 5], [0.975, 6.96]]) {
    expect(5 + normalQuantile(p)).toBeCloseTo(probit, 4);
  } // prettier-ignore
});

test("cut where the line stands at 4 and 6; equal scores are one point with their mean rank", () => {
  const scores = Float64Array.of(0.2, 0.35, 0.35, 0.6, 0.8);
  const { intercept, slope } = line([0.2, 0.35, 0.6, 0.8], [1 / 5, 2.5 / 5, 4 / 5, 1 - 1 / 20]);
  const cuts = rsr.cuts(scores, { number: 3, cuts: "tian" });
  expect(cuts[0]).toBeCloseTo(intercept + 6 * slope, 12);
  expect(cuts[1]).toBeCloseTo(intercept + 4 * slope, 12);
  const found = rsr.regression!(scores, { number: 3, cuts: "tian" })!;
  expect(found.slope).toBeCloseTo(slope, 12);
  expect(found.points).toBe(4);
  expect(found.rSquared).toBeGreaterThan(0.9);
});

test.each([
  [3, [6, 4]],
  [4, [6.5, 5, 3.5]],
  [5, [6.8, 5.6, 4.4, 3.2]],
])("Tian's probits for %d tiers", (number, probits) => {
  const scores = Float64Array.of(1, 2, 4, 7, 11, 16);
  const { intercept, slope } = rsr.regression!(scores, { number, cuts: "tian" })!;
  const cuts = rsr.cuts(scores, { number, cuts: "tian" });
  cuts.forEach((cut, i) => expect((cut - intercept) / slope).toBeCloseTo(probits[i], 10));
});

test("equal shares are another rule: at 5 for two tiers", () => {
  const scores = Float64Array.of(1, 2, 4, 7, 11, 16);
  const { intercept, slope } = rsr.regression!(scores, { number: 2, cuts: "tian" })!;
  expect(rsr.cuts(scores, { number: 2, cuts: "equal shares" })[0]).toBeCloseTo(intercept + 5 * slope, 12);
});

test("one score, or equal scores, are one tier", () => {
  expect(rsr.cuts(Float64Array.of(0.5, 0.5), { number: 3, cuts: "tian" })).toEqual([]);
  expect(rsr.regression!(Float64Array.of(0.5), { number: 3, cuts: "tian" })).toBeNull();
});
