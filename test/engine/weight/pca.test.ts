import type { Issue } from "../../../src/base/issue";
import { correlationsOf, standardised } from "../../../src/engine/stats/correlation-matrix";
import { loadings, principalComponents } from "../../../src/engine/stats/principal-components";
import { pca } from "../../../src/engine/weight/pca";
import { json, number, oracle } from "../../oracles/csv";
import { weigh } from "../run-method";

type Analysis = Record<string, { iCodes: string[]; eigen: number[]; rotation: number[][]; wts: number[] }>;
const parse = (name: string) => jsonOf(name) as Analysis;
function jsonOf(name: string): unknown {
  return json(`../coinr/${name}`);
}
const columnsOf = (file: string, codes: string[]) => {
  const rows = oracle(file);
  return codes.map((code) => Float64Array.from(rows, (row) => number(row[code])));
};

describe.each([
  ["10_pca_level1_by_pillar.json", "08_example_normalised.csv"],
  ["10_pca_level2.json", "08_example_aggregated_amean.csv"],
  ["10_pca_raw_listwise.json", "01_raw.csv"],
])("%s: COINr's eigenvalues and first components, signs aside", (analysis, data) => {
  test.each(Object.entries(parse(analysis)))("%s", (_, { iCodes, eigen, wts }) => {
    const columns = columnsOf(data, iCodes);
    const { eigenvalues, vectors } = principalComponents(correlationsOf(standardised(columns)));
    eigen.forEach((value, c) => expect(eigenvalues[c]).toBeCloseTo(value, 9));
    const turn = wts.reduce((sum, each) => sum + each, 0) < 0 ? -1 : 1;
    wts.forEach((weight, j) => expect(vectors[0][j]).toBeCloseTo(weight * turn, 8));

    const issues: Issue[] = [];
    const plain = columns.map((column) => [...column]);
    const weights = weigh(pca as never, plain, { issues, names: iCodes });
    const positive = wts.map((weight) => Math.max(0, weight * turn));
    const total = positive.reduce((sum, each) => sum + each, 0);
    positive.forEach((weight, j) => expect(weights[j]).toBeCloseTo(weight / total, 8));
    const negative = iCodes.filter((__, j) => wts[j] * turn < 0);
    expect(issues.map(({ code }) => code)).toEqual(negative.length > 0 ? ["weight.negative-loading"] : []);
    for (const code of negative)
      expect((issues[0].params as { children: string }).children).toContain(`${code} (-`);
  });
});

test("scikit-learn's components", () => {
  const { input, output } = json("pca_sklearn.json") as unknown as {
    input: { matrix: number[][] };
    output: { eigenvalues: number[]; components: number[][] };
  };
  const columns = input.matrix[0].map((_, j) => Float64Array.from(input.matrix, (row) => row[j]));
  const { eigenvalues, vectors } = principalComponents(correlationsOf(standardised(columns)));
  output.eigenvalues.forEach((value, c) => expect(eigenvalues[c]).toBeCloseTo(value, 10));
  output.components.forEach((row, c) => {
    const turn = Math.sign(row[0]) === Math.sign(vectors[c][0]) ? 1 : -1;
    row.forEach((each, j) => expect(vectors[c][j]).toBeCloseTo(each * turn, 9));
  });
});

test("R psych's unrotated loadings", () => {
  const { input, output } = json("factors_psych.json") as unknown as {
    input: { pillars: string[] };
    output: { unrotated: number[][] };
  };
  const columns = columnsOf("08_example_aggregated_amean.csv", input.pillars);
  const own = loadings(principalComponents(correlationsOf(standardised(columns))), 3);
  output.unrotated.forEach((row, j) =>
    row.forEach((each, c) => expect(Math.abs(own[j][c])).toBeCloseTo(Math.abs(each), 9)),
  );
});

test("a sibling that runs against the rest is told and counts as zero, or by its size", () => {
  const columns = [[1, 2, 3, 4, 5], [2, 2, 4, 4, 6], [5, 4, 4, 2, 1]]; // prettier-ignore
  const issues: Issue[] = [];
  const weights = weigh(pca as never, columns, { issues });
  expect(weights[2]).toBe(0);
  expect(issues[0].params).toMatchObject({ option: "zero" });
  const sized = weigh(pca as never, columns, { parameters: { negative: "size" }, issues });
  expect(sized[2]).toBeGreaterThan(0.3);
  expect(issues[1]).toMatchObject({ code: "weight.negative-loading", params: { option: "size" } });
});

test("no spread, few units, no first component: finite, and told", () => {
  const codes = (columns: number[][]) => {
    const issues: Issue[] = [];
    const weights = weigh(pca as never, columns, { issues });
    return [weights, issues.map(({ code }) => code)];
  };
  expect(codes([[1, 2, 4], [1, 3, 3], [9, 9, 9]])[1]).toEqual(["weight.no-spread"]); // prettier-ignore
  expect(codes([[1, 2], [2, 1]])).toEqual([[0.5, 0.5], ["weight.few-units"]]); // prettier-ignore
  expect(codes([[1, -1, 1, -1], [1, 1, -1, -1]])).toEqual([[0.5, 0.5], ["weight.no-component"]]); // prettier-ignore
});

test("1e300 and 1e-300 weigh as their correlations do", () => {
  const columns = [[1, 2, 3, 4, 5], [2, 2, 4, 4, 6], [1, 3, 2, 5, 4]]; // prettier-ignore
  const sizes = [1e300, 1e-300, 1];
  const scaled = weigh(pca as never, columns.map((column, j) => column.map((value) => value * sizes[j]))); // prettier-ignore
  weigh(pca as never, columns).forEach((weight, j) => expect(scaled[j]).toBeCloseTo(weight, 12));
});
