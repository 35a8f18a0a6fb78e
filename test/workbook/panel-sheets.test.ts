import { addSheet, newBook, setValue } from "../../src/hosts/xlsx/book";
import { bookWorkbook } from "../../src/hosts/xlsx/xlsx-workbook";
import { scoreWorkbook } from "../../src/tasks/index";
import { tableOn } from "../samples/sheet-table";

test("two years: change with its parts on Scores, tier migration on Tiers", async () => {
  const book = newBook();
  const put = (name: string, rows: (string | number | null)[][]) => {
    const sheet = addSheet(book, name);
    rows.forEach((row, r) => row.forEach((cell, c) => cell !== null && setValue(sheet, r, c, cell)));
  };
  put("Indicators", [["Name", "Parent", "Low", "High"], ["x", null, 0, 100], ["y", null, 0, 100]]); // prettier-ignore
  put("Data", [
    ["Name", "Year", "x", "y"],
    ["A", 2020, 80, 80],
    ["A", 2021, 50, 50],
    ["B", 2020, 40, 60],
    ["B", 2021, 70, 90],
  ]);
  put("Settings", [
    ["Setting", "Value"],
    ["normalisation", "goalposts"],
  ]);
  const { outcome } = await scoreWorkbook(bookWorkbook(book), { locale: "en", now: "2026-01-01T00:00:00Z" });
  expect(outcome).toBe("scored");
  const scores = tableOn(book, "Scores", "Scores").map((row) => [
    row.Unit,
    row["Change since 2020"],
    row["of it by data"],
  ]);
  expect(scores).toEqual([
    ["B", 30, 30],
    ["A", -30, -30],
  ]);
  // A fell from the first tier to the third, B rose from the third to the first.
  expect(tableOn(book, "Tiers", "Migration")).toEqual([
    { Then: "Tier 1", "Tier 1": 0, "Tier 3": 1, "–": 0, "Tier 2": 0 },
    { Then: "Tier 2", "Tier 1": 0, "Tier 3": 0, "–": 0, "Tier 2": 0 },
    { Then: "Tier 3", "Tier 1": 1, "Tier 3": 0, "–": 0, "Tier 2": 0 },
    { Then: "–", "Tier 1": 0, "Tier 3": 0, "–": 0, "Tier 2": 0 },
  ]);
  const change = tableOn(book, "Findings", "Findings").filter((row) => row.About === "Change");
  expect(change.map((row) => row.Finding)).toEqual([
    "Since 2020 the score has risen in 1 units and fallen in 1; the mean change is 0.00.",
    "The largest gains: B (+30.00).",
    "The largest losses: A (-30.00).",
    "Moves to a better tier: 1; to a worse one: 1.",
  ]);
});
