/** Every weighting on the ASEM data as they come: three levels, missing values, both directions. */
import { choose, rowOf, score, weighters } from "../../src/engine/index";
import { asemStudy, recipe } from "./asem";
import { json } from "./csv";

const study = asemStudy();
const pillar = (code: string) => study.nodes.findIndex((node) => node.code === code);

test.each(weighters.map(({ key }) => [key]))(
  "%s: in every parent no weight below zero, and a sum of 1",
  (key) => {
    const result = score(study, recipe({ weights: { general: choose(key), levels: {} } }));
    for (const { children } of study.nodes) {
      if (children.length === 0) continue;
      const weights = children.map((child) => result.weights[child]);
      expect(weights.every((weight) => weight >= 0)).toBe(true);
      expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
    }
    expect([...result.score].every(Number.isFinite)).toBe(true);
  },
);

test("an indicator without spread changes nobody into NaN", () => {
  const values = study.values.slice();
  rowOf(values, study.nodes[pillar("Tariff")].indicator, study.units.length).fill(7);
  for (const { key } of weighters) {
    const result = score({ ...study, values }, recipe({ weights: { general: choose(key), levels: {} } }));
    expect([key, [...result.weights, ...result.score].every(Number.isFinite)]).toEqual([key, true]);
  }
});

test("in a study: COINr's first component of a pillar, by code and not by position", () => {
  const analysis = json("../coinr/10_pca_raw_listwise.json") as unknown as Record<
    string,
    { iCodes: string[]; wts: number[] }
  >;
  // Two pillars of positive indicators with loadings of one sign.
  for (const name of ["ConEcFin", "P2P"]) {
    const { iCodes, wts } = analysis[name];
    const { children } = study.nodes[pillar(name)];
    if (wts.some((weight) => Math.sign(weight) !== Math.sign(wts[0]))) continue;
    const result = score(study, recipe({ weights: { general: choose("pca"), levels: {} } }));
    const total = wts.reduce((sum, weight) => sum + weight, 0);
    expect(children).toHaveLength(iCodes.length);
    iCodes.forEach((code, j) => expect(result.weights[pillar(code)]).toBeCloseTo(wts[j] / total, 9));
  }
});
