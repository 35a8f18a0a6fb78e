import type { Issue } from "../../../src/base/issue";
import { weighters } from "../../../src/engine/weight/index";
import { weigh } from "../run-method";

const combined = weighters.find(({ key }) => key === "combined")!;
const columns = [[0, 50, 100, 20], [0, 0, 100, 10], [30, 100, 0, 40]]; // prettier-ignore
const given = Float64Array.of(20, 50, 30);
const of = (parameters: Record<string, string | number[]>, issues: Issue[] = []) =>
  weigh(combined as never, columns, { given, parameters, issues });
const single = (key: string) =>
  weigh(weighters.find((each) => each.key === key) as never, columns, { given });
const three = { first: "given", second: "entropy", third: "critic" };
const expectClose = (actual: number[], expected: number[]) =>
  expected.forEach((weight, i) => expect(actual[i]).toBeCloseTo(weight, 12));

test("linear: shares times weights", () => {
  const [a, b] = [single("given"), single("entropy")];
  expectClose(of({ shares: [1, 3] }), a.map((weight, i) => 0.25 * weight + 0.75 * b[i])); // prettier-ignore
  const c = single("critic");
  expectClose(of({ ...three }), a.map((weight, i) => (weight + b[i] + c[i]) / 3)); // prettier-ignore
});

test("shares that do not fit are told, and count equally", () => {
  const issues: Issue[] = [];
  expectClose(of({ ...three, shares: [1, 3] }, issues), of(three));
  expect(issues.map(({ code }) => code)).toContain("weight.shares-unmatched");
});

test("product and root product", () => {
  const [a, b, c] = [single("given"), single("entropy"), single("critic")];
  const products = a.map((weight, i) => weight * b[i] * c[i]);
  const roots = products.map(Math.cbrt);
  const scaled = (values: number[]) => values.map((each) => each / values.reduce((sum, one) => sum + one, 0));
  expectClose(of({ ...three, rule: "product" }), scaled(products));
  expectClose(of({ ...three, rule: "root-product" }), scaled(roots));
});

test("game theory, by Cramer's rule", () => {
  const w = [single("given"), single("entropy"), single("critic")];
  const dot = (a: number[], b: number[]) => a.reduce((sum, each, i) => sum + each * b[i], 0);
  const matrix = w.map((one) => w.map((other) => dot(one, other)));
  const right = w.map((one) => dot(one, one));
  const determinant = ([[a, b, c], [d, e, f], [g, h, i]]: number[][]) =>
    a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g); // prettier-ignore
  const alpha = [0, 1, 2].map((k) =>
    Math.abs(determinant(matrix.map((row, r) => row.map((each, c) => (c === k ? right[r] : each)))) / determinant(matrix)),
  ); // prettier-ignore
  const total = alpha.reduce((sum, each) => sum + each, 0);
  const expected = w[0].map((_, i) => w.reduce((sum, own, k) => sum + (alpha[k] / total) * own[i], 0));
  of({ ...three, rule: "game-theory" }).forEach((weight, i) => expect(weight).toBeCloseTo(expected[i], 9));
});

test("game theory of weightings that coincide is that weighting", () => {
  const weights = weigh(combined as never, columns, { parameters: { second: "equal", rule: "game-theory" } });
  weights.forEach((weight) => expect(weight).toBeCloseTo(1 / 3, 12));
});

test("one named twice counts once; what both say is said once", () => {
  expectClose(of({ first: "given", second: "given" }), single("given"));
  const issues: Issue[] = [];
  weigh(combined as never, [[1, 2, 3], [5, 5, 5]], { parameters: { first: "entropy", second: "critic" }, issues }); // prettier-ignore
  expect(issues.map(({ code }) => code)).toEqual(["weight.no-spread"]);
});
