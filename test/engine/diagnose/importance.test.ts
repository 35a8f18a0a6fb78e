import { atOnce } from "../../../src/base/gradual";
import { importances } from "../../../src/engine/diagnose/importance";
import { score } from "../../../src/engine/index";
import { asItIs, small } from "./small-study";

const n = 200;
const wide = Array.from({ length: n }, (_, i) => ((i * 37) % n) / 2);
const narrow = Array.from({ length: n }, (_, i) => 45 + ((i * 61) % n) / 20);

test("of two indicators that weigh the same, the one that varies more moves the index", () => {
  const found = atOnce(importances(score(small([wide, narrow]), asItIs)));
  expect(found.map(({ effectiveWeight }) => effectiveWeight)).toEqual([0.5, 0.5]);
  expect(found[0].ratio).toBeGreaterThan(0.95);
  expect(found[1].ratio).toBeLessThan(0.1);
  expect(found[0].share + found[1].share).toBeCloseTo(1, 12);
});
