import fc from "fast-check";
import { goodnessOfVarianceFit } from "../../../src/engine/stats/goodness-of-variance-fit";
import { sorted } from "../../../src/engine/stats/quantile";
import { naturalBreaks } from "../../../src/engine/tier/natural-breaks";

/** Squared deviations from the class means when classes start at the given places. */
function within(values: number[], starts: number[]): number {
  return [0, ...starts].reduce((sum, start, c) => {
    const own = values.slice(start, [...starts, values.length][c]);
    const centre = own.reduce((all, x) => all + x, 0) / own.length;
    return sum + own.reduce((all, x) => all + (x - centre) ** 2, 0);
  }, 0);
}

/** The least over every way to divide values into classes of at least one, tried one by one. */
function bruteForce(values: number[], classes: number, from = 1): number {
  const search = (starts: number[], next: number): number => {
    if (starts.length === classes - 1) return within(values, starts);
    let least = Infinity;
    for (let start = next; start < values.length; start += 1) {
      least = Math.min(least, search([...starts, start], start + 1));
    }
    return least;
  };
  return search([], from);
}

test("1, 2, 10, 11 in two tiers are cut at 6", () => {
  expect(naturalBreaks.cuts(Float64Array.of(1, 2, 10, 11), { number: 2 })).toEqual([6]);
});

test("no division of a small set is better, tried one by one", () => {
  const small = fc.uniqueArray(fc.integer({ min: -50, max: 50 }), { minLength: 3, maxLength: 10 });
  fc.assert(
    fc.property(small, fc.integer({ min: 2, max: 5 }), (drawn, number) => {
      const values = [...drawn].sort((a, b) => a - b);
      const classes = Math.min(number, values.length);
      const cuts = [...naturalBreaks.cuts(Float64Array.from(values), { number })].reverse();
      expect(cuts.length).toBe(classes - 1);
      const starts = cuts.map((cut) => values.findIndex((value) => value >= cut));
      expect(within(values, starts)).toBeCloseTo(bruteForce(values, classes), 8);
    }),
  );
});

test("equal scores are never parted, and fewer scores than tiers are a tier each", () => {
  const cuts = naturalBreaks.cuts(Float64Array.of(0, 0, 0, 0, 5, 5, 9), { number: 6 });
  expect(cuts).toEqual([7, 2.5]);
  expect(naturalBreaks.cuts(Float64Array.of(3, 3), { number: 3 })).toEqual([]);
});

test("ten thousand scores far from zero: the fit is found and grows with the number of tiers", () => {
  const values = Float64Array.from({ length: 10000 }, (_, i) => 1e6 + Math.sin(i) * 5 + (i % 7));
  const fits = [3, 5, 9].map((number) => {
    const cuts = naturalBreaks.cuts(sorted(values), { number });
    expect(cuts.length).toBe(number - 1);
    return goodnessOfVarianceFit(
      values,
      values.map((value) => cuts.filter((cut) => value < cut).length),
    );
  });
  expect(fits[0]).toBeGreaterThan(0.7);
  expect(fits[1]).toBeGreaterThan(fits[0]);
  expect(fits[2]).toBeGreaterThan(fits[1]);
});
