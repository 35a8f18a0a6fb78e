/**
 * Ways to aggregate against software and prints: COINr 1.1.14 (generalised mean, Copeland), pymcdm 1.4.0 (TOPSIS, VIKOR,
 * weighted sum and product), R Compind 3.4 (Mazziotta-Pareto).
 */
import { readFileSync } from "node:fs";
import path from "node:path";
import { aggregators, choose, score } from "../../src/engine/index";
import { rowOf } from "../../src/engine/study";
import { aggregate } from "../engine/run-method";
import { asemStudy, expectNodes, recipe, withValues } from "./asem";
import { json, number, oracle } from "./csv";
import { expectNear } from "./near";

const byKey = (key: string) => aggregators.find((method) => method.key === key) as never;

test.each([
  ["08_agg_genmean_p2_from_1_100.csv", 2],
  ["08_agg_genmean_p-2_from_1_100.csv", -2],
])("COINr's generalised mean: %s", (file, power) => {
  const study = withValues(asemStudy(), "06_treat_default_data.csv");
  const { stages } = score(
    study,
    recipe({
      normalisation: choose("min-max", { lower: 1, upper: 100 }),
      aggregation: { general: choose("generalised", { power }), levels: {} },
    }),
  );
  expectNodes(study, stages.aggregated, file);
});

test.each([
  ["08_copeland_indicators_complete.json", "08_example_normalised.csv"],
  ["08_copeland_pillars_complete.json", "08_example_aggregated_amean.csv"],
  ["08_copeland_pillars_weighted.json", "08_example_aggregated_amean.csv"],
])("COINr's Copeland scores: %s", (file, source) => {
  const { uCode, codes, w, matrix, copeland } = JSON.parse(
    readFileSync(path.join(__dirname, "coinr", file), "utf8"),
  ) as { uCode: string[]; codes: string[]; w?: number[]; matrix: number[][]; copeland: number[] };
  const rows = new Map(oracle(source).map((row) => [row.uCode, row]));
  const columns = codes.map((code) => uCode.map((unit) => number(rows.get(unit)![code])));
  const weights = w ?? codes.map(() => 1);
  const total = weights.reduce((sum, each) => sum + each, 0);
  const most = uCode.length - 1;
  const scores = aggregate(
    byKey("copeland"),
    columns,
    weights.map((each) => each / total),
    { scale: [-most, most] },
  );
  uCode.forEach((unit, i) => {
    // COINr's own sums make 0.49999999999999994 of some draws and count them as lost; in its matrix they are draws.
    const against = matrix[i].filter((_, k) => k !== i);
    const noisy = against.filter((o) => o !== 0.5 && Math.abs(o - 0.5) < 1e-9).length;
    const fromMatrix = against.reduce(
      (sum, o) => sum + (Math.abs(o - 0.5) < 1e-9 ? 0 : Math.sign(o - 0.5)),
      0,
    );
    expectNear(scores[i], fromMatrix, unit);
    if (noisy === 0) expectNear(scores[i], copeland[i], unit);
  });
});

describe("pymcdm", () => {
  const { input, output } = json("scores_pymcdm.json") as unknown as {
    input: { matrix: number[][]; weights: number[]; types: number[] };
    output: Record<string, number[]>;
  };
  const { matrix, weights, types } = input;
  /** Costs turned round, so that larger is better. */
  const directed = types.map((type, j) => matrix.map((row) => type * row[j]));
  const ranged = directed.map((column) => {
    const [min, max] = [Math.min(...column), Math.max(...column)];
    return column.map((x) => (x - min) / (max - min));
  });
  const expectScores = (scores: number[], expected: number[]) =>
    expected.forEach((value, i) => expectNear(scores[i], value, `alternative ${i}`));
  const run = (key: string, columns: number[][], parameters = {}) =>
    aggregate(byKey(key), columns, weights, { scale: [0, 1], parameters });

  test("TOPSIS, vector-normalised and on min-max", () => {
    expectScores(run("topsis", directed), output.TOPSIS_vector);
    expectScores(run("topsis", ranged, { columns: "as they are" }), output.TOPSIS_minmax);
  });

  test("VIKOR, on measured and on min-max values", () => {
    const larger = output.VIKOR_Q.map((q) => 1 - q);
    expectScores(run("vikor", directed), larger);
    expectScores(run("vikor", ranged), larger);
  });

  test("the weighted sum is the arithmetic, the weighted product the geometric mean", () => {
    expectScores(run("arithmetic", ranged), output.WSM_minmax);
    // Its sum normalisation: x/Σx for benefits, (1/x)/Σ(1/x) for costs.
    const shares = types.map((type, j) => {
      const column = matrix.map((row) => row[j] ** type);
      const sum = column.reduce((all, x) => all + x, 0);
      return column.map((x) => x / sum);
    });
    expectScores(run("geometric", shares), output.WPM_sum);
  });
});

test("R Compind's Mazziotta-Pareto index, both signs", () => {
  const { input, output } = json("mpi_compind.json") as unknown as {
    input: { pillars: string[]; file: string };
    output: { mpi_pos: number[]; mpi_neg: number[] };
  };
  const rows = oracle(input.file);
  const columns = input.pillars.map((code) => rows.map((row) => number(row[code])));
  const weights = columns.map(() => 1 / columns.length);
  const run = (penalty: string) =>
    aggregate(byKey("mazziotta-pareto"), columns, weights, {
      parameters: { columns: "as they are", deviation: "n - 1", penalty },
    });
  output.mpi_pos.forEach((value, i) => expectNear(run("subtract")[i], value, rows[i].uCode));
  output.mpi_neg.forEach((value, i) => expectNear(run("add")[i], value, rows[i].uCode));
});

describe("a domain is refused by name and never passed in silence", () => {
  const study = asemStudy();
  const zScores = choose("z-score");

  test.each([
    ["harmonic", {}, "aggregate.not-positive"],
    ["generalised", { power: -2 }, "aggregate.not-positive"],
    ["generalised", { power: 2 }, "aggregate.negative"],
    ["mazziotta-pareto", { columns: "as they are" }, "aggregate.negative"],
    ["coupling-coordination", {}, "aggregate.outside-scale"],
    ["inform", {}, "aggregate.outside-scale"],
  ])("%s %o on z-scores", (key, parameters, code) => {
    const pillar = study.nodes.findIndex((node) => node.code === "Social");
    const aggregation = { general: choose("arithmetic"), levels: { 2: choose(key, parameters) } };
    const result = score(study, recipe({ normalisation: zScores, aggregation }));
    const found = result.issues.find((each) => each.code === code && each.about.node === pillar)!;
    expect(found.severity).toBe("error");
    const scores = rowOf(result.stages.aggregated, pillar, study.units.length);
    const missing = scores.filter((value) => Number.isNaN(value)).length;
    expect(missing).toBe((found.params as { count: number }).count);
    expect(missing).toBeGreaterThan(0);
  });
});
