import {
  chiSquaredUpper,
  incompleteBeta,
  logGamma,
  normalQuantile,
  normalTwoSided,
  studentTwoSided,
} from "../../../src/engine/stats/distribution";

test("gamma at whole and half numbers", () => {
  expect(logGamma(5)).toBeCloseTo(Math.log(24), 12);
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 12);
  expect(logGamma(101)).toBeCloseTo(363.73937555556349, 9);
});

test("the printed tables: t, normal and chi-squared at 5 and 1 %", () => {
  for (const [t, degrees, p] of [[12.706, 1, 0.05], [2.228, 10, 0.05], [3.169, 10, 0.01], [1.984, 100, 0.05]]) {
    expect(studentTwoSided(t, degrees)).toBeCloseTo(p, 4);
  } // prettier-ignore
  for (const [z, p] of [[1.95996, 0.05], [2.57583, 0.01], [0, 1]]) expect(normalTwoSided(z)).toBeCloseTo(p, 5); // prettier-ignore
  for (const [x, degrees, p] of [[3.841, 1, 0.05], [18.307, 10, 0.05], [135.807, 100, 0.01]]) {
    expect(chiSquaredUpper(x, degrees)).toBeCloseTo(p, 4);
  } // prettier-ignore
});

test("one degree of freedom is Cauchy, two have a closed form", () => {
  for (const t of [0.1, 1, 7, 1e5]) {
    expect(studentTwoSided(t, 1)).toBeCloseTo(1 - (2 / Math.PI) * Math.atan(t), 12);
    expect(studentTwoSided(t, 2)).toBeCloseTo(1 - t / Math.sqrt(2 + t * t), 12);
    expect(chiSquaredUpper(t, 2)).toBeCloseTo(Math.exp(-t / 2), 12);
  }
});

test("the normal's quantile undoes its tail, far out too", () => {
  for (const p of [1e-12, 1e-5, 0.02, 0.3, 0.5, 0.77, 0.999]) {
    const z = normalQuantile(p);
    const below = z < 0 ? normalTwoSided(z) / 2 : 1 - normalTwoSided(z) / 2;
    expect(below / p).toBeCloseTo(1, 9);
    expect(normalQuantile(1 - p)).toBeCloseTo(-z, 3);
  }
  expect([normalQuantile(0), normalQuantile(1), normalQuantile(NaN)]).toEqual([-Infinity, Infinity, NaN]);
});

test("the beta's ends, and thousands of degrees", () => {
  expect([incompleteBeta(0, 2, 3), incompleteBeta(1, 2, 3)]).toEqual([0, 1]);
  expect(studentTwoSided(1.96, 1e6)).toBeCloseTo(normalTwoSided(1.96), 5);
});
