import fc from "fast-check";
import { leastFew } from "../../../src/engine/stats/few";

test("a few of many are the first of all in order", () => {
  const key = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.constant(NaN));
  fc.assert(
    fc.property(fc.array(key), fc.integer({ min: 0, max: 6 }), (keys, count) => {
      const order = keys.map((_, thing) => thing).filter((thing) => !Number.isNaN(keys[thing]));
      order.sort((a, b) => keys[a] - keys[b]);
      expect(leastFew(keys.length, count, (thing) => keys[thing])).toEqual(order.slice(0, count));
    }),
  );
});
