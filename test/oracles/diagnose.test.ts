/**
 * Relations and diagnosis against COINr 1.1.14 (11_*, 09_*), scipy 1.10.1, R psych 2.2.9 and scikit-learn 1.2.1.
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { atOnce } from "../../src/base/gradual";
import { choose, diagnose, score, standings, strengths } from "../../src/engine/index";
import { nodeComparison } from "../../src/engine/diagnose/correlation";
import { associate, correlationP } from "../../src/engine/stats/association";
import { correlationsOf, standardised } from "../../src/engine/stats/correlation-matrix";
import { loadings, principalComponents } from "../../src/engine/stats/principal-components";
import { adequacy, cronbach } from "../../src/engine/stats/reliability";
import { rowOf } from "../../src/engine/study";
import { asemStudy, recipe, withValues } from "./asem";
import { json, number, oracle } from "./csv";
import { expectNear } from "./near";

const raw = asemStudy(undefined, undefined, true);
const study = withValues(asemStudy(), "06_treat_default_data.csv");
const result = score(study, recipe({}));
const found = diagnose(result);
const compare = nodeComparison(result);
const nodeOf = (code: string) => study.nodes.findIndex((node) => node.code === code);

test.each([
  ["11_corr_L1_L2.csv", "pearson"],
  ["11_corr_L2_L2.csv", "pearson"],
  ["11_corr_L2_L2_spearman.csv", "spearman"],
] as const)("correlations of any two nodes: %s", (file, kind) => {
  const compare = nodeComparison(result, kind);
  for (const row of oracle(file)) {
    const { r } = compare(nodeOf(row.Var1), nodeOf(row.Var2));
    expectNear(r, number(row.Correlation), `${row.Var1} ${row.Var2}`);
  }
});

test("every child with its parent, and the others with it", () => {
  const rows = oracle("11_corr_L1_L2_withparent.csv");
  expect(rows.length).toBe(49);
  for (const row of rows) {
    const pair = found.withParent.find(({ one }) => one === nodeOf(row.Var2))!;
    expect(pair.other).toBe(nodeOf(row.Var1));
    expectNear(pair.r, number(row.Correlation), row.Var2);
  }
  const others = found.withOthers.filter(({ one }) => one === nodeOf("Goods"));
  expect(others.length).toBe(7);
});

test("p-values of the pillars' correlations, and which of them are significant", () => {
  const { codes, p } = JSON.parse(
    readFileSync(path.join(__dirname, "coinr", "11_pvals_pillars.json"), "utf8"),
  ) as { codes: string[]; p: number[][] };
  codes.forEach((one, j) =>
    codes.forEach((other, k) => {
      if (j !== k) expectNear(compare(nodeOf(one), nodeOf(other)).p, p[j][k], `${one} ${other}`);
    }),
  );
  for (const row of oracle("11_corr_L2_L2_pval05.csv")) {
    if (row.Var1 === row.Var2) continue;
    const pair = compare(nodeOf(row.Var1), nodeOf(row.Var2));
    expect([row.Var1, row.Var2, pair.p < 0.05]).toEqual([row.Var1, row.Var2, row.Correlation !== ""]);
  }
});

test.each([
  ["11_corr_flags_high.csv", (r: number) => r >= 0.75],
  ["11_corr_flags_low.csv", (r: number) => r <= -0.2],
])("indicators of one pillar that are flagged: %s", (file, flagged) => {
  const name = (node: number) => study.nodes[node].code;
  const ours = found.siblings
    .filter(({ one, r }) => study.nodes[one].indicator >= 0 && flagged(r))
    .map(({ one, other, r }) => [[name(one), name(other)].sort().join(" "), r] as const);
  const theirs = oracle(file).map(
    (row) => [[row.Ind1, row.Ind2].sort().join(" "), number(row.Corr)] as const,
  );
  expect(ours.map(([pair]) => pair).sort()).toEqual([...new Set(theirs.map(([pair]) => pair))].sort());
  for (const [pair, r] of theirs) expectNear(ours.find(([each]) => each === pair)![1], r, pair);
});

test("Cronbach's α of every group, on scores and on raw data with gaps", () => {
  const measured = asemStudy();
  for (const row of oracle("11_cronbach.csv")) {
    const node = nodeOf(row.group);
    if (node < 0) continue;
    const columns = study.nodes[node].children.map((child) => {
      const { indicator } = study.nodes[child];
      return row.dset === "Raw"
        ? rowOf(measured.values, indicator, measured.units.length)
        : rowOf(result.stages.aggregated, child, study.units.length);
    });
    if (columns.some((column) => column.length === 0)) continue;
    expectNear(cronbach(columns).raw, number(row.alpha), `${row.group} ${row.dset}`);
  }
});

test("R psych: α, α without each, KMO, MSA and Bartlett of every pillar", () => {
  const { output } = json("reliability_psych.json") as unknown as {
    output: Record<string, Record<string, never>>;
  };
  expect(Object.keys(output).length).toBe(8);
  for (const [code, expected] of Object.entries(output)) {
    const own = found.structures.find(({ node }) => node === nodeOf(code))!;
    const names = own.children.map((child) => study.nodes[child].code);
    const order = (expected.indicators as string[]).map((name) => names.indexOf(name));
    expectNear(own.alpha.raw, expected.alpha_raw, `α of ${code}`);
    expectNear(own.alpha.standardised, expected.alpha_std, `standardised α of ${code}`);
    order.forEach((j, i) => {
      expectNear(own.alpha.ifDropped[j], expected.alpha_if_dropped[i], `α of ${code} without ${names[j]}`);
      expectNear(own.adequacy!.each[j], expected.MSA[i], `MSA of ${names[j]}`);
    });
    expectNear(own.adequacy!.kmo, expected.KMO, `KMO of ${code}`);
    expectNear(own.adequacy!.chiSquared, expected.bartlett_chisq, `χ² of ${code}`);
    expect(own.adequacy!.degrees).toBe(expected.bartlett_df);
    expectNear(own.adequacy!.p / (expected.bartlett_p as number), 1, `p of ${code}`, 1e-7);
  }
});

test("scikit-learn's principal components of standardised columns", () => {
  const { input, output } = json("pca_sklearn.json") as unknown as {
    input: { matrix: number[][] };
    output: { eigenvalues: number[]; ratio: number[]; components: number[][] };
  };
  const columns = input.matrix[0].map((_, j) => Float64Array.from(input.matrix, (row) => row[j]));
  const components = principalComponents(correlationsOf(standardised(columns)));
  const k = columns.length;
  output.ratio.forEach((ratio, c) => {
    expectNear(components.eigenvalues[c] / k, ratio, `share of component ${c}`);
    // A component's sign is arbitrary.
    const sign = Math.sign(components.vectors[c][0] * output.components[c][0]);
    output.components[c].forEach((each, j) =>
      expectNear(sign * components.vectors[c][j], each, `component ${c}, column ${j}`, 1e-8),
    );
  });
  loadings(components, k).forEach((row, j) => {
    expectNear(
      row.reduce((sum, each) => sum + each * each, 0),
      1,
      `communality of ${j}`,
    );
  });
  expect(adequacy(correlationsOf(standardised(columns)), 40)!.kmo).toBeGreaterThan(0);
});

test("scipy: Pearson, Spearman and Kendall with ties, and their p-values", () => {
  const { input, output } = json("correlation_scipy.json") as unknown as {
    input: { matrix: number[][] };
    output: Record<string, { pearson: number[]; spearman: number[]; kendall_b: number[] }>;
  };
  for (const [pair, expected] of Object.entries(output)) {
    const [x, y] = pair.split(",").map((j) => Float64Array.from(input.matrix, (row) => row[Number(j)]));
    const own = associate(x, y);
    for (const [kind, coefficient] of [
      ["pearson", own.pearson],
      ["spearman", own.spearman],
      ["kendall_b", own.kendall],
    ] as const) {
      expectNear(coefficient.r, expected[kind][0], `${kind} ${pair}`);
      expectNear(coefficient.p, expected[kind][1], `p of ${kind} ${pair}`);
    }
    expectNear(correlationP(own.pearson.r, own.n), expected.pearson[1], pair);
  }
});

test("COINr's strengths and weaknesses of Austria: ranks of raw data", () => {
  // An order-keeping normalisation does not change ranks of raw data. COINr leaves out where a unit is last.
  const austria = study.units.findIndex(({ code }) => code === "AUT");
  const own = atOnce(standings(score(asemStudy(), recipe({ normalisation: choose("min-max") }))));
  const all = strengths(own, austria, { rule: "rank", count: 5 });
  const worst = strengths(own, austria, { rule: "rank", count: 24 }).weaknesses;
  const lists = { ...all, weaknesses: worst.filter(({ percentile }) => percentile > 0).slice(-5) };
  const expectList = (list: typeof lists.strengths, file: string) => {
    const rows = oracle(file).map((row) => `${row.Rank} ${row.Code}`);
    expect(list.map(({ leaf, rank }) => `${rank} ${study.nodes[leaf].code}`).sort()).toEqual(
      [...rows].sort(),
    );
  };
  expectList(lists.strengths, "09_strengths_AUT.csv");
  expectList(lists.weaknesses, "09_weaknesses_AUT.csv");
});

test("importance of a pillar is at least what its correlation explains", () => {
  const raised = diagnose(score(raw, recipe({ imputation: choose("mean") }))).importances;
  for (const { correlation, ratio, span } of raised) {
    if (span === 1) expectNear(ratio, correlation * correlation, "a straight line");
    expect(ratio).toBeGreaterThan(0);
    expect(ratio).toBeLessThanOrEqual(1);
  }
});
