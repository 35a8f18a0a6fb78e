import { adequacy, cronbach } from "../../../src/engine/stats/reliability";

test("two equal columns are wholly reliable, two opposite ones are not", () => {
  const column = Float64Array.of(1, 2, 3, 5);
  expect(cronbach([column, column]).raw).toBeCloseTo(1, 12);
  expect(cronbach([column, column.map((value) => 2 * -value)]).raw).toBeLessThan(0);
  expect(cronbach([column]).raw).toBeNaN();
});

test("a matrix without an inverse has no adequacy", () => {
  expect(adequacy([[1, 1], [1, 1]], 10)).toBeNull(); // prettier-ignore
  expect(adequacy([[1]], 10)).toBeNull();
});

test("two variables: KMO ½, and Bartlett's χ² by hand", () => {
  const found = adequacy([[1, 0.6], [0.6, 1]], 20)!; // prettier-ignore
  expect(found.kmo).toBeCloseTo(0.5, 12);
  expect(found.chiSquared).toBeCloseTo(-(19 - 9 / 6) * Math.log(1 - 0.36), 12);
  expect(found.degrees).toBe(1);
});
