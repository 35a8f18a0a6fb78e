import { clip } from "../../../src/engine/treat/clip";
import { treat } from "./treat";

const hundred = Array.from({ length: 101 }, (_, i) => i);

test("0 … 100 is cut at 2.5 and 97.5", () => {
  const treated = treat(clip as never, [...hundred, NaN]);
  expect(treated.slice(0, 4)).toEqual([2.5, 2.5, 2.5, 3]);
  expect(treated.slice(97)).toEqual([97, 97.5, 97.5, 97.5, NaN]);
});

test("percentiles of one's own; the wrong way round changes nothing", () => {
  expect(treat(clip as never, hundred, { lower: 0, upper: 50 })[80]).toBe(50);
  expect(treat(clip as never, hundred, { lower: 60, upper: 40 })).toEqual(hundred);
});

test("another year is cut where this one is; nothing to learn from changes nothing", () => {
  expect(treat(clip as never, hundred, {}, [-5, 50, 500])).toEqual([2.5, 50, 97.5]);
  expect(treat(clip as never, [NaN], {}, [1])).toEqual([1]);
});

test("1e300 and 1e-300", () => {
  expect(treat(clip as never, [0, 1e300], { lower: 50, upper: 100 })).toEqual([5e299, 1e300]);
  expect(treat(clip as never, [0, 1e-300], { lower: 50, upper: 100 })).toEqual([5e-301, 1e-300]);
});
