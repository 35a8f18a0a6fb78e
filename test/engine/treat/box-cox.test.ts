import { boxCox } from "../../../src/engine/treat/box-cox";
import { expectClose, treat } from "./treat";

test("without shift: λ = 0.5 makes 1, 4 into 0, 2; λ = 0 is the logarithm", () => {
  expectClose(treat(boxCox as never, [1, 4, NaN], { lambda: 0.5, shift: false }), [0, 2, NaN]);
  expectClose(treat(boxCox as never, [1, 4], { shift: false }), [0, Math.log(4)]);
});

test("the shift puts the least value at 1, whose transform is 0", () => {
  expectClose(treat(boxCox as never, [-3, 0], { lambda: 2 }), [0, 7.5]);
});

test("without shift a column that reaches zero has no transform and stays", () => {
  expect(treat(boxCox as never, [0, 4], { lambda: 0.5, shift: false })).toEqual([0, 4]);
});

test("a column without spread stays; another year below the minimum is taken as the minimum", () => {
  expect(treat(boxCox as never, [5, 5])).toEqual([5, 5]);
  expectClose(treat(boxCox as never, [1, 4], { shift: false }, [0.1, 9]), [0, Math.log(9)]);
});

test("1e300 squared stays finite and in proportion; 1e-300 does not vanish", () => {
  for (const shift of [true, false]) {
    const [least, middle, most] = treat(boxCox as never, [1, 5e299, 1e300], { lambda: 2, shift });
    expect([least, middle, most].every(Number.isFinite)).toBe(true);
    expect((middle - least) / (most - least)).toBeCloseTo(0.25, 9);
  }
  const tiny = treat(boxCox as never, [1e-300, 5e-300, 1e-299], { lambda: -2, shift: false });
  expect(tiny.every(Number.isFinite)).toBe(true);
  expect(tiny[0]).toBeLessThan(tiny[1]);
  expect(treat(boxCox as never, [0, 1e-300], { lambda: 2 })[1]).toBeGreaterThan(0);
});
