import fc from "fast-check";
import { associate } from "../../../src/engine/stats/association";

const of = (x: number[], y: number[]) => associate(Float64Array.from(x), Float64Array.from(y));

test("four in the same order: τ = 1 with the exact p = 2/24", () => {
  const { n, kendall, pearson } = of([1, 2, 3, 4], [1, 2, 3, 4]);
  expect([n, kendall.r, pearson.r, pearson.p]).toEqual([4, 1, 1, 0]);
  expect(kendall.p).toBeCloseTo(2 / 24, 12);
});

test("τ_b is that of all pairs, one by one, ties and all", () => {
  const value = fc.integer({ min: 0, max: 6 });
  fc.assert(
    fc.property(fc.array(fc.tuple(value, value), { minLength: 2, maxLength: 25 }), (drawn) => {
      const x = drawn.map(([each]) => each);
      const y = drawn.map(([, each]) => each);
      let surplus = 0;
      let differX = 0;
      let differY = 0;
      for (let i = 0; i < x.length; i += 1) {
        for (let k = 0; k < i; k += 1) {
          surplus += Math.sign(x[i] - x[k]) * Math.sign(y[i] - y[k]);
          differX += x[i] === x[k] ? 0 : 1;
          differY += y[i] === y[k] ? 0 : 1;
        }
      }
      const { kendall } = of(x, y);
      if (differX === 0 || differY === 0) expect(kendall.r).toBeNaN();
      else expect(kendall.r).toBeCloseTo(surplus / Math.sqrt(differX * differY), 12);
    }),
  );
});

test("the exact p of τ is that of every order of five", () => {
  const orders = (items: number[]): number[][] =>
    items.length < 2
      ? [items]
      : items.flatMap((each) =>
          orders(items.filter((other) => other !== each)).map((rest) => [each, ...rest]),
        );
  const x = [1, 2, 3, 4, 5];
  const all = orders(x).map((y) => Math.abs(of(x, y).kendall.r));
  for (const y of [[2, 1, 3, 5, 4], [5, 3, 4, 2, 1]]) {
    const { r, p } = of(x, y).kendall;
    expect(p).toBeCloseTo(all.filter((each) => each >= Math.abs(r) - 1e-12).length / all.length, 12);
  } // prettier-ignore
});

test("only places that have both count; one place, or no spread, has no association", () => {
  expect(of([1, NaN, 2, 3], [2, 9, NaN, 5]).n).toBe(2);
  expect(of([1, 2], [2, 1]).pearson.p).toBeNaN();
  expect(of([1, 1, 1], [2, 1, 3]).kendall).toEqual({ r: NaN, p: NaN });
  expect(of([1], [1]).spearman.r).toBeNaN();
});
