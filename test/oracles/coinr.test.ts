/** COINr 1.1.14 on the ASEM index; test/oracles/coinr/README.md names function and arguments of each file. */
import { choose, score } from "../../src/engine/index";
import { kurtosis, skewness } from "../../src/engine/stats/moments";
import { rowOf } from "../../src/engine/study";
import { asemStudy, expectBlock, expectNodes, recipe, withValues } from "./asem";
import { number, oracle } from "./csv";
import { expectNear } from "./near";

const study = asemStudy();
const groupMean = choose("group-mean", { group: "EurAsia_group" });

test("raw data are read by code", () => {
  expectBlock(study, study.values, "01_raw.csv");
});

test("denomination", () => {
  const { stages } = score(asemStudy(undefined, undefined, true), recipe({}));
  expectBlock(study, stages.denominated, "03_denominated.csv");
});

test.each([
  ["04_imp_mean.csv", choose("mean")],
  ["04_imp_median.csv", choose("median")],
  ["04_imp_mean_grp.csv", groupMean],
  ["04_imp_median_grp.csv", choose("group-median", { group: "EurAsia_group" })],
])("imputation: %s", (file, imputation) => {
  const { stages } = score(asemStudy(undefined, undefined, true), recipe({ imputation }));
  expectBlock(study, stages.imputed, file);
});

test("skewness and kurtosis of every raw indicator", () => {
  const expected = oracle("06_skewkurt_raw.csv");
  study.indicators.forEach((indicator, j) => {
    const row = expected.find((each) => each.iCode === indicator.code)!;
    const column = rowOf(study.values, j, study.units.length);
    expectNear(skewness(column), number(row.Skew), `skewness of ${indicator.code}`);
    expectNear(kurtosis(column), number(row.Kurt), `kurtosis of ${indicator.code}`);
  });
});

test.each([
  ["06_treat_default_data.csv", choose("winsorise")],
  ["06_treat_win_unlimited_data.csv", choose("winsorise", { most: 1000 })],
])("treatment: %s", (file, treatment) => {
  const { stages } = score(withValues(study, "06_treat_input.csv"), recipe({ treatment }));
  expectBlock(study, stages.treated, file);
});

test.each([
  ["07_norm_minmax_0_100.csv", choose("min-max")],
  ["07_norm_minmax_1_100.csv", choose("min-max", { lower: 1, upper: 100 })],
  ["07_norm_zscore_0_1.csv", choose("z-score")],
  ["07_norm_zscore_100_10.csv", choose("z-score", { centre: 100, spread: 10 })],
  ["07_norm_rank_min.csv", choose("rank", { ties: "min" })],
  ["07_norm_rank_average.csv", choose("rank", { ties: "average" })],
  ["07_norm_rank_max.csv", choose("rank", { ties: "max" })],
  ["07_norm_borda.csv", choose("borda", { ties: "min" })],
])("normalisation: %s", (file, normalisation) => {
  expectBlock(study, score(study, recipe({ normalisation })).stages.normalised, file);
});

test.each([
  ["07_norm_prank.csv", choose("percentile-rank", { ties: "min" })],
  ["07_norm_prank_average.csv", choose("percentile-rank")],
  ["07_norm_dist2max.csv", choose("distance-to-reference")],
  ["07_norm_dist2ref_row11.csv", choose("distance-to-reference", { unit: "DEU" })],
  ["07_norm_dist2ref_row11_cap.csv", choose("distance-to-reference", { unit: "DEU", cap: true })],
])("normalisation on 0–1: %s", (file, normalisation) => {
  expectBlock(study, score(study, recipe({ normalisation, scale: [0, 1] })).stages.normalised, file);
});

test.each([
  ["07_norm_dist2targ_iMeta.csv", false],
  ["07_norm_dist2targ_useiMeta.csv", true],
])("distance to target: %s", (file, cap) => {
  const targets = asemStudy((indicator, row) =>
    indicator.direction === "negative" ? { low: number(row.Target) } : { high: number(row.Target) },
  );
  const normalisation = choose("distance-to-target", { cap });
  expectBlock(study, score(targets, recipe({ normalisation, scale: [0, 1] })).stages.normalised, file);
});

test("share of the leader, where more is better (COINr's own is not meaningful elsewhere)", () => {
  const { stages } = score(study, recipe({ normalisation: choose("distance-to-leader"), scale: [0, 1] }));
  const rows = new Map(oracle("07_norm_fracmax.csv").map((row) => [row.uCode, row]));
  study.indicators.forEach((indicator, j) => {
    if (indicator.direction !== "positive") return;
    study.units.forEach((unit, i) => {
      const expected = number(rows.get(unit.code)![indicator.code]);
      expectNear(
        stages.normalised[j * study.units.length + i],
        expected,
        `${indicator.code} of ${unit.code}`,
      );
    });
  });
});

test.each([
  ["07_norm_goalposts_useiMeta.csv", true],
  ["07_norm_goalposts_notrunc_useiMeta.csv", false],
])("goalposts: %s", (file, clip) => {
  const used = new Map(oracle("07_norm_iMeta_params_used.csv").map((row) => [row.iCode, row]));
  const withGoalposts = asemStudy((_, row) => ({
    low: number(used.get(row.iCode)!.goalpost_lower),
    high: number(used.get(row.iCode)!.goalpost_upper),
  }));
  const normalisation = choose("goalposts", { clip });
  expectBlock(study, score(withGoalposts, recipe({ normalisation })).stages.normalised, file);
});

describe("aggregation of complete data", () => {
  const treated = withValues(study, "06_treat_default_data.csv");
  const one = choose("min-max", { lower: 1, upper: 100 });

  test("the example index from treated data", () => {
    const { stages } = score(treated, recipe({}));
    expectBlock(study, stages.normalised, "08_example_normalised.csv");
    expectNodes(study, stages.aggregated, "08_example_aggregated_amean.csv");
  });

  test.each([
    ["08_agg_gmean_from_1_100.csv", { general: choose("geometric"), levels: {} }],
    ["08_agg_hmean_from_1_100.csv", { general: choose("harmonic"), levels: {} }],
    [
      "08_agg_mixed_a_g_h.csv",
      { general: choose("arithmetic"), levels: { 1: choose("geometric"), 0: choose("harmonic") } },
    ],
  ])("%s", (file, aggregation) => {
    expectNodes(study, score(treated, recipe({ normalisation: one, aggregation })).stages.aggregated, file);
  });
});

describe("aggregation with missing values", () => {
  const normalisation = choose("min-max", { lower: 1, upper: 100 });

  test.each([
    ["08_aggNA_a_amean_raw_1_100.csv", "arithmetic"],
    ["08_aggNA_a_gmean_raw_1_100.csv", "geometric"],
    ["08_aggNA_a_hmean_raw_1_100.csv", "harmonic"],
  ])("%s", (file, key) => {
    const aggregation = { general: choose(key), levels: {} };
    expectNodes(study, score(study, recipe({ normalisation, aggregation })).stages.aggregated, file);
  });

  test("given weights, matched by code, and their product down the tree", () => {
    const weights = new Map(
      oracle("08_weights_random_used.csv").map((row) => [row.iCode, number(row.Weight)]),
    );
    const weighted = asemStudy(undefined, weights);
    const result = score(weighted, recipe({ normalisation }));
    expectNodes(weighted, result.stages.aggregated, "08_aggNA_a_amean_randomw.csv");
    for (const row of oracle("10_eff_weights_random.csv")) {
      const k = weighted.nodes.findIndex((node) => node.code === row.iCode);
      expectNear(result.effectiveWeights[k], number(row.EffWeight), `effective weight of ${row.iCode}`);
    }
  });
});

test("ranks of every node, and of the index inside groups", () => {
  const result = score(withValues(study, "06_treat_default_data.csv"), recipe({}));
  const overall = new Map(oracle("09_results_ranks.csv").map((row) => [row.uCode, row]));
  const inside = new Map(oracle("09_results_groupranks.csv").map((row) => [row.uCode, row]));
  const ranks = result.groupRanks.find(({ column }) => column === "GDP_group")!.rank;
  study.units.forEach((unit, i) => {
    expect([unit.code, result.rank[i]]).toEqual([unit.code, number(overall.get(unit.code)!.Index)]);
    expect([unit.code, ranks[i]]).toEqual([unit.code, number(inside.get(unit.code)!.Index)]);
  });
});

test("from raw to the index in one run: denominated, imputed, treated, normalised, three levels", () => {
  const raw = asemStudy(undefined, undefined, true);
  const result = score(raw, recipe({ imputation: groupMean, treatment: choose("winsorise") }));
  expectBlock(study, result.stages.imputed, "06_treat_input.csv");
  expectBlock(study, result.stages.treated, "06_treat_default_data.csv");
  expectNodes(study, result.stages.aggregated, "08_example_aggregated_amean.csv");
});

test("min–max with bounds of each indicator's own", () => {
  const used = new Map(oracle("07_norm_iMeta_params_used.csv").map((row) => [row.iCode, row]));
  const own = asemStudy((_, row) => {
    const { minmax_lower, minmax_upper } = used.get(row.iCode)!;
    return { normalisation: choose("min-max", { lower: number(minmax_lower), upper: number(minmax_upper) }) };
  });
  expectBlock(study, score(own, recipe({})).stages.normalised, "07_norm_minmax_useiMeta.csv");
});

test("equal weights down the tree", () => {
  const { effectiveWeights } = score(study, recipe({ weights: { general: choose("equal"), levels: {} } }));
  for (const row of oracle("10_eff_weights_equal.csv")) {
    const k = study.nodes.findIndex((node) => node.code === row.iCode);
    expectNear(effectiveWeights[k], number(row.EffWeight), `effective weight of ${row.iCode}`);
  }
});

test("skewness and kurtosis of what is treated", () => {
  const treated = withValues(study, "06_treat_input.csv");
  for (const row of oracle("06_skewkurt_before.csv")) {
    const j = study.indicators.findIndex(({ code }) => code === row.iCode);
    const column = rowOf(treated.values, j, study.units.length);
    expectNear(skewness(column), number(row.Skew), `skewness of ${row.iCode}`);
    expectNear(kurtosis(column), number(row.Kurt), `kurtosis of ${row.iCode}`);
  }
});

test.each([
  ["08_aggNA_amean_datthresh0.9.csv", { availability: 0.9 }],
  ["08_aggNA_amean_datthresh_1_.5_.5.csv", { availability: 0.5, availabilityLevels: { 2: 1 } }],
])(
  "availability: %s, for the nodes that stand on indicators (above them COINr counts children, we indicators)",
  (file, asked) => {
    const normalisation = choose("min-max", { lower: 1, upper: 100 });
    const { stages } = score(study, recipe({ normalisation, ...asked }));
    const rows = new Map(oracle(file).map((row) => [row.uCode, row]));
    let blank = 0;
    study.nodes.forEach((node, k) => {
      if (node.children.length === 0 || node.children.some((child) => study.nodes[child].indicator < 0))
        return;
      study.units.forEach((unit, i) => {
        const expected = number(rows.get(unit.code)![node.code]);
        if (Number.isNaN(expected)) blank += 1;
        expectNear(stages.aggregated[k * study.units.length + i], expected, `${node.code} of ${unit.code}`);
      });
    });
    expect(blank).toBeGreaterThan(0);
  },
);
