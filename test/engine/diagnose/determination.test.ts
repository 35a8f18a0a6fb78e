import { determination } from "../../../src/engine/index";

const x = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3, 2, 3, 8, 4];
const y = [2, 7, 1, 8, 2, 8, 1, 8, 2, 8, 4, 5, 9, 0, 4, 5, 2, 3, 5, 3];
const z = [1.5, 2, 3.5, 2.5, 4, 9.5, 1, 8, 4.5, 5, 5.5, 7, 11, 5, 8, 4, 2, 2.5, 8.5, 3];
const column = (values: readonly number[]) => Float64Array.from(values);

test("R² of the regression of ranks on ranks", () => {
  // numpy 1.26: lstsq over mean ranks with a constant.
  expect(determination(column(z), [column(x), column(y)])).toBeCloseTo(0.9288780210185253, 12);
});

test("a rising function is followed wholly, a gap is passed over, too few units say nothing", () => {
  const squares = column(x.map((value) => value ** 2));
  expect(determination(squares, [column(x)])).toBeCloseTo(1, 12);
  const withGap = column([...x, NaN]);
  expect(determination(withGap, [column([...x, 7])])).toBeCloseTo(1, 12);
  expect(determination(column(x.slice(0, 9)), [column(y.slice(0, 9))])).toBeNaN();
  expect(determination(column(x.map(() => 5)), [column(x)])).toBeNaN();
});
