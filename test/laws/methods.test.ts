/** Laws that every registered method keeps. A new method is held to them without a line changed here. */
import fc from "fast-check";
import { existsSync } from "node:fs";
import path from "node:path";
import {
  aggregators,
  imputers,
  normalisers,
  parameterValues,
  choose,
  tierings,
  treatments,
  weighters,
  type Method,
  type Study,
} from "../../src/engine/index";
import { parseMethod, writeMethod } from "../../src/workbook/read/parse-method";
import { weigh as weighColumns } from "../engine/run-method";
import { sorted } from "../../src/engine/stats/quantile";

const families = { normalise: normalisers, weight: weighters, aggregate: aggregators, impute: imputers, treat: treatments, tier: tierings }; // prettier-ignore

const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const column = fc.array(value, { minLength: 2, maxLength: 40 }).map((values) => Float64Array.from(values));
const fallbacks = <M extends Method>(method: M) => parameterValues(method, choose(method.key)) as never;

for (const [family, methods] of Object.entries(families)) {
  describe.each(methods.map((method) => [method.key, method] as const))(`${family}: %s`, (key, method) => {
    test("has a test of its own", () => {
      expect(existsSync(path.join(__dirname, "..", "engine", family, `${key}.test.ts`))).toBe(true);
    });

    test("speaks both languages and names its source", () => {
      const labels = [method.label, ...Object.values(method.parameters).map((parameter) => parameter.label)];
      for (const label of labels) expect(label.en !== "" && label["zh-CN"] !== "").toBe(true);
      expect(method.reference).not.toBe("");
    });

    test("is chosen on the Settings sheet by key, label or synonym, and written back", () => {
      for (const word of [key, method.label.en, method.label["zh-CN"], ...(method.synonyms ?? [])]) {
        const issues: never[] = [];
        expect([word, parseMethod(word, methods, { setting: family }, issues)?.key]).toEqual([word, key]);
        expect(issues).toEqual([]);
      }
      const written = writeMethod(choose(key));
      expect(parseMethod(written, methods, { setting: family }, [])).toEqual(choose(key));
    });

    test("no other method of the family answers to its words", () => {
      const words = [key, method.label.en, method.label["zh-CN"], ...(method.synonyms ?? [])].map((word) =>
        word.toLowerCase(),
      );
      for (const other of methods) {
        if (other === method) continue;
        const theirs = [other.key, other.label.en, other.label["zh-CN"], ...(other.synonyms ?? [])].map(
          (word) => word.toLowerCase(),
        );
        expect(theirs.filter((word) => words.includes(word))).toEqual([]);
      }
    });
  });
}

describe.each(normalisers.map((method) => [method.key, method] as const))("normaliser %s", (_, method) => {
  const settings = {
    parameters: fallbacks(method),
    scale: [0, 100],
    goalposts: { low: NaN, high: NaN },
    target: NaN,
    unitIndex: () => -1,
    bands: [],
  } as const;
  const map = (reference: Float64Array, values = reference) => {
    const out = new Float64Array(values.length);
    method.fit(reference, settings)(values, out);
    return out;
  };

  test("keeps missing missing and passes it over when fitting", () => {
    fc.assert(
      fc.property(column, (values) => {
        const withGap = Float64Array.from([...values, NaN]);
        const out = map(withGap);
        expect(out[values.length]).toBeNaN();
        expect([...out.subarray(0, values.length)]).toEqual([...map(values)]);
      }),
    );
  });

  test("never swaps two units", () => {
    fc.assert(
      fc.property(column, (values) => {
        const out = map(values);
        for (let a = 0; a < values.length; a += 1) {
          for (let b = 0; b < values.length; b += 1)
            if (values[a] < values[b]) expect(out[a]).toBeLessThanOrEqual(out[b]);
        }
      }),
    );
  });

  test("does not change its input", () => {
    fc.assert(
      fc.property(column, (values) => {
        const before = [...values];
        map(values);
        expect([...values]).toEqual(before);
      }),
    );
  });

  test("gives the same scores whatever the units' order", () => {
    fc.assert(
      fc.property(column, (values) => {
        const reversed = map(values.slice().reverse()).reverse();
        map(values).forEach((score, i) =>
          expect(Math.abs(score - reversed[i])).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(score))),
        );
      }),
    );
  });

  test("a column without spread, or with one unit, is finite", () => {
    for (const values of [[7, 7, 7], [0, 0], [-3]]) {
      expect([...map(Float64Array.from(values))].every(Number.isFinite)).toBe(true);
    }
  });

  test("1e300 and 1e-300 do not overflow or vanish", () => {
    for (const values of [
      [1e300, 5e299, 0],
      [1e-300, 5e-301, 0],
    ]) {
      const out = map(Float64Array.from(values));
      expect([...out].every(Number.isFinite)).toBe(true);
      // A table of rules has no order of its own to keep.
      if (!method.takesMeasured) expect(out[0]).toBeGreaterThan(out[2]);
    }
  });
});

describe.each(weighters.map((method) => [method.key, method] as const))("weighter %s", (_, method) => {
  const children = fc.integer({ min: 1, max: 8 }).chain((k) =>
    fc.record({
      given: fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), { minLength: k, maxLength: k }),
      columns: fc.array(
        fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 12, maxLength: 12 }),
        { minLength: k, maxLength: k },
      ),
    }),
  );
  const weigh = (given: number[], columns: number[][]) =>
    weighColumns(method as never, columns, { given: Float64Array.from(given) });

  test("weights are not negative and add up to 1", () => {
    fc.assert(
      fc.property(children, ({ given, columns }) => {
        const weights = weigh(given, columns);
        expect(weights.every((weight) => weight >= 0)).toBe(true);
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
      }),
    );
  });

  test("given weights count by their proportions alone", () => {
    fc.assert(
      fc.property(children, ({ given, columns }) => {
        const scaled = weigh(
          given.map((weight) => weight * 100),
          columns,
        );
        weigh(given, columns).forEach((weight, i) => expect(scaled[i]).toBeCloseTo(weight, 12));
      }),
    );
  });
});

describe.each(aggregators.map((method) => [method.key, method] as const))("aggregator %s", (_, method) => {
  const positive = fc.double({ min: 0.5, max: 100, noNaN: true });
  const family = fc.integer({ min: 1, max: 6 }).chain((k) =>
    fc.record({
      columns: fc.array(
        fc.array(fc.option(positive, { nil: NaN, freq: 5 }), { minLength: 8, maxLength: 8 }),
        { minLength: k, maxLength: k },
      ),
      weights: fc.array(fc.double({ min: 0.05, max: 1, noNaN: true }), { minLength: k, maxLength: k }),
    }),
  );
  const aggregate = (columns: number[][], weights: number[], scale: [number, number] = [0, 100]) => {
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const out = new Float64Array(columns[0].length);
    method.aggregate(
      columns.map((each) => Float64Array.from(each)),
      Float64Array.from(weights, (weight) => weight / total),
      out,
      fallbacks(method),
      scale,
    );
    return out;
  };

  test("a score is missing only when every child is, and finite otherwise", () => {
    fc.assert(
      fc.property(family, ({ columns, weights }) => {
        aggregate(columns, weights).forEach((score, i) => {
          expect(Number.isFinite(score)).toBe(columns.some((each) => !Number.isNaN(each[i])));
        });
      }),
    );
  });

  test("a child of weight zero does not count, even where it is the only one or a peer's best", () => {
    fc.assert(
      fc.property(
        family,
        fc.array(positive, { minLength: 8, maxLength: 8 }),
        ({ columns, weights }, idle) => {
          const other = columns[0].map((value, i) => (i === 0 ? NaN : value));
          const scores = aggregate([other, ...columns.slice(1)], weights);
          aggregate([other, ...columns.slice(1), idle], [...weights, 0]).forEach((score, i) =>
            expect(Number.isNaN(score) ? Number.isNaN(scores[i]) : Math.abs(score - scores[i]) < 1e-9).toBe(
              true,
            ),
          );
        },
      ),
    );
  });

  test("does not change its input", () => {
    fc.assert(
      fc.property(family, ({ columns, weights }) => {
        const values = columns.map((each) => Float64Array.from(each));
        const own = Float64Array.from(weights);
        method.aggregate(values, own, new Float64Array(8), fallbacks(method), [0, 100]);
        expect(values.map((each) => [...each])).toEqual(columns);
        expect([...own]).toEqual(weights);
      }),
    );
  });

  if (method.keeps.between) {
    test("lies between the least and the greatest child, whatever the other units", () => {
      fc.assert(
        fc.property(family, ({ columns, weights }) => {
          aggregate(columns, weights).forEach((score, i) => {
            const present = columns.map((each) => each[i]).filter((each) => !Number.isNaN(each));
            if (present.length === 0) return;
            expect(score).toBeGreaterThanOrEqual(Math.min(...present) - 1e-12 * Math.max(...present));
            expect(score).toBeLessThanOrEqual(Math.max(...present) * (1 + 1e-12));
            const [alone] = aggregate(
              columns.map((each) => [each[i]]),
              weights,
            );
            expect(Math.abs(alone - score)).toBeLessThanOrEqual(1e-12 * Math.max(...present));
          });
        }),
      );
    });
  }

  if (method.keeps.rises) {
    test("rises with each child", () => {
      fc.assert(
        fc.property(family, fc.nat(5), fc.nat(7), ({ columns, weights }, child, unit) => {
          const better = columns.map((each) => [...each]);
          better[child % columns.length][unit] += 1;
          const before = aggregate(columns, weights)[unit];
          if (Number.isNaN(better[child % columns.length][unit])) return;
          expect(aggregate(better, weights)[unit]).toBeGreaterThanOrEqual(
            before - 100 * (method.precision ?? 1e-12),
          );
        }),
      );
    });
  }

  if (method.keeps.dominance) {
    test("a unit with every child that is nowhere below another does not score below it", () => {
      fc.assert(
        fc.property(family, fc.nat(7), fc.nat(7), ({ columns, weights }, one, other) => {
          const complete = columns.map((each) => each.map((value) => (Number.isNaN(value) ? 50 : value)));
          for (const each of complete) each[one] = Math.max(each[one], each[other]);
          const scores = aggregate(complete, weights);
          expect(scores[one]).toBeGreaterThanOrEqual(scores[other] - 100 * (method.precision ?? 1e-11));
        }),
      );
    });
  }

  test("neither the children's nor the units' order matters", () => {
    fc.assert(
      fc.property(family, ({ columns, weights }) => {
        const turned = aggregate(
          columns.map((each) => [...each].reverse()).reverse(),
          [...weights].reverse(),
        );
        aggregate(columns, weights).forEach((score, i) => {
          const other = turned[turned.length - 1 - i];
          const close = 100 * (method.precision ?? 1e-11);
          expect(Number.isNaN(score) ? Number.isNaN(other) : Math.abs(score - other) < close).toBe(true);
        });
      }),
    );
  });

  test("1e300 and 1e-300 neither overflow nor vanish", () => {
    for (const size of [1e300, 1e-300]) {
      const scores = aggregate(
        [
          [size, size / 2],
          [size, size / 4],
        ],
        [1, 1],
        [0, size],
      );
      expect(scores.every(Number.isFinite)).toBe(true);
      if (method.keeps.between) expect(scores[0] / size).toBeCloseTo(1, 9);
      if (method.keeps.dominance) expect(scores[0]).toBeGreaterThan(scores[1]);
    }
  });

  test("units that are all the same get one finite score", () => {
    for (const columns of [
      [[50, 50, 50]],
      [
        [0, 0],
        [0, 0],
      ],
      [[7], [9]],
    ]) {
      const scores = aggregate(
        columns,
        columns.map(() => 1),
      );
      // Zero is outside the domain of the geometric and the harmonic mean, which are never asked for it.
      if (method.domain(fallbacks(method)) === "positive" && columns[0][0] === 0) continue;
      expect(scores.every((score) => Number.isFinite(score) && score === scores[0])).toBe(true);
    }
  });
});

describe.each(imputers.map((method) => [method.key, method] as const))("imputer %s", (_, method) => {
  test("changes no value that is present, and fills with finite values", () => {
    const cell = fc.option(value, { nil: NaN, freq: 4 });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 12, maxLength: 12 }), (cells) => {
        const study = studyOf(Float64Array.from(cells), 6);
        const block = Float64Array.from(cells);
        method.impute(block, { study, issues: [], parameters: fallbacks(method) });
        cells.forEach((before, i) => {
          if (!Number.isNaN(before)) expect(block[i]).toBe(before);
          else expect(block[i] === Infinity || block[i] === -Infinity).toBe(false);
        });
      }),
    );
  });
});

describe.each(treatments.map((method) => [method.key, method] as const))("treatment %s", (_, method) => {
  test("keeps missing missing, never swaps two units, and leaves a column without spread alone", () => {
    fc.assert(
      fc.property(column, (values) => {
        const treated = Float64Array.from([...values, NaN]);
        method.treat(treated, fallbacks(method));
        expect(treated[values.length]).toBeNaN();
        for (let a = 0; a < values.length; a += 1) {
          for (let b = 0; b < values.length; b += 1)
            if (values[a] < values[b]) expect(treated[a]).toBeLessThanOrEqual(treated[b]);
        }
      }),
    );
    const flat = Float64Array.of(4, 4, 4, 4);
    method.treat(flat, fallbacks(method));
    expect([...flat]).toEqual([4, 4, 4, 4]);
  });
});

describe.each(tierings.map((method) => [method.key, method] as const))("tiering %s", (_, method) => {
  test("bounds fall, and no scores are no error", () => {
    fc.assert(
      fc.property(column, (values) => {
        const cuts = method.cuts(sorted(values), fallbacks(method));
        cuts.slice(1).forEach((cut, i) => expect(cut).toBeLessThan(cuts[i]));
      }),
    );
    expect(() => method.cuts(new Float64Array(0), fallbacks(method))).not.toThrow();
  });
});

function studyOf(values: Float64Array, units: number): Study {
  return {
    nodes: [],
    indicators: Array.from({ length: values.length / units }, (_, j) => ({ code: `I${j}`, name: `I${j}`, measure: "", direction: "positive" as const, low: NaN, high: NaN, idealLow: NaN, idealHigh: NaN, denominator: "", normalisation: null, treatment: null })), // prettier-ignore
    units: Array.from({ length: units }, (_, i) => ({ name: `U${i}`, code: "" })),
    values,
    groups: [{ name: "g", labels: ["a", "b"], of: Int32Array.from({ length: units }, (_, i) => i % 2) }],
    columns: [],
    judgements: [],
    points: new Float64Array(0),
    rules: [],
  };
}
