import type { Issue } from "../../../src/base/issue";
import { ahp } from "../../../src/engine/weight/ahp";
import { json } from "../../oracles/csv";
import { weigh } from "../run-method";

const blank = NaN;
function judged(matrices: number[][][], parameters: Record<string, string> = {}) {
  const issues: Issue[] = [];
  const weights = weigh(
    ahp as never,
    matrices[0].map(() => []),
    {
      judgements: matrices.map((matrix, e) => ({
        expert: `E${e + 1}`,
        matrix: Float64Array.from(matrix.flat()),
      })),
      issues,
      parameters,
    },
  );
  return { weights, issues };
}

const { output } = json("ahp_numpy_pymcdm.json") as unknown as {
  output: Record<string, { matrix: number[][]; eigenvector: number[]; lambda_max: number; CI: number }>;
};

test.each(Object.entries(output))(
  "eigenvector, λ and CI of %s as numpy and pymcdm have them",
  (_, expected) => {
    const { weights, issues } = judged([expected.matrix]);
    expected.eigenvector.forEach((weight, i) => expect(weights[i]).toBeCloseTo(weight, 11));
    const ri = [0.58, 0.9, 1.12, 1.24, 1.32][expected.matrix.length - 3];
    expect(issues).toHaveLength(1);
    const { code, params } = issues[0];
    if (code === "weight.consistency") {
      expect(params.lambda).toBeCloseTo(expected.lambda_max, 10);
      expect(params.index).toBeCloseTo(expected.CI, 10);
      expect(params.ratio).toBeCloseTo(expected.CI / ri, 10);
    } else expect([code, expected.CI / ri >= 0.1]).toEqual(["weight.inconsistent", true]);
  },
);

test("the wealth of seven nations as Saaty prints it", () => {
  const { weights, issues } = judged([output.saaty_wealth_7.matrix]);
  expect(weights.map((weight) => Number(weight.toFixed(3)))).toEqual([
    0.427, 0.23, 0.021, 0.052, 0.052, 0.123, 0.094,
  ]);
  expect((issues[0].params as { lambda: number }).lambda.toFixed(3)).toBe("7.608");
});

test("one half of the matrix is enough, and a rounded reciprocal is no contradiction", () => {
  const full = judged([output.order3.matrix]).weights;
  const upper = judged([[[1, 3, 5], [blank, 1, 2], [blank, blank, 1]]]); // prettier-ignore
  const lower = judged([[[1, blank, blank], [1 / 3, 1, blank], [1 / 5, 1 / 2, 1]]]); // prettier-ignore
  const rounded = judged([[[1, 3, 5], [0.33, 1, 2], [0.2, 0.5, 1]]]); // prettier-ignore
  for (const { weights, issues } of [upper, lower, rounded]) {
    weights.forEach((weight, i) => expect(weight).toBeCloseTo(full[i], 12));
    expect(issues.map(({ code }) => code)).toEqual(["weight.consistency"]);
  }
});

test("a contradiction is told and settled by the geometric mean", () => {
  const { weights, issues } = judged([[[1, 4], [1, 1]]]); // prettier-ignore
  expect(issues[0]).toMatchObject({ code: "judgement.not-reciprocal", params: { one: 4, other: 1 } });
  expect(weights[0]).toBeCloseTo(2 / 3, 12);
});

test("the most inconsistent judgement is the one that was spoilt", () => {
  // Consistent weights 8 : 4 : 2 : 1, but the second over the fourth is turned round.
  const { issues } = judged([[[1, 2, 4, 8], [blank, 1, 2, 1 / 4], [blank, blank, 1, 2], [blank, blank, blank, 1]]]); // prettier-ignore
  expect(issues).toMatchObject([
    { code: "weight.inconsistent", params: { row: "child 3", column: "child 1", judged: 4 } },
  ]);
});

test("the random index is Saaty's, or the table common in China", () => {
  const matrix = [[1, 5, 1 / 2], [blank, 1, 1 / 5], [blank, blank, 1]]; // prettier-ignore
  const ratio = (parameters = {}) =>
    (judged([matrix], parameters).issues[0].params as { ratio: number }).ratio;
  expect(ratio() * 0.58).toBeCloseTo(ratio({ random: "china" }) * 0.52, 12);
});

test("a group's matrix is the geometric mean of judgements, and an inconsistent expert is named", () => {
  const { weights } = judged([[[1, 2], [blank, 1]], [[1, 8], [blank, 1]]]); // prettier-ignore
  expect(weights[0]).toBeCloseTo(0.8, 12);
  const { issues } = judged([output.order4.matrix, output.inconsistent4.matrix]);
  expect(issues.find(({ code }) => code === "weight.inconsistent")).toMatchObject({
    params: { expert: "E2" },
  });
});

test("a pair that nobody judged follows from the others; without a way between them all weigh the same", () => {
  const chain = judged([[[1, 2, blank], [blank, 1, 3], [blank, blank, 1]]]); // prettier-ignore
  [0.6, 0.3, 0.1].forEach((weight, i) => expect(chain.weights[i]).toBeCloseTo(weight, 10));
  expect(chain.issues[0]).toMatchObject({
    code: "weight.judgements-missing",
    params: { pairs: "child 0 : child 2" },
  });
  const apart = judged([[[1, 2, blank], [blank, 1, blank], [blank, blank, 1]]]); // prettier-ignore
  expect(apart.weights).toEqual([1 / 3, 1 / 3, 1 / 3]);
  expect(apart.issues.map(({ code }) => code)).toEqual(["weight.disconnected"]);
});

test("no matrix: equal, and told; one child needs none", () => {
  const issues: Issue[] = [];
  expect(weigh(ahp as never, [[], []], { issues })).toEqual([0.5, 0.5]);
  expect(issues.map(({ code }) => code)).toEqual(["weight.no-judgements"]);
  expect(weigh(ahp as never, [[]])).toEqual([1]);
});

test("judgements of any size give finite weights", () => {
  const { weights } = judged([[[1, 1e300, 1e-300], [blank, 1, 1], [blank, blank, 1]]]); // prettier-ignore
  expect(weights.every((weight) => weight >= 0 && weight <= 1)).toBe(true);
});
