import { solve } from "yalps";
import type { Issue } from "../../../src/base/issue";
import { envelopment } from "../../../src/engine/stats/envelopment";
import { benefitOfTheDoubt } from "../../../src/engine/weight/benefit-of-the-doubt";
import { weigh } from "../run-method";

let state = 11;
const random = () => (state = (state * 48271) % 2147483647) / 2147483647;
/** Units with values 0–1, every column's greatest 1. */
function sample(units: number, columns: number): Float64Array[] {
  const rows = Array.from({ length: units }, () => Float64Array.from({ length: columns }, random));
  for (let j = 0; j < columns; j += 1) {
    const most = Math.max(...rows.map((row) => row[j]));
    for (const row of rows) row[j] /= most;
  }
  return rows;
}
const dot = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a).reduce((sum, each, j) => sum + each * b[j], 0);

test("two columns: the best corner of the weights that all allow, by trying every corner", () => {
  const rows = sample(30, 2);
  // Corners: where two units' constraints meet, or one meets an axis.
  const corners: number[][] = [];
  rows.forEach(([a, b], i) => {
    corners.push([1 / a, 0], [0, 1 / b]);
    rows
      .slice(0, i)
      .forEach(([c, d]) => corners.push([(d - b) / (a * d - b * c), (a - c) / (a * d - b * c)]));
  });
  const allowed = corners.filter(
    (w) => w.every((each) => each >= 0) && rows.every((row) => dot(row, w) <= 1 + 1e-9),
  );
  const { scores, weights } = envelopment(rows, null);
  rows.forEach((row, i) => {
    expect(scores[i]).toBeCloseTo(Math.max(...allowed.map((w) => dot(row, w))), 7);
    expect(dot(row, weights[i])).toBeCloseTo(scores[i], 7);
  });
});

test("five columns: the dual programme over all units, min Σλ with Σλz ≥ own z, agrees", () => {
  const rows = sample(40, 5);
  const { scores } = envelopment(rows, null);
  rows.forEach((row, i) => {
    const { result } = solve({
      direction: "minimize",
      objective: "size",
      constraints: [...row].map((min, j): [string, { min: number }] => [String(j), { min }]),
      variables: rows.map((other, o): [string, [string, number][]] => [
        `u${o}`,
        [["size", 1], ...[...other].map((value, j): [string, number] => [String(j), value])],
      ]),
    });
    expect(scores[i]).toBeCloseTo(result, 6);
  });
});

test("the docstring's example, and bounds on shares are kept", () => {
  const rows = [[1, 0.2], [0.2, 1], [0.5, 0.5]].map((row) => Float64Array.from(row)); // prettier-ignore
  [1, 1, 5 / 6].forEach((score, i) => expect(envelopment(rows, null).scores[i]).toBeCloseTo(score, 8));
  const many = sample(25, 4);
  const { scores, weights } = envelopment(many, { least: 0.1, most: 0.4 });
  const free = envelopment(many, null).scores;
  many.forEach((row, i) => {
    expect(scores[i]).toBeLessThanOrEqual(free[i] + 1e-9);
    row.forEach((value, j) => {
      const share = (value * weights[i][j]) / dot(row, weights[i]);
      expect(share).toBeGreaterThan(0.1 - 1e-6);
      expect(share).toBeLessThan(0.4 + 1e-6);
    });
  });
});

test("neither the order of units nor scale matters to the weights", () => {
  const rows = sample(20, 3);
  const columns = [0, 1, 2].map((j) => rows.map((row) => 100 * row[j]));
  const bounds = { parameters: { least: 10, most: 60 } };
  const weights = weigh(benefitOfTheDoubt as never, columns, bounds);
  const turned = weigh(benefitOfTheDoubt as never, columns.map((column) => [...column].reverse()), bounds); // prettier-ignore
  turned.forEach((weight, j) => expect(weight).toBeCloseTo(weights[j], 12));
  const large = weigh(benefitOfTheDoubt as never, columns.map((column) => column.map((value) => value * 1e290)), bounds); // prettier-ignore
  large.forEach((weight, j) => expect(weight).toBeCloseTo(weights[j], 6));
});

test("half of each score from each of two: weights go as 1/score", () => {
  const columns = [[100, 50], [50, 100]]; // prettier-ignore
  const weights = weigh(benefitOfTheDoubt as never, columns, { parameters: { least: 50, most: 50 } });
  // Unit 1: w·100 = v·50, so 1/3, 2/3; unit 2 the other way round.
  weights.forEach((weight) => expect(weight).toBeCloseTo(0.5, 8));
});

test("no spread weighs nothing; below zero is moved up; nothing complete is told", () => {
  const issues: Issue[] = [];
  expect(weigh(benefitOfTheDoubt as never, [[1, 2, 4], [9, 9, 9]], { issues })).toEqual([1, 0]); // prettier-ignore
  const negative = weigh(benefitOfTheDoubt as never, [[-1, 0, 1], [1, -1, 0]]); // prettier-ignore
  expect(negative[0] + negative[1]).toBeCloseTo(1, 12);
  expect(weigh(benefitOfTheDoubt as never, [[1, NaN, 2, NaN], [NaN, 1, NaN, 2]], { issues })).toEqual([0.5, 0.5]); // prettier-ignore
  expect(issues.map(({ code }) => code)).toEqual(["weight.no-spread", "weight.few-units"]);
});
