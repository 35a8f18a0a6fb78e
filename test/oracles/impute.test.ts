/** Imputation: scikit-learn's neighbours, Amelia's normal model, COINr by row and by panel. */
import { determinant, inverse, Matrix } from "ml-matrix";
import { readFileSync } from "node:fs";
import path from "node:path";
import {
  choose,
  parameterValues,
  imputers,
  score,
  type MethodChoice,
  type Study,
} from "../../src/engine/index";
import { standardDeviation, mean } from "../../src/engine/stats/moments";
import { fitMultivariateNormal } from "../../src/engine/stats/multivariate-normal";
import { asemStudy, expectBlock, recipe } from "./asem";
import { json, number, oracle } from "./csv";
import { expectNear } from "./near";

test.each(["1", "3", "5"])("scikit-learn's KNNImputer, k = %s", (k) => {
  const { input, output } = json("knn_imputation_sklearn.json") as unknown as {
    input: { matrix: (number | null)[][] };
    output: Record<string, number[][]>;
  };
  const units = input.matrix.length;
  const columns = input.matrix[0].map((_, j) => input.matrix.map((row) => row[j] ?? NaN));
  const block = Float64Array.from(columns.flat());
  const study = {
    units: columns[0].map((_, i) => ({ name: `U${i}`, code: "" })),
    indicators: columns.map((_, j) => ({ name: `I${j}` })),
  } as unknown as Study;
  const method = imputers.find((each) => each.key === "nearest-neighbours")!;
  const choice = choose(method.key, { k: Number(k), standardise: false });
  method.impute(block, { study, issues: [], parameters: parameterValues(method, choice) });
  expect(columns.flat().filter(Number.isNaN).length).toBe(22);
  output[k].forEach((row, i) =>
    row.forEach((value, j) => expectNear(block[j * units + i], value, `${i}, ${j}`)),
  );
});

/** Of what is present, row by row, but for a constant. */
function logLikelihood(
  columns: readonly Float64Array[],
  means: readonly number[],
  covariance: readonly (readonly number[])[],
): number {
  return [...columns[0].keys()].reduce((sum, row) => {
    const present = [...columns.keys()].filter((c) => !Number.isNaN(columns[c][row]));
    const matrix = new Matrix(present.map((a) => present.map((b) => covariance[a][b])));
    const off = Matrix.columnVector(present.map((c) => columns[c][row] - means[c]));
    const distance = off.transpose().mmul(inverse(matrix)).mmul(off).get(0, 0);
    return sum - (Math.log(determinant(matrix)) + distance) / 2;
  }, 0);
}

/** Amelia standardises (n − 1) and stops once a step changes less than 1e-4, which leaves it some 1e-3 from the maximum. */
test("Amelia's means and covariances of the social pillar", () => {
  const file = path.join(__dirname, "coinr", "04_imp_em_amelia_social.json");
  const { before, theta } = JSON.parse(readFileSync(file, "utf8")) as {
    before: Record<string, (number | null)[]>;
    theta: number[][];
  };
  // Its own order: by number of missing values.
  const codes = ["FreePress", "TolMin", "NGOs", "CPI", "WomParl", "FemLab", "Palma", "Poverty", "TertGrad"];
  const columns = codes.map((code) => {
    const column = Float64Array.from(before[code], (value) => value ?? NaN);
    const [centre, unit] = [mean(column), standardDeviation(column)];
    return column.map((value) => (value - centre) / unit);
  });
  const { mean: means, covariance, settled } = fitMultivariateNormal(columns);
  expect(settled).toBe(true);
  const theirs = logLikelihood(
    columns,
    theta[0].slice(1),
    theta.slice(1).map((row) => row.slice(1)),
  );
  const ours = logLikelihood(columns, means, covariance);
  expect(ours).toBeGreaterThanOrEqual(theirs);
  expect(ours).toBeCloseTo(theirs, 4);
  codes.forEach((code, a) => {
    expectNear(means[a], theta[0][a + 1], `mean of ${code}`, 2e-3);
    codes.forEach((other, b) =>
      expectNear(covariance[a][b], theta[a + 1][b + 1], `covariance of ${code} and ${other}`, 2e-3),
    );
  });
});

test("COINr by row: the unit's mean of the pillar", () => {
  const raw = asemStudy(undefined, undefined, true);
  const { stages } = score(raw, recipe({ imputation: choose("unit-mean") }));
  expectBlock(raw, stages.imputed, "04_imp_row_mean_by_pillar.csv");
});

test.each<[string, MethodChoice]>([
  ["latest", choose("latest")],
  ["latest_max2", choose("latest", { years: 2 })],
  ["constant", choose("latest", { ahead: true })],
  ["linear", choose("linear-constant")],
])("COINr by panel: %s", (name, choice) => {
  const input = oracle("04_imp_panel_INPUT.csv");
  const expected = new Map(oracle(`04_imp_panel_${name}.csv`).map((row) => [row.Time + row.uCode, row]));
  const codes = Object.keys(input[0]).slice(2);
  const units = [...new Set(input.map((row) => row.uCode))];
  const times = [...new Set(input.map((row) => Number(row.Time)))].sort();
  const cells = new Map(input.map((row) => [row.Time + row.uCode, row]));
  const blocks = times.map((time) =>
    Float64Array.from(codes.flatMap((code) => units.map((unit) => number(cells.get(time + unit)![code])))),
  );
  const study = {
    units: units.map((code) => ({ name: code, code })),
    indicators: codes.map((code) => ({ name: code })),
  } as unknown as Study;
  const method = imputers.find((each) => each.key === choice.key)!;
  let filled = 0;
  times.forEach((time, at) => {
    const block = blocks[at].slice();
    const parameters = parameterValues(method, choice);
    method.impute(block, { study, issues: [], series: { times, blocks, at }, parameters });
    codes.forEach((code, j) =>
      units.forEach((unit, i) => {
        const cell = j * units.length + i;
        expectNear(block[cell], number(expected.get(time + unit)![code]), `${code} of ${unit} in ${time}`);
        if (Number.isNaN(blocks[at][cell]) && !Number.isNaN(block[cell])) filled += 1;
      }),
    );
  });
  expect(filled).toBeGreaterThan(500);
});
