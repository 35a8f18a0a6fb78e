/** What every treatment keeps when it is fitted to one year and applied to another. */
import fc from "fast-check";
import { choose, parameterValues, treatments } from "../../../src/engine/index";

const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
const column = fc.array(value, { minLength: 1, maxLength: 30 });

describe.each(treatments.map((method) => [method.key, method] as const))("%s", (key, method) => {
  const parameters = parameterValues(method, choose(key)) as never;

  test("fitted to one column, applied to another: finite, in order, missing stays missing", () => {
    fc.assert(
      fc.property(column, column, (reference, other) => {
        const fitted = Float64Array.from(reference);
        const out = Float64Array.from([...other, NaN]);
        method.fit(fitted, parameters)(out);
        expect([...fitted]).toEqual(reference);
        expect(out[other.length]).toBeNaN();
        other.forEach((a, i) => {
          expect(Number.isFinite(out[i])).toBe(true);
          other.forEach((b, k) => {
            if (a < b) expect(out[i]).toBeLessThanOrEqual(out[k]);
          });
        });
      }),
    );
  });

  test("fitted to the column itself it is the treatment; nothing present changes nothing", () => {
    fc.assert(
      fc.property(column, (values) => {
        const one = Float64Array.from(values);
        const other = Float64Array.from(values);
        method.treat(one, parameters);
        method.fit(Float64Array.from(values), parameters)(other);
        expect(one).toEqual(other);
      }),
    );
    const empty = Float64Array.of(NaN, NaN);
    method.treat(empty, parameters);
    expect([...empty]).toEqual([NaN, NaN]);
  });

  test.each([1e308, 1e300, 1e-300, 1e-322])("%p stays finite, and in order", (size) => {
    const values = Float64Array.from([-1, 0.1, 0.2, 0.25, 0.3, 0.9, 1], (share) => share * size);
    method.treat(values, parameters);
    expect([...values].every(Number.isFinite)).toBe(true);
    expect([...values]).toEqual([...values].sort((a, b) => a - b));
    expect(values[6]).toBeGreaterThan(values[0]);
  });
});
