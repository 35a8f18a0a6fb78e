/** COINr 1.1.14's uncertainty and sensitivity analysis of the ASEM index; its draws are given, ours are not used. */
import {
  choose,
  defaultPlan,
  evaluator,
  type Evaluator,
  type MethodChoice,
  type Recipe,
  type RobustnessPlan,
  type Study,
} from "../../src/engine/index";
import { shareOut } from "../../src/engine/robustness/draw";
import { leftOutTable } from "../../src/engine/robustness/left-out";
import { summariseRuns } from "../../src/engine/robustness/monte-carlo";
import { sobolIndices } from "../../src/engine/robustness/sensitivity";
import { meanShift } from "../../src/engine/robustness/shift";
import { prepare } from "../../src/engine/scores";
import { asemStudy, recipe, withValues } from "./asem";
import { number, oracle } from "./csv";
import { expectNear } from "./near";

/** COINr's example index: denominated and imputed values are its own, treatment to aggregation ours. */
const study = withValues(asemStudy(), "06_treat_input.csv");
const base = recipe({ treatment: choose("winsorise"), normalisation: choose("min-max") });

function explorer(plan: Partial<RobustnessPlan> = {}, own: Recipe = base, of: Study = study): Evaluator {
  return evaluator({
    study: of,
    recipe: own,
    plan: { ...defaultPlan, weights: null, ...plan },
    prepared: prepare(of, own),
    reference: null,
  });
}

const byCode = (rows: readonly Record<string, string>[], key: string) =>
  new Map(rows.map((row) => [row[key], row]));

/** The k-th (from 1) of fifty sets of weights, per node. */
const noisy = byCode(oracle("12_noisy_weights_50.csv"), "iCode");
function weightsOf(set: number): Float64Array {
  const weights = Float64Array.from(study.nodes, (node) => number(noisy.get(node.code)![`r_${set}`]));
  shareOut(study.nodes, weights);
  return weights;
}

test("fifty noisy sets of weights give COINr's fifty index scores", () => {
  const runs = explorer();
  const expected = byCode(oracle("12_noisy_weights_index_scores.csv"), "uCode");
  const own = runs.variant({ imputation: 0, treatment: 0, normalisation: 0, aggregation: 0 });
  for (let set = 1; set <= 50; set += 1) {
    runs.weights.set(weightsOf(set));
    runs.run(own);
    study.units.forEach(({ code }, i) =>
      expectNear(runs.scores[i], number(expected.get(code)![`X${set}`]), `${code} by set ${set}`),
    );
  }
});

/** COINr's sampled parameters, run by run: the most points to winsorise, the normalisation, the set of weights. */
function sampled(prefix: string): { ranks: Int32Array[]; scores: Float64Array[]; nominal: Evaluator } {
  const treatment: MethodChoice[] = [1, 2, 3, 4, 5].map((most) => choose("winsorise", { most }));
  const normalisation = [
    choose("min-max", { lower: 1, upper: 100 }),
    choose("z-score", { centre: 10, spread: 2 }),
  ];
  const runs = explorer({ treatment, normalisation });
  const ranks: Int32Array[] = [];
  const scores: Float64Array[] = [];
  for (const row of oracle(`${prefix}_para.csv`)) {
    const variant = runs.variant({
      imputation: 0,
      treatment: number(row.Winmax),
      normalisation: row.Normalisation === "n_minmax" ? 1 : 2,
      aggregation: 0,
    });
    runs.weights.set(weightsOf(number(row.Weights)));
    runs.run(variant);
    ranks.push(runs.ranks.slice());
    // Before they are put on the recipe's scale.
    scores.push(variant.tree.rows[0].slice());
  }
  return { ranks, scores, nominal: runs };
}

// Of a sensitivity analysis, COINr summarises the two independent samples, A and B.
test.each([
  ["13_UA_N40", 40],
  ["13_SA_N20", 2 * 20],
])("%s: scores, ranks and their statistics", (prefix, summarised) => {
  const { ranks, scores, nominal } = sampled(prefix);
  const expectedScores = byCode(oracle(`${prefix}_scores.csv`), "uCode");
  const expectedRanks = byCode(oracle(`${prefix}_ranks.csv`), "uCode");
  scores.forEach((run, r) =>
    study.units.forEach(({ code }, i) => {
      expectNear(run[i], number(expectedScores.get(code)![`r_${r + 1}`]), `${code} in run ${r + 1}`);
      expect([code, r, ranks[r][i]]).toEqual([code, r, number(expectedRanks.get(code)![`r_${r + 1}`])]);
    }),
  );
  const units = study.units.length;
  const all = new Int32Array(ranks.length * units);
  const allScores = new Float64Array(all.length);
  ranks.forEach((run, r) => all.set(run, r * units));
  scores.forEach((run, r) => allScores.set(run, r * units));
  // In two stretches, as two workers would hand them in.
  const cut = 13;
  const tierCounts = new Int32Array(units * 3);
  const stretch = (from: number, to: number) => ({
    from,
    to,
    ranks: all.subarray(from * units, to * units),
    scores: allScores.subarray(from * units, to * units),
    tierCounts,
  });
  const summary = summariseRuns(
    [stretch(0, cut), stretch(cut, summarised)],
    nominal.nominal.order,
    nominal.nominal.ranks,
    3,
  );
  const statistics = byCode(oracle(`${prefix}_rankstats.csv`), "uCode");
  study.units.forEach(({ code }, i) => {
    const row = statistics.get(code)!;
    expect([code, nominal.nominal.ranks[i]]).toEqual([code, number(row.Nominal)]);
    expectNear(summary.rankMean[i], number(row.Mean), `mean rank of ${code}`);
    expectNear(summary.rankMedian[i], number(row.Median), `median rank of ${code}`);
    expectNear(summary.rankLower[i], number(row.Q5), `5 % of the ranks of ${code}`);
    expectNear(summary.rankUpper[i], number(row.Q95), `95 % of the ranks of ${code}`);
  });
});

/** COINr stacks A, B, A with column 1 of B, …; ours stand side by side. */
function sideBySide(stacked: readonly number[], choices: number): Float64Array {
  const rows = stacked.length / (2 + choices);
  const outputs = new Float64Array(stacked.length);
  for (let row = 0; row < rows; row += 1)
    for (let c = 0; c < 2 + choices; c += 1) outputs[row * (2 + choices) + c] = stacked[c * rows + row];
  return outputs;
}

test("sensitivity of the index's mean rank shift to COINr's three choices", () => {
  const { ranks, nominal } = sampled("13_SA_N20");
  const outputs = sideBySide(
    ranks.map((run) => meanShift(nominal.nominal.ranks, run)),
    3,
  );
  const { first, total } = sobolIndices(outputs, 3);
  oracle("13_SA_N20_sensitivity.csv").forEach((row, c) => {
    expectNear(first[c], number(row.Si), `S of ${row.Variable}`);
    expectNear(total[c], number(row.STi), `total S of ${row.Variable}`);
  });
});

test("the estimators on Ishigami's function", () => {
  const { first, total } = sobolIndices(
    sideBySide(
      oracle("13_SA_sample_N200_d3_ishigami.csv").map((row) => number(row.y)),
      3,
    ),
    3,
  );
  oracle("13_SA_estimate_ishigami.csv").forEach((row, c) => {
    expectNear(first[c], number(row.Si), `S of ${row.Variable}`);
    expectNear(total[c], number(row.STi), `total S of ${row.Variable}`);
  });
});

test("every indicator left out", () => {
  const runs = explorer();
  const table = leftOutTable(runs, 1, study.nodes.length);
  const shifts = oracle("12_remove_L1_meanabsdiff.csv").filter((row) => row.iCode !== "Nominal");
  expect(shifts).toHaveLength(49);
  const ranks = byCode(oracle("12_remove_L1_ranks.csv"), "uCode");
  const scores = byCode(oracle("12_remove_L1_scores.csv"), "uCode");
  for (const { iCode, MeanAbsDiff } of shifts) {
    const node = study.nodes.findIndex(({ code }) => code === iCode);
    const found = table.find((each) => each.node === node)!;
    expectNear(found.meanShift, number(MeanAbsDiff), `mean shift without ${iCode}`);
    const largest = Math.max(
      ...study.units.map(({ code }) =>
        Math.abs(number(ranks.get(code)![iCode]) - number(ranks.get(code)!.Nominal)),
      ),
    );
    expect([iCode, found.largestShift]).toEqual([iCode, largest]);
    leftOutTable(runs, node, node + 1);
    study.units.forEach(({ code }, i) =>
      expectNear(runs.scores[i], number(scores.get(code)![iCode]), `${code} without ${iCode}`),
    );
  }
});
