import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Book } from "../../src/hosts/xlsx/book";
import { findSheet, valueAt } from "../../src/hosts/xlsx/book";
import { readXlsx } from "../../src/hosts/xlsx/read-xlsx";
import { bookWorkbook } from "../../src/hosts/xlsx/xlsx-workbook";
import { changeSetting, scoreWorkbook, type ScoreReport } from "../../src/tasks/index";
import { tableOn } from "../samples/sheet-table";

const options = { locale: "en", now: "2026-01-01T00:00:00Z" } as const;

function asem(): Book {
  const opened = readXlsx(readFileSync(join(__dirname, "../../assets/samples/asem.xlsx")));
  if (!opened.ok) throw new Error("asem.xlsx does not open");
  return opened.value;
}

let book: Book;
let report: ScoreReport;
beforeAll(async () => {
  book = asem();
  const setting = "runs=200; seed=3; weights=noise 30%; normalisation=z-score, rank";
  const set = await changeSetting(bookWorkbook(book), "robustness", setting, options);
  expect(set.ok).toBe(true);
  report = await scoreWorkbook(bookWorkbook(book), options);
});

test("a sheet of its own, when the settings ask", async () => {
  expect(report.outcome).toBe("scored");
  expect(report.written.map(({ kind }) => kind)).toContain("robustness");
  const sheet = findSheet(book, "Robustness")!;
  expect(valueAt(sheet, 1, 0)).toBe(
    "Scored 200 times, seed 3; varied: weights by ±30 %, Normalisation (z-score, Rank).",
  );
  expect(sheet.charts?.length ?? 0).toBe(1);
  const plain = await scoreWorkbook(bookWorkbook(asem()), options);
  expect(plain.written.map(({ kind }) => kind)).not.toContain("robustness");
  expect(plain.robustness).toBeNull();
});

test("every unit's interval holds its rank, and stands on Scores too", () => {
  const rows = tableOn(book, "Robustness", "RankIntervals");
  const scores = tableOn(book, "Scores", "Scores");
  expect(rows).toHaveLength(51);
  rows.forEach((row, i) => {
    expect(row["Rank 5 %"]).toBeLessThanOrEqual(Number(row["Rank 95 %"]));
    expect(scores[i]).toMatchObject({
      Unit: row.Unit,
      "Rank 5 %": row["Rank 5 %"],
      "Rank 95 %": row["Rank 95 %"],
    });
    const tiers = Object.entries(row).filter(([header]) => header.startsWith("In Tier"));
    expect(tiers.reduce((sum, [, share]) => sum + Number(share), 0)).toBeCloseTo(1, 12);
    expect(row["Tier robust"]).toBe(Number(row[`In ${row.Tier}`]) < 0.9 ? "no" : "yes");
  });
});

test("units whose tier is not robust are named on Tiers, and in a sentence", () => {
  const unsure = tableOn(book, "Tiers", "UnsureTiers");
  const rows = tableOn(book, "Robustness", "RankIntervals").filter((row) => row["Tier robust"] === "no");
  expect(unsure.length).toBeGreaterThan(0);
  expect(new Set(unsure.map((row) => row.Unit))).toEqual(new Set(rows.map((row) => row.Unit)));
  expect(valueAt(findSheet(book, "Robustness")!, 2, 0)).toContain(`${unsure.length} of 51 units`);
  for (const row of unsure) expect(row["In its tier"]).toBeLessThan(0.9);
  const distances = tableOn(book, "Tiers", "Distances");
  for (const row of unsure)
    expect(distances.find((each) => each.Unit === row.Unit)!["In its tier"]).toBe(row["In its tier"]);
});

test("what the ranks hang on, other methods and every node", () => {
  expect(tableOn(book, "Robustness", "Sensitivity").map((row) => row.Choice)).toEqual([
    "Weights",
    "Normalisation",
  ]);
  expect(tableOn(book, "Robustness", "Alternatives").map((row) => row["Method instead"])).toEqual([
    "z-score",
    "Rank",
    "Equal",
    "Percentile rank",
    "Geometric mean",
  ]);
  expect(tableOn(book, "Robustness", "LeftOut")).toHaveLength(report.result!.study.nodes.length - 1);
  expect(tableOn(book, "Run log", "SettingsUsed").find((row) => row.Setting === "Robustness")!.Value).toBe(
    "runs=200; seed=3; weights=noise 0.3; normalisation=z-score, rank",
  );
});

test("a stopped run writes nothing", async () => {
  const untouched = asem();
  let asked = 0;
  let exploring = false;
  const stopped = await scoreWorkbook(bookWorkbook(untouched), {
    ...options,
    robustness: { runs: 500 },
    onProgress: (phase) => void (exploring = phase === "exploring"),
    cancelled: () => exploring && (asked += 1) > 3,
  });
  expect([stopped.outcome, stopped.written]).toEqual(["cancelled", []]);
  expect(untouched.sheets.map(({ name }) => name)).toEqual(asem().sheets.map(({ name }) => name));
});

test("more runs than fit are refused at the cell that asks for them, and the scores still come", async () => {
  const large = asem();
  const workbook = bookWorkbook(large);
  await changeSetting(workbook, "robustness", "runs=1000000", options);
  const { outcome, robustness, issues } = await scoreWorkbook(workbook, options);
  expect([outcome, robustness]).toEqual(["scored", null]);
  expect(issues.find(({ code }) => code === "robustness.too-large")!.at?.sheet).toBe("Settings");
});

test("turned off again, the sheet does not stand there with an earlier run's numbers", async () => {
  const again = asem();
  const workbook = bookWorkbook(again);
  await scoreWorkbook(workbook, { ...options, robustness: { runs: 20 } });
  expect(findSheet(again, "Robustness")!.tables.length).toBeGreaterThan(0);
  const { outcome } = await scoreWorkbook(workbook, options);
  expect(outcome).toBe("scored");
  const sheet = findSheet(again, "Robustness")!;
  expect(valueAt(sheet, 1, 0)).toContain("Not explored in the run of 2026-01-01 00:00");
  expect([sheet.tables.length, sheet.charts?.length ?? 0]).toEqual([0, 0]);
});
