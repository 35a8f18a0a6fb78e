import { linear } from "../../../src/engine/impute/linear";
import { impute, imputeYears } from "./impute";

test("on the line in time; the ends stay missing", () => {
  const years = { 2019: NaN, 2020: 4, 2021: NaN, 2024: 8, 2025: NaN };
  expect(imputeYears(linear as never, years)).toEqual([NaN, 4, 5, 8, NaN]);
});

test("1e308 and −1e308, and 1e-300", () => {
  expect(imputeYears(linear as never, { 1: 1e308, 2: NaN, 3: -1e308 })[1]).toBe(0);
  expect(imputeYears(linear as never, { 1: 1e-300, 2: NaN, 3: 3e-300 })[1]).toBeCloseTo(2e-300, 310);
});

test("one year only: nothing is filled, and that is said", () => {
  expect(impute(linear as never, [NaN]).issues).toMatchObject([{ code: "impute.no-years" }]);
});
