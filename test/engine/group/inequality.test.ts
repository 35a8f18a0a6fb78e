import fc from "fast-check";
import { inequality } from "../../../src/engine/group/inequality";
import { json } from "../../oracles/csv";
import { expectNear } from "../../oracles/near";

const grouped = (values: number[], group: number[], labels = Math.max(...group) + 1) =>
  inequality(Float64Array.from(values), {
    labels: Array.from({ length: labels }, (_, label) => String(label)),
    of: Int32Array.from(group),
  });

/** Dagum (1997) straight from the definition, by a double loop over all pairs of units. */
function byPairs(values: number[], group: number[]) {
  const n = values.length;
  const mean = (all: number[]) => all.reduce((sum, each) => sum + each, 0) / all.length;
  const mu = mean(values);
  const labels = [...new Set(group)].map((label) => values.filter((_, i) => group[i] === label));
  labels.sort((a, b) => mean(a) - mean(b));
  const difference = (a: number[], b: number[]) => mean(a.flatMap((x) => b.map((y) => Math.abs(x - y))));
  const p = labels.map((each) => each.length / n);
  const s = labels.map((each) => (each.length * mean(each)) / (n * mu));
  let within = 0;
  let net = 0;
  let transvariation = 0;
  labels.forEach((own, j) => {
    within += (difference(own, own) / (2 * mean(own))) * p[j] * s[j];
    labels.slice(0, j).forEach((poorer, h) => {
      const g = difference(own, poorer) / (mean(own) + mean(poorer));
      const d = mean(own.flatMap((x) => poorer.map((y) => Math.max(0, x - y))));
      const q = mean(own.flatMap((x) => poorer.map((y) => Math.max(0, y - x))));
      const affluence = d + q > 0 ? (d - q) / (d + q) : 0;
      net += g * (p[j] * s[h] + p[h] * s[j]) * affluence;
      transvariation += g * (p[j] * s[h] + p[h] * s[j]) * (1 - affluence);
    });
  });
  return { total: difference(values, values) / (2 * mu), within, net, transvariation };
}

test("1 and 3 in one group: G = 0.25, all of it within", () => {
  const { n, gini, dagum, theil } = grouped([1, 3], [0, 0]);
  expect([n, gini, dagum.within, dagum.netBetween, dagum.transvariation]).toEqual([2, 0.25, 0.25, 0, 0]);
  expect(theil.total).toBeCloseTo((0.5 * Math.log(0.5) + 1.5 * Math.log(1.5)) / 2, 14);
  expect(theil.between).toBeCloseTo(0, 14);
});

test("pysal's Gini and Theil with between and within", () => {
  const { input, output } = json("theil_gini_pysal.json") as unknown as {
    input: { y: number[]; group: string[] };
    output: { gini: number; theil: number; between: number[]; within: number[] };
  };
  const labels = [...new Set(input.group)];
  const found = grouped(
    input.y,
    input.group.map((each) => labels.indexOf(each)),
  );
  expectNear(found.gini, output.gini, "Gini", 1e-12);
  expectNear(found.theil.total, output.theil, "Theil", 1e-12);
  expectNear(found.theil.between, output.between[0], "between", 1e-12);
  expectNear(found.theil.within, output.within[0], "within", 1e-12);
});

test("Dagum's parts are those of a double loop, and both divisions add up", () => {
  const person = fc.tuple(fc.double({ min: 0.1, max: 1000, noNaN: true }), fc.nat(3));
  fc.assert(
    fc.property(fc.array(person, { minLength: 2, maxLength: 30 }), (people) => {
      const values = people.map(([value]) => value);
      const group = people.map(([, label]) => label);
      const { gini, dagum, theil } = grouped(values, group, 4);
      const expected = byPairs(values, group);
      expect(gini).toBeCloseTo(expected.total, 10);
      expect(dagum.within).toBeCloseTo(expected.within, 10);
      expect(dagum.netBetween).toBeCloseTo(expected.net, 10);
      expect(dagum.transvariation).toBeCloseTo(expected.transvariation, 10);
      expect(dagum.within + dagum.netBetween + dagum.transvariation).toBeCloseTo(gini, 10);
      expect(theil.within + theil.between).toBeCloseTo(theil.total, 10);
      expect(dagum.transvariation).toBeGreaterThanOrEqual(-1e-12);
    }),
  );
});

test("groups that do not overlap have no transvariation", () => {
  const { dagum } = grouped([1, 2, 3, 10, 11, 12], [0, 0, 0, 1, 1, 1]);
  expect(dagum.transvariation).toBe(0);
  expect(dagum.netBetween).toBeGreaterThan(dagum.within);
});

test("missing values and units without a group do not count", () => {
  expect(grouped([1, NaN, 3, 100], [0, 0, 0, -1], 1)).toEqual(grouped([1, 3], [0, 0]));
});

test("where a measure is not defined it is missing, and not a number", () => {
  expect(grouped([0, 2], [0, 1]).theil.total).toBeNaN();
  expect(grouped([0, 2], [0, 1]).gini).toBe(0.5);
  const parts = grouped([0, 0, 2], [0, 0, 1]).dagum;
  expect(parts.within + parts.netBetween + parts.transvariation).toBeCloseTo(parts.total, 12);
  expect(grouped([-1, 2], [0, 1]).gini).toBeNaN();
  expect(grouped([0, 0], [0, 1]).dagum.total).toBeNaN();
  expect(grouped([NaN], [0]).n).toBe(0);
});

test("ten thousand units in three hundred groups take a fraction of a second", () => {
  const values = Array.from({ length: 10000 }, (_, i) => 50 + 40 * Math.sin(i * i));
  const { gini, dagum } = grouped(
    values,
    values.map((_, i) => i % 300),
  );
  expect(dagum.within + dagum.netBetween + dagum.transvariation).toBeCloseTo(gini, 9);
});
