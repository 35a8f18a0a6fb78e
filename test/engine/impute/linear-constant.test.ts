import { linearConstant } from "../../../src/engine/impute/linear-constant";
import { impute, imputeYears } from "./impute";

test("on the line in time; the ends go on as they are; nothing observed stays missing", () => {
  const years = { 2019: NaN, 2020: 4, 2021: NaN, 2024: 8, 2025: NaN };
  expect(imputeYears(linearConstant as never, years)).toEqual([4, 4, 5, 8, 8]);
  expect(imputeYears(linearConstant as never, { 2019: NaN, 2020: NaN })).toEqual([NaN, NaN]);
});

test("one year only: nothing is filled, and that is said", () => {
  expect(impute(linearConstant as never, [NaN]).issues).toMatchObject([{ code: "impute.no-years" }]);
});
