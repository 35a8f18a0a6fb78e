import { choose, score } from "../../../src/engine/index";
import { asItIs, small } from "../diagnose/small-study";

const study = small([[1, 2, 10, 11, 50, 51, 90, NaN]]);

test("how well the tiers fit is on the result, for any method", () => {
  const [fit] = score(study, { ...asItIs, tiers: choose("natural-breaks", { number: 4 }) }).tierFits;
  expect(fit.group).toBeNull();
  expect(fit.varianceFit).toBeCloseTo(1 - 1.5 / 7233.714285714286, 4);
  expect(fit.regression).toBeNull();
  const cut = score(study, { ...asItIs, tiers: choose("cut-offs", { values: [1000] }) }).tierFits[0];
  expect(cut.varianceFit).toBe(0);
});

test("one a group where tiers are cut inside groups, with the line where there is one", () => {
  const { tierFits, tiers } = score(study, { ...asItIs, tiers: choose("rsr"), tiersWithin: "half" });
  expect(tierFits.map(({ group }) => group)).toEqual(["a", "b"]);
  for (const { group, regression } of tierFits) {
    const [best] = tiers.filter((tier) => tier.group === group);
    expect(best.lower).toBeCloseTo(regression!.intercept + 6 * regression!.slope, 10);
    expect(regression!.rSquared).toBeGreaterThan(0.5);
  }
});
