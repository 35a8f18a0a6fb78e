import { enterText, serialOf } from "../../src/workbench/model/coerce";

test.each([
  ["12", 12],
  ["-3.5", -3.5],
  ["1,234.5", 1234.5],
  ["12%", 0.12],
  ["(7)", -7],
  ["1e3", 1000],
  ["TRUE", true],
  ["#N/A", "#N/A"],
  ["'007", "007"],
  ["深圳", "深圳"],
  ["a1", "a1"],
  ["2021-03-01", 44256],
  ["2021年3月1日", 44256],
  ["6:00", 0.25],
])("%s typed in a cell becomes %s", (typed, value) => {
  expect(enterText(typed, "General")).toMatchObject({ value });
});

test.each(["=A1", "+A1", "-A1", "@A1"])("%s becomes a formula", (typed) => {
  expect(enterText(typed, "General").formula).toMatch(/^=/);
});

test("a text cell keeps what is typed, a formatted one keeps its format", () => {
  expect(enterText("007", "@")).toEqual({ value: "007" });
  expect(enterText("12%", "General").numberFormat).toBe("0%");
  expect(enterText("12%", "0.000").numberFormat).toBeUndefined();
});

test("dates that do not exist are texts", () => {
  expect(serialOf(2021, 2, 30)).toBeNull();
  expect(enterText("2021-02-30", "General")).toEqual({ value: "2021-02-30" });
});
