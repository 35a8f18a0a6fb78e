import { together } from "../../../src/engine/stats/correlation";
import { standardDeviation } from "../../../src/engine/stats/moments";
import { pairwise } from "../../../src/engine/stats/pairwise";
import { draws } from "../../laws/damage";

const units = 203;
const draw = draws(3);
const column = (value: (i: number) => number) => Float64Array.from({ length: units }, (_, i) => value(i));
const columns = {
  whole: column(() => 50 + 10 * draw()),
  gappy: column((i) => (draw() < 0.3 ? NaN : 5 * i + draw())),
  large: column((i) => 1e300 * (draw() - 0.5) + (i % 7 === 0 ? NaN : 0)),
  small: column(() => 1e-300 * draw()),
  // Where `beside` has a gap stands almost all of its spread.
  outlying: column((i) => (i < 3 ? 1e9 * (i + 1) : 1 + draw())),
  beside: column((i) => (i < 3 ? NaN : draw())),
  level: column(() => 0.1),
  levelBeside: column((i) => (i < 100 ? 3 : NaN)),
  changesAfter: column((i) => (i < 100 ? 7 : draw())),
  two: column((i) => (i === 4 || i === 150 ? i : NaN)),
  one: column((i) => (i === 150 ? i : NaN)),
  none: column(() => NaN),
  zero: column(() => 0),
};

test("any two of several columns compare as they do alone", () => {
  const all = Object.values(columns);
  const compare = pairwise(all);
  const spread = (j: number) => standardDeviation(all[j]);
  all.forEach((one, j) =>
    all.forEach((other, k) => {
      const found = compare(j, k);
      const expected = together(one, other);
      const pair = `${Object.keys(columns)[j]}, ${Object.keys(columns)[k]}`;
      expect([pair, found.n]).toEqual([pair, expected.n]);
      for (const key of ["r", "covariance"] as const) {
        const [near, exact] = [found[key], expected[key]];
        // To what rounding leaves of columns of this length.
        const scale = key === "r" ? 1 : spread(j) * spread(k);
        const isNear = Object.is(near, exact) || Math.abs(near - exact) <= 1e-11 * scale;
        expect([pair, key, near, exact, isNear]).toEqual([pair, key, near, exact, true]);
      }
    }),
  );
});
