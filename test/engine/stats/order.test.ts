import fc from "fast-check";
import { ascendingOrder } from "../../../src/engine/stats/order";

test("the order that sorting by comparison gives, ties in their own order, missing left out", () => {
  const value = fc.oneof(
    fc.double({ noNaN: false }),
    fc.constantFrom(0, -0, NaN, Infinity, -Infinity, 5e-324, -5e-324, 1, 1, -1),
    fc.integer({ min: -3, max: 3 }),
  );
  fc.assert(
    fc.property(fc.array(value, { maxLength: 200 }), (values) => {
      const expected = values
        .map((_, i) => i)
        .filter((i) => !Number.isNaN(values[i]))
        .sort((a, b) => (values[a] < values[b] ? -1 : values[a] > values[b] ? 1 : a - b));
      expect([...ascendingOrder(Float64Array.from(values))]).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});
