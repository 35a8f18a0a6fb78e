import { latest } from "../../../src/engine/impute/latest";
import { impute, imputeYears } from "./impute";

const years = { 2018: NaN, 2019: 7, 2020: NaN, 2023: NaN, 2024: 9 };

test("the latest earlier year, however old", () => {
  expect(imputeYears(latest as never, years)).toEqual([NaN, 7, 7, 7, 9]);
});

test("not older than the limit; counted in years, not in steps", () => {
  expect(imputeYears(latest as never, years, { years: 3 })).toEqual([NaN, 7, 7, NaN, 9]);
});

test("ahead: what nothing precedes takes the earliest later year", () => {
  expect(imputeYears(latest as never, years, { ahead: true })).toEqual([7, 7, 7, 7, 9]);
});

test("one year only: nothing is filled, and that is said", () => {
  const { filled, issues } = impute(latest as never, [1, NaN]);
  expect(filled).toEqual([1, NaN]);
  expect(issues).toMatchObject([{ code: "impute.no-years", about: { setting: "imputation" } }]);
});
