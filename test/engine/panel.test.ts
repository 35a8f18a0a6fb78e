import fc from "fast-check";
import {
  choose,
  compareYears,
  defaultRecipe,
  score,
  scorePanel,
  type Indicator,
  type Recipe,
  type Study,
  type YearStudy,
} from "../../src/engine/index";
import { joinUnits } from "../../src/engine/panel-units";
import { oneParent } from "./impute/impute";

/** A year of the given columns under one parent. */
function year(
  name: string,
  columns: number[][],
  units = "abcdefgh",
  change: Partial<Indicator> = {},
): YearStudy {
  const nodes = oneParent(columns.length);
  const study: Study = {
    nodes,
    indicators: columns.map((_, j) => ({ code: "", name: `I${j}`, measure: "", direction: "positive", low: NaN, high: NaN, idealLow: NaN, idealHigh: NaN, denominator: "", normalisation: null, treatment: null, ...change })), // prettier-ignore
    units: columns[0].map((_, i) => ({ name: units[i], code: "" })),
    values: Float64Array.from(columns.flat()),
    groups: [],
    columns: [],
    judgements: [],
    points: new Float64Array(nodes.length).fill(NaN),
    rules: [],
  };
  return { year: name, study };
}

const recipe = (changes: Partial<Recipe> = {}): Recipe => ({ ...defaultRecipe, availability: 0, ...changes });
const entropy = recipe({ weights: { general: choose("entropy"), levels: {} } });
const scores = (panel: { results: readonly { score: Float64Array }[] }) =>
  panel.results.map((result) => [...result.score]);

const expectAll = (found: number[], expected: number[]) =>
  found.forEach((each, i) => expect(each).toBeCloseTo(expected[i], 9));

describe("the scale", () => {
  const studies = [year("2020", [[0, 5, 10]]), year("2021", [[5, 10, 20]])];

  test("pooled: the least and greatest of all years", () => {
    expect(scores(scorePanel(studies, recipe(), "pooled"))).toEqual([[0, 25, 50], [25, 50, 100]]); // prettier-ignore
  });

  test("a base year's: other years may pass its ends", () => {
    expect(scores(scorePanel(studies, recipe(), "2020"))).toEqual([[0, 50, 100], [50, 100, 200]]); // prettier-ignore
    const [worst, , best] = scores(scorePanel(studies, recipe(), "2021"))[0];
    expect([worst, best].map((each) => Math.round(each * 3))).toEqual([-100, 100]);
  });

  test("own: each year as if it stood alone", () => {
    const panel = scorePanel(studies, recipe(), "own");
    studies.forEach(({ study }, y) =>
      expect([...panel.results[y].score]).toEqual([...score(study, recipe()).score]),
    );
  });

  test("years are put in order; a base year that is not there is a programmer's mistake", () => {
    expect(scorePanel([...studies].reverse(), recipe(), "pooled").years).toEqual(["2020", "2021"]);
    expect(() => scorePanel(studies, recipe(), "1999")).toThrow("1999");
  });

  test("an indicator that the base year lacks is fitted to all years, with a warning", () => {
    const gap = [year("2020", [[0, 10], [NaN, NaN]]), year("2021", [[0, 10], [2, 4]]), year("2022", [[0, 10], [4, 6]])]; // prettier-ignore
    const { results } = scorePanel(gap, recipe(), "2020");
    expect([...results[2].stages.normalised]).toEqual([0, 100, 50, 100]);
    expect(results[2].issues).toMatchObject([
      { code: "panel.no-base-values", about: { indicator: 1 }, params: { year: "2020" } },
    ]);
  });

  test("treatments, too, are fitted to the reference", () => {
    const clip = recipe({ treatment: choose("clip", { lower: 0, upper: 50 }) });
    expect([...scorePanel(studies, clip, "2020").results[1].stages.treated]).toEqual([5, 5, 5]);
    expect([...scorePanel(studies, clip, "pooled").results[1].stages.treated]).toEqual([5, 7.5, 7.5]);
  });

  test("an ideal is as far away as in the reference; where the reference is all ideal, as in both", () => {
    const ideal = { direction: "ideal" as const, idealLow: 10 };
    const years = [year("2020", [[10, 0]], "ab", ideal), year("2021", [[5, 10]], "ab", ideal)];
    expect(scores(scorePanel(years, recipe(), "2020"))).toEqual([[100, 0], [50, 100]]); // prettier-ignore
    const flat = [year("2020", [[10, 10]], "ab", ideal), year("2021", [[5, 10]], "ab", ideal)];
    scores(scorePanel(flat, recipe(), "2020")).flat().forEach((each) => expect(Number.isFinite(each)).toBe(true)); // prettier-ignore
  });

  test("a unit that a method names is found in the base year, else in the latest", () => {
    const named = recipe({ normalisation: choose("distance-to-reference", { unit: "b" }) });
    expect(scores(scorePanel(studies, named, "2020"))[0]).toEqual([0, 100, 200]);
    expect(scores(scorePanel(studies, named, "pooled"))[1]).toEqual([50, 100, 200]);
  });
});

test("missing values are filled from the unit's other years, wherever it stands there", () => {
  const studies = [
    year("2020", [[4, 1]], "ab"),
    year("2021", [[1, NaN, 1]], "bac"),
    year("2024", [[8, 9]], "ac"),
  ];
  const panel = scorePanel(studies, recipe({ imputation: choose("linear") }), "pooled");
  expect([...panel.results[1].stages.imputed]).toEqual([1, 5, 1]);
  expect([...panel.results[1].imputed]).toEqual([0, 1, 0]);
});

describe("change", () => {
  test("of score and rank, unit by unit; a unit that one year lacks has none", () => {
    const studies = [year("2020", [[0, 5, 10, 2]], "abcd"), year("2021", [[10, 5, 0]], "bae")];
    const { results } = scorePanel(studies, recipe(), "pooled");
    expect(results[0].change).toBeNull();
    const { from, score: by, rank } = results[1].change!;
    expect([from, [...by], [...rank]]).toEqual(["2020", [50, 50, NaN], [1, 2, 0]]);
  });

  test("on one scale with given weights all of it is the data's", () => {
    const { data, weights, scale } = scorePanel([year("1", [[0, 5]]), year("2", [[5, 10]])], recipe(), "pooled").results[1].change!; // prettier-ignore
    expect([[...data], [...weights], [...scale]]).toEqual([[50, 50], [0, 0], [0, 0]]); // prettier-ignore
  });

  test("a unit that stood still while the best ran ahead loses by the scale alone", () => {
    const studies = [year("2020", [[0, 10, 5]]), year("2021", [[0, 10, 20]])];
    const { score: by, data, weights, scale } = scorePanel(studies, recipe(), "own").results[1].change!;
    expectAll([by[1], data[1], weights[1], scale[1]], [-50, 0, 0, -50]);
    // From 5 of 10 to 20 of 20. On the old scale 50 → 200, on the new 25 → 100: data (150 + 75)/2, scale (−25 − 100)/2.
    expectAll([by[2], data[2], scale[2]], [50, 112.5, -62.5]);
  });

  test("weights from data have their part, as the mean of taking them first and last", () => {
    const studies = [
      year("2020", [[0, 5, 10, 7], [1, 9, 2, 8]]), // prettier-ignore
      year("2021", [[2, 6, 9, 9], [1, 3, 9, 8]]), // prettier-ignore
    ];
    const panel = scorePanel(studies, entropy, "pooled");
    const [before, after] = panel.results;
    const { data, weights, scale } = after.change!;
    const at = (which: number, by: number, unit: number) =>
      [0, 1].reduce(
        (sum, j) =>
          sum + panel.results[by].weights[j + 1] * panel.results[which].stages.normalised[j * 4 + unit],
        0,
      );
    for (let unit = 0; unit < 4; unit += 1) {
      const first = at(0, 1, unit) - at(0, 0, unit);
      const last = at(1, 1, unit) - at(1, 0, unit);
      expect(weights[unit]).toBeCloseTo((first + last) / 2, 9);
      expect(data[unit]).toBeCloseTo(after.score[unit] - before.score[unit] - (first + last) / 2, 9);
    }
    expect(Math.max(...weights.map(Math.abs))).toBeGreaterThan(0.1);
    expect([...scale]).toEqual([0, 0, 0, 0]);
  });

  test("the parts add up, whatever the data, weights and scale", () => {
    const cell = fc.option(fc.integer({ min: -100, max: 100 }), { nil: NaN, freq: 8 });
    const column = fc.array(cell, { minLength: 5, maxLength: 5 });
    const block = fc.array(column, { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(block, block, fc.constantFrom("own", "pooled", "2020"), (one, other, scale) => {
        const panel = scorePanel([year("2020", one), year("2021", other, "edcfa")], entropy, scale);
        const change = panel.results[1].change!;
        change.score.forEach((by, i) => {
          const sum = change.data[i] + change.weights[i] + change.scale[i];
          if (Number.isNaN(by)) expect(sum).toBeNaN();
          else expect(Math.abs(sum - by)).toBeLessThan(1e-9);
        });
      }),
      { numRuns: 50 },
    );
  });

  test("between any two years, with who moved from tier to tier", () => {
    const studies = [
      year("2020", [[0, 65, 100, 80]], "abcd"),
      year("2021", [[1, 2, 3, 4]], "abcd"),
      year("2022", [[80, 66, 10, 100]], "abce"),
    ];
    const panel = scorePanel(studies, recipe({ tierLabels: ["A", "B", "C"] }), "2020");
    const { from, to, tiers, score: by } = compareYears(panel, 0, 2);
    expect([from, to, tiers.labels]).toEqual(["2020", "2022", ["A", "B", "C"]]);
    // a rises from C to A, b stays in B, c falls from A to C, d (A) is gone, e comes in at A.
    expect(tiers.counts).toEqual([[0, 0, 1, 1], [0, 1, 0, 0], [1, 0, 0, 0], [1, 0, 0, 0]]); // prettier-ignore
    const names = panel.units.map((unit) => unit.name);
    expect(names).toEqual(["a", "b", "c", "e", "d"]);
    expect([...by]).toEqual([80, 1, -90, NaN, NaN]);
  });
});

test("units are told by code, by name where a year has none; two of one name stay two", () => {
  const study = (...units: [string, string][]) =>
    ({ units: units.map(([name, code]) => ({ name, code })) }) as unknown as Study;
  const { units, unitIn } = joinUnits([
    study(["Lima", ""], ["York", "Y1"]),
    study(["York", "Y2"], ["York", "Y1"], ["Lima", "L"]),
  ]);
  expect(units.map((unit) => unit.code)).toEqual(["Y2", "Y1", "L"]);
  expect(unitIn.map((each) => [...each])).toEqual([[-1, 1, 0], [0, 1, 2]]); // prettier-ignore
});
