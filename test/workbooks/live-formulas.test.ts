import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Cell } from "../../src/base/table";
import type { Locale } from "../../src/base/label";
import { rowOf, type Result } from "../../src/engine/index";
import { maxColumns } from "../../src/base/address";
import { findSheet, newBook, setValue, valueAt, type Book } from "../../src/hosts/xlsx/book";
import { readXlsx } from "../../src/hosts/xlsx/read-xlsx";
import { bookWorkbook } from "../../src/hosts/xlsx/xlsx-workbook";
import { texts } from "../../src/messages/say";
import { changeSetting, scoreWorkbook } from "../../src/tasks/index";
import { describeLibreOffice, libreOfficeFolder, throughLibreOffice } from "../hosts/xlsx/libreoffice";
import { rowWith, tableOn } from "../samples/sheet-table";
import { fillSheet, smallBook } from "../taskpane/small-book";

const folder = libreOfficeFolder();
const samples = join(__dirname, "../../assets/samples");

function openSample(sample: string): Book {
  const opened = readXlsx(readFileSync(join(samples, sample)));
  if (!opened.ok) throw new Error(`${sample} does not open`);
  return opened.value;
}

type Settings = Readonly<Record<string, string>>;

/** Scores a book with formulas, some settings having been changed first. */
async function scored(book: Book, locale: Locale, settings: Settings = {}): Promise<Result> {
  const options = { locale, now: "2026-01-01T00:00:00Z" };
  for (const [key, value] of Object.entries({ formulas: "yes", language: locale, ...settings }))
    await changeSetting(bookWorkbook(book), key, value, options);
  const report = await scoreWorkbook(bookWorkbook(book), options);
  expect([report.outcome, report.issues.filter((each) => each.severity === "error")]).toEqual(["scored", []]);
  return report.result!;
}

/** The book as LibreOffice works it out, with nothing left at a formula of what our engine found there. */
function recalculated(book: Book, name: string): Book {
  const held = book.sheets.map((sheet) => sheet.values.map((row) => row && [...row]));
  for (const sheet of book.sheets)
    for (const key of sheet.formulas.keys())
      sheet.values[Math.floor(key / maxColumns)][key % maxColumns] = null;
  const saved = throughLibreOffice(book, folder(), name);
  book.sheets.forEach((sheet, s) => (sheet.values = held[s]));
  return saved;
}

/** The same words, and numbers that differ in their last printed digit at most, where a half may go either way. */
function sameSentence(ours: Cell, theirs: Cell): boolean {
  if (typeof ours !== "string" || typeof theirs !== "string") return false;
  const number = /\d+(?:\.\d+)?/g;
  const [a, b] = [ours.match(number) ?? [], theirs.match(number) ?? []];
  const unit = (text: string) => 10 ** -(text.split(".")[1]?.length ?? 0);
  return (
    ours.replace(number, "#") === theirs.replace(number, "#") &&
    a.every(
      (text, i) =>
        text === b[i] || (text.includes(".") && Math.abs(Number(text) - Number(b[i])) < 1.01 * unit(text)),
    )
  );
}

/** Formula cells that do not work out to what the engine found. */
function differing(book: Book, saved: Book): unknown[] {
  const found: unknown[] = [];
  for (const sheet of book.sheets) {
    for (const [key, formula] of sheet.formulas) {
      const [row, column] = [Math.floor(key / maxColumns), key % maxColumns];
      const ours = valueAt(sheet, row, column);
      const theirs = valueAt(findSheet(saved, sheet.name)!, row, column);
      const near =
        typeof ours === "number" && typeof theirs === "number"
          ? Math.abs(ours - theirs) <= 1e-9 * Math.max(1, Math.abs(ours))
          : ours === theirs || sameSentence(ours, theirs);
      if (!near) found.push([sheet.name, row + 1, column + 1, ours, theirs, formula]);
    }
  }
  return found;
}

const column = (book: Book, sheet: string, table: string, header: string) =>
  tableOn(book, sheet, table).map((row) => row[header]);

describeLibreOffice("live formulas, worked out by LibreOffice", () => {
  const geometric = { normalisation: "min-max (lower=1; upper=100)", aggregation: "geometric" };
  test.each<[string, Locale, Settings]>([
    ["hdi-2025.xlsx", "en", { "first-level weights": "Health=2; Education=1; Standard of living=1" }],
    ["asem.xlsx", "en", { robustness: "runs=60; seed=3" }],
    ["asem.xlsx", "zh-CN", { ...geometric, tiers: "quantiles (number=4)", imputation: "none" }],
    [
      "asem.xlsx",
      "en",
      {
        normalisation: "z-score (centre=100; spread=10)",
        aggregation: "level 1: geometric; minimum",
        tiers: "mean-deviation",
      },
    ],
    [
      "asem.xlsx",
      "en",
      {
        treatment: "winsorise",
        normalisation: "efficacy (form=exponential)",
        aggregation: "harmonic",
        weights: "level 3: entropy; equal",
        tiers: "equal-intervals (number=3)",
      },
    ],
    [
      "asem.xlsx",
      "en",
      { normalisation: "distance-to-target", aggregation: "copeland", tiers: "natural-breaks" },
    ],
    ["city-governance.xlsx", "zh-CN", {}],
  ])("%s in %s, %j: every formula works out to what the engine found", async (sample, locale, settings) => {
    const book = openSample(sample);
    const result = await scored(book, locale, settings);
    const saved = recalculated(book, "sample");
    const formulas = book.sheets.reduce((sum, sheet) => sum + sheet.formulas.size, 0);
    expect(formulas).toBeGreaterThan(20 * result.study.units.length);
    expect(differing(book, saved).slice(0, 5)).toEqual([]);
    const words = texts(locale).sheet;
    const checks = [
      ...column(saved, words.names.scores, "Scores", words.live.check),
      ...column(saved, words.names["indicator-scores"], "IndicatorScores", words.live.check),
    ];
    expect(checks).toHaveLength(2 * result.study.units.length);
    expect(checks.filter((check) => check !== 0)).toEqual([]);
  });

  test("a weight and a value that are changed without the add-in count as the engine counts them", async () => {
    const book = openSample("asem.xlsx");
    await scored(book, "en");
    const changed = openSample("asem.xlsx");
    change(book);
    change(changed);
    const wanted = await scored(changed, "en");
    const saved = recalculated(book, "changed");
    const names = column(saved, "Scores", "Scores", "Unit");
    const ranks = column(saved, "Scores", "Scores", "Rank");
    const expected = new Map(wanted.study.units.map(({ name }, unit) => [name, wanted.rank[unit]]));
    expect(ranks).toEqual(names.map((name) => expected.get(String(name))));
    const index = column(saved, "Scores", "Scores", wanted.study.nodes[0].name);
    wanted.study.units.forEach(({ name }, unit) =>
      expect(index[names.indexOf(name)]).toBeCloseTo(wanted.score[unit], 9),
    );
    const moved = column(saved, "Scores", "Scores", texts("en").sheet.live.check);
    expect(moved.filter((each) => each !== 0).length).toBeGreaterThan(40);
    const { changed: yes, unchanged: no } = texts("en").sheet.runLog;
    expect(column(saved, "Run log", "Inputs", "State")).toEqual([yes, yes, no]);
  });
});

describeLibreOffice("live formulas over an awkward workbook", () => {
  const cells: Cell[][] = [
    ["Name", "Region", "Pay", "Noise"],
    ...Array.from({ length: 12 }, (_, i): Cell[] => [
      i === 3 ? "Town*" : `Town ${i}`,
      i % 3 ? "<5 km" : "Far",
      i === 5 ? null : 3000 + ((i * 37) % 50),
      40 + ((i * 7) % 12),
    ]),
  ];
  /** Two data sheets in another order, every direction, goalposts and logarithms, gaps, a percent as text, a taken name. */
  function awkward(): Book {
    const book = newBook();
    fillSheet(book, "Scores", [["mine"]]);
    fillSheet(book, "Indicators", [
      ["Code", "Name", "Parent", "Weight", "Direction", "Low", "High", "Ideal low", "Ideal high", "Normalisation", "Aggregation"], // prettier-ignore
      ["L", "Living", null, 60, null, null, null, null, null, null, null],
      ["W", "Work", null, 40, null, null, null, null, null, null, "geometric"],
      ["noise", "Noise", "L", 1, "negative", 30, 50, null, null, "goalposts", null],
      ["warmth", "Warmth", "L", 2, "interval", null, null, 17, 20, null, null],
      ["ph", "Acidity", "L", 1, "ideal", 4, null, 7, null, null, null],
      ["pay", "Pay", "W", 70, "positive", 2900, 4000, null, null, "goalposts (log=yes)", null],
      ["idle", "Idle", "W", 30, "negative", null, null, null, null, "min-max (lower=1; upper=100)", null],
    ]);
    fillSheet(book, "Data", cells);
    fillSheet(book, "More data", [
      ["Measured by us"],
      ["Name", "Warmth", "Acidity", "Idle"],
      ...cells
        .slice(1)
        .reverse()
        .map(([name], i): Cell[] => [
          name,
          i === 2 ? null : 10 + ((i * 5) % 17),
          5 + ((i * 3) % 8) / 2,
          i === 7 ? "12.5%" : 0.02 * (1 + ((i * 11) % 13)),
        ]),
    ]);
    return book;
  }

  test.each<[string, Settings]>([
    ["gaps stay gaps", {}],
    [
      "gaps are filled, tiers are cut inside groups on rounded scores",
      {
        imputation: "group-mean (group=Region)",
        "tiers within": "Region",
        "tiers on": "rounded",
        decimals: "1",
      },
    ],
  ])("%s", async (_, settings) => {
    const book = awkward();
    const result = await scored(book, "en", settings);
    const work = result.study.nodes.findIndex((node) => node.name === "Work");
    const without = rowOf(result.stages.aggregated, work, 12).filter(Number.isNaN).length;
    expect(without).toBe(1);
    const saved = recalculated(book, "awkward");
    expect(differing(book, saved).slice(0, 5)).toEqual([]);
    const checks = column(saved, "Scores (2)", "Scores", texts("en").sheet.live.check);
    expect(checks.filter((check) => check !== 0)).toEqual([]);
    // A lookup of this name would take it for a pattern: its rows are named by number.
    const notes = tableOn(book, "Run log", "Formulas");
    expect(rowWith(notes, { Stage: "Values" })["Written as"]).toMatch(
      settings.imputation ? "3 of 60" : "1 of 58",
    );
  });

  test("rows that are sorted on the input sheet are found again", async () => {
    const book = smallBook();
    await scored(book, "en");
    const data = findSheet(book, "Data")!;
    const body = data.values.slice(1).map((row) => [...row]);
    body.reverse().forEach((row, r) => row.forEach((cell, c) => setValue(data, 1 + r, c, cell)));
    const places = differing(book, recalculated(book, "sorted"));
    expect(places.map((each) => String(each)).filter((each) => !each.includes("=MATCH("))).toEqual([]);
    expect(places).not.toEqual([]);
  });
});

/** Triples the weight of the first sub-index, and a value of the first unit. */
function change(book: Book): void {
  const framework = findSheet(book, "Indicators")!;
  const header = framework.values.findIndex((row) => row?.includes("Weight"));
  const weight = framework.values[header].indexOf("Weight");
  const row = framework.values.findIndex((cells, r) => r > header && typeof cells?.[weight] === "number");
  setValue(framework, row, weight, 3 * Number(valueAt(framework, row, weight)));
  const data = findSheet(book, "Data")!;
  const top = data.values.findIndex((cells) => cells?.includes("AUT") || cells?.includes("Austria"));
  const value = data.values[top].findIndex((cell) => typeof cell === "number");
  setValue(data, top, value, 1.25 * Number(valueAt(data, top, value)));
}
