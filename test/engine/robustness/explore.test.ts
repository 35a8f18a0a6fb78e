import fc from "fast-check";
import {
  choose,
  combine,
  defaultPlan,
  evaluator,
  performPiece,
  piecesOf,
  score,
  type Recipe,
  type Robustness,
  type RobustnessJob,
  type RobustnessPlan,
  type Study,
} from "../../../src/engine/index";
import { prepare } from "../../../src/engine/scores";
import { asemStudy, recipe } from "../../oracles/asem";

const asem = asemStudy();
const base = recipe({ tiers: choose("cut-offs", { values: [60, 50] }) });
const still: RobustnessPlan = { ...defaultPlan, runs: 60, weights: null };

function jobOf(plan: RobustnessPlan, own: Recipe = base, study: Study = asem): RobustnessJob {
  return { study, recipe: own, plan, prepared: prepare(study, own), reference: null };
}

/** As so many workers would: each takes every n-th piece with an evaluator of its own. */
function exploreBy(job: RobustnessJob, workers: number, size = 25): Robustness {
  const all = Array.from({ length: workers }, () => evaluator(job));
  const pieces = piecesOf(job, size);
  // The last worker is done first.
  const results = pieces.map((piece, k) => ({ k, result: performPiece(all[k % workers], piece) })).reverse();
  return combine(
    evaluator(job),
    results.sort((a, b) => a.k - b.k).map(({ result }) => result),
  );
}

const everything: RobustnessPlan = {
  ...defaultPlan,
  runs: 60,
  seed: 7,
  imputation: [choose("mean"), choose("group-median", { group: "GDP_group" })],
  treatment: [choose("winsorise")],
  normalisation: [choose("z-score"), choose("rank")],
  aggregation: [choose("geometric"), choose("topsis")],
  leaveOneOut: true,
};

test("the same numbers for one, two and three workers, and for other pieces", () => {
  const one = exploreBy(jobOf(everything), 1);
  expect(exploreBy(jobOf(everything), 2)).toEqual(one);
  expect(exploreBy(jobOf(everything), 3)).toEqual(one);
  expect(exploreBy(jobOf(everything), 2, 7)).toEqual(one);
});

test("another seed, other numbers; the same seed, the same", () => {
  const seeded = (seed: number) => exploreBy(jobOf({ ...defaultPlan, runs: 50, seed }), 1).rankMean;
  expect(seeded(1)).toEqual(seeded(1));
  expect(seeded(1)).not.toEqual(seeded(2));
});

test.each([
  ["nothing varies", still],
  ["noise of nothing", { ...still, weights: { method: "noise", spread: 0, levels: {} } as const }],
  [
    "dirichlet of nothing",
    { ...still, weights: { method: "dirichlet", spread: 0.3, levels: { 1: 0, 2: 0, 3: 0 } } as const },
  ],
])("%s: intervals have no width, tiers are sure", (_, plan) => {
  const found = exploreBy(jobOf(plan), 1);
  const result = score(asem, base);
  result.rank.forEach((rank, i) => {
    for (const each of [found.rankLower, found.rankMedian, found.rankUpper, found.rankMean])
      expect(each[i]).toBe(rank);
    for (const each of [found.scoreLower, found.scoreMedian, found.scoreUpper])
      expect(each[i]).toBeCloseTo(result.score[i], 12);
    expect(found.tierProbability[i * found.tiers + result.tierOf[i]]).toBe(1);
    expect(found.tierUnsure[i]).toBe(0);
  });
  result.order.forEach((unit, place) =>
    expect(found.beatsNext[unit]).toBe(
      place === 50 ? NaN : result.rank[unit] === result.rank[result.order[place + 1]] ? 0.5 : 1,
    ),
  );
});

test("tier probabilities add up to 1, also where tiers hang on the scores and on groups", () => {
  for (const tiers of [
    choose("quantiles", { number: 4 }),
    choose("natural-breaks", { number: 3 }),
    choose("rsr"),
  ]) {
    for (const tiersWithin of ["", "GDP_group"]) {
      const found = exploreBy(jobOf({ ...everything, runs: 15 }, { ...base, tiers, tiersWithin }), 1);
      for (let i = 0; i < 51; i += 1) {
        const own = found.tierProbability.subarray(i * found.tiers, (i + 1) * found.tiers);
        expect(own.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
      }
    }
  }
});

test("a choice that changes nothing has no sensitivity; one that does has", () => {
  const { sensitivities } = exploreBy(
    // Min–max on another range moves no rank.
    jobOf({ ...defaultPlan, runs: 100, normalisation: [choose("min-max", { lower: 0, upper: 50 })] }),
    1,
  );
  const [weights, normalisation] = sensitivities;
  expect([weights.choice, normalisation.choice]).toEqual(["weights", "normalisation"]);
  expect([normalisation.first, normalisation.total, normalisation.totalUpper]).toEqual([0, 0, 0]);
  expect(weights.total).toBeCloseTo(1, 0);
  expect(weights.firstLower).toBeLessThanOrEqual(weights.first);
  expect(weights.firstUpper).toBeGreaterThanOrEqual(weights.first);
});

test("weights vary on the levels that are named, around the recipe's", () => {
  const job = jobOf({ ...defaultPlan, weights: { method: "noise", spread: 0, levels: { 1: 0.5 } } });
  const runs = evaluator(job);
  const own = runs.variant({ imputation: 0, treatment: 0, normalisation: 0, aggregation: 0 }).weights;
  const first = asem.nodes[0].children;
  const seen = new Set<number>();
  for (let run = 0; run < 50; run += 1) {
    performPiece(runs, { kind: "runs", from: run, to: run + 1 });
    asem.nodes.forEach(({ level, children }, k) => {
      if (level > 1) expect(runs.weights[k]).toBeCloseTo(own[k], 14);
      const total = children.reduce((sum, child) => sum + runs.weights[child], 0);
      if (children.length > 0) expect(total).toBeCloseTo(1, 12);
    });
    seen.add(runs.weights[first[0]]);
    // w(1 ± 0.5), shared out again: between 1/4 and 3/4 of the two.
    expect(Math.abs(runs.weights[first[0]] - 0.5)).toBeLessThanOrEqual(0.25);
  }
  expect(seen.size).toBe(50);
});

test("Dirichlet weights have the mean and the spread that were asked for", () => {
  const spread = 0.2;
  const runs = evaluator(jobOf({ ...defaultPlan, weights: { method: "dirichlet", spread, levels: {} } }));
  const own = runs.variant({ imputation: 0, treatment: 0, normalisation: 0, aggregation: 0 }).weights;
  const node = asem.nodes.findIndex(({ level }) => level === 2);
  const drawn: number[] = [];
  for (let run = 0; run < 4000; run += 1) {
    performPiece(runs, { kind: "runs", from: run, to: run + 1 });
    drawn.push(runs.weights[node]);
  }
  const mean = drawn.reduce((sum, weight) => sum + weight, 0) / drawn.length;
  const variance = drawn.reduce((sum, weight) => sum + (weight - mean) ** 2, 0) / drawn.length;
  expect(mean).toBeCloseTo(own[node], 2);
  expect(Math.sqrt(variance) / (spread * Math.sqrt(own[node] * (1 - own[node])))).toBeCloseTo(1, 1);
});

test("a node's shift is that of scoring without its weight; an alternative's that of its own recipe", () => {
  const { leftOut, alternatives } = exploreBy(jobOf({ ...still, normalisation: [choose("rank")] }), 1);
  const ranks = score(asem, base).rank;
  const shiftBy = (study: Study, own: Recipe) => {
    const other = score(study, own).rank;
    return ranks.reduce((sum, rank, i) => sum + Math.abs(other[i] - rank), 0) / ranks.length;
  };
  for (const { node, meanShift } of leftOut) {
    const without = (k: number): boolean => k === node || (k > 0 && without(asem.nodes[k].parent));
    const nodes = asem.nodes.map((each, k) => (without(k) ? { ...each, weight: 0 } : each));
    // Where all of a parent's children weigh nothing they are taken for equal: only the node itself is told.
    nodes.forEach((each, k) => without(k) && k !== node && (nodes[k] = { ...each, weight: 1 }));
    expect(meanShift).toBeCloseTo(shiftBy({ ...asem, nodes }, base), 12);
  }
  expect(leftOut).toHaveLength(asem.nodes.length - 1);
  expect(alternatives.map(({ method, choice }) => `${method} ${choice.key}`)).toEqual([
    "normalisation rank",
    "weights equal",
    "normalisation z-score",
    "normalisation percentile-rank",
    "aggregation geometric",
  ]);
  const [byRank, , byZ] = alternatives;
  expect(byRank.meanShift).toBeCloseTo(shiftBy(asem, { ...base, normalisation: choose("rank") }), 12);
  expect(byZ.meanShift).toBeCloseTo(shiftBy(asem, { ...base, normalisation: choose("z-score") }), 12);
  expect(byZ.rankCorrelation).toBeGreaterThan(0.9);
  expect(byZ.movers.length).toBeLessThanOrEqual(5);
});

test("the geometric mean is tried on the scale from a hundredth up, as Min–max with 1–100 has it", () => {
  const { alternatives } = exploreBy(jobOf(still), 1);
  const found = alternatives.find(({ choice }) => choice.key === "geometric")!;
  const lifted = score(
    asem,
    recipe({
      normalisation: choose("min-max", { lower: 1, upper: 100 }),
      aggregation: { general: choose("geometric"), levels: {} },
    }),
  );
  expect([...found.rank]).toEqual([...lifted.rank]);
});

test("another seed hardly moves the intervals of many runs", () => {
  const upper = (seed: number) => exploreBy(jobOf({ ...defaultPlan, runs: 2000, seed }), 1).rankUpper;
  const [one, other] = [upper(1), upper(2)];
  one.forEach((rank, i) => expect(Math.abs(rank - other[i])).toBeLessThanOrEqual(2));
});

test("plans of any kind keep ranks, intervals and chances within their bounds", () => {
  const plan = fc.record({
    runs: fc.integer({ min: 1, max: 12 }),
    seed: fc.integer({ min: 0, max: 1e6 }),
    weights: fc.oneof(
      fc.constant(null),
      fc.record({
        method: fc.constantFrom("noise" as const, "dirichlet" as const),
        spread: fc.double({ min: 0, max: 1, noNaN: true }),
        levels: fc.constant({}),
      }),
    ),
    imputation: fc.constantFrom([], [choose("median")]),
    treatment: fc.constantFrom([], [choose("log")]),
    normalisation: fc.constantFrom([], [choose("borda")], [choose("z-score"), choose("logistic")]),
    aggregation: fc.constantFrom([], [choose("minimum")], [choose("topsis"), choose("harmonic")]),
    leaveOneOut: fc.boolean(),
  });
  fc.assert(
    fc.property(plan, (own) => {
      const found = exploreBy(jobOf(own), 1);
      for (let i = 0; i < 51; i += 1) {
        if (found.scoredRuns[i] === 0) continue;
        expect(found.rankLower[i]).toBeGreaterThanOrEqual(1);
        expect(found.rankUpper[i]).toBeLessThanOrEqual(51);
        expect(found.rankLower[i]).toBeLessThanOrEqual(found.rankMedian[i]);
        expect(found.rankMedian[i]).toBeLessThanOrEqual(found.rankUpper[i]);
        expect(found.scoreLower[i]).toBeLessThanOrEqual(found.scoreUpper[i]);
      }
    }),
    { numRuns: 15 },
  );
});
