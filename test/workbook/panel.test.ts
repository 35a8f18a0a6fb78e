import type { Cell } from "../../src/base/table";
import { newBook, type Book } from "../../src/hosts/xlsx/book";
import { bookWorkbook } from "../../src/hosts/xlsx/xlsx-workbook";
import { checkWorkbook, scoreWorkbook } from "../../src/tasks/index";
import { readWorkbook } from "../../src/workbook/read/read-workbook";
import { fillSheet } from "../taskpane/small-book";

const options = { locale: "en", now: "2026-01-01T00:00:00+00:00" } as const;
const header: Cell[] = ["Name", "Year", "Speed", "Waste"];
const rows: Cell[][] = [
  ["Aston", 2020, 0, 40],
  ["Birch", 2020, 50, "30 "],
  ["Cole", 2020, 30, 20],
  ["Birch", 2021, 100, 10],
  ["Aston", 2021, 50, 40],
  ["Dene", 2021, 20, 0],
];

function book(settings: Cell[][] = [], data: Record<string, Cell[][]> = { Data: [header, ...rows] }): Book {
  const made = newBook();
  fillSheet(made, "Indicators", [
    ["Name", "Parent", "Direction"],
    ["Speed", null, "positive"],
    ["Waste", null, "negative"],
  ]);
  for (const [name, cells] of Object.entries(data)) fillSheet(made, name, cells);
  if (settings.length > 0) fillSheet(made, "Settings", [["Setting", "Value"], ...settings]);
  return made;
}

async function scoresOf(made: Book): Promise<Record<string, number>> {
  const { result } = await scoreWorkbook(bookWorkbook(made), options);
  return Object.fromEntries(result!.study.units.map((unit, i) => [unit.name, result!.score[i]]));
}

async function reading(made: Book) {
  const read = await bookWorkbook(made).read();
  if (!read.ok) throw new Error("not read");
  return readWorkbook(read.value, "en");
}

test("without a word all years make the scale; own, or a year, when asked; in either language", async () => {
  const pooled = { Birch: 87.5, Aston: 25, Dene: 60 };
  expect(await scoresOf(book())).toEqual(pooled);
  expect(await scoresOf(book([["base year", "pooled"]]))).toEqual(pooled);
  expect(await scoresOf(book([["基准年份", "合并"]]))).toEqual(pooled);
  expect(await scoresOf(book([["base year", "own"]]))).toEqual({ Birch: 87.5, Aston: 18.75, Dene: 50 });
  // 2020: Speed 0–50, Waste 20–40.
  expect(await scoresOf(book([["base year", 2020]]))).toEqual({ Birch: 175, Aston: 50, Dene: 120 });
  expect(await scoresOf(book([["year", 2020], ["base year", 2020]]))).toEqual({ Aston: 0, Birch: 75, Cole: 80 }); // prettier-ignore
});

test("the Scores sheet says what changed since the year before", async () => {
  const made = book();
  const workbook = bookWorkbook(made);
  const { result } = await scoreWorkbook(workbook, options);
  const change = result!.change!;
  expect([change.from, [...change.score], [...change.rank]]).toEqual(["2020", [50, 25, NaN], [1, 0, 0]]);
  const read = await workbook.read();
  const sheet = read.ok ? read.value.find((each) => each.mark?.kind === "scores")! : null!;
  const head = sheet.rows.findIndex((row) => row.includes("Change since 2020"));
  const column = sheet.rows[head].indexOf("Change since 2020");
  expect(sheet.rows[head][column + 1]).toBe("Places gained since 2020");
  const name = sheet.rows[head].indexOf("Unit");
  const shown = sheet.rows.slice(head + 1, head + 4).map((row) => [row[name], row[column], row[column + 1]]);
  expect(shown).toEqual([["Birch", 50, 1], ["Dene", "–", "–"], ["Aston", 25, 0]]); // prettier-ignore
});

test("one sheet a year is read like a Year column", async () => {
  const of = (year: number) => [
    ["Name", "Speed", "Waste"],
    ...rows.filter((row) => row[1] === year).map(([name, , speed, waste]) => [name, speed, waste]),
  ];
  const made = book([], { "2020": of(2020), "2021": of(2021) });
  expect(await scoresOf(made)).toEqual({ Birch: 87.5, Aston: 25, Dene: 60 });
});

test("what is found in another year's cells is told once, at its cell", async () => {
  const { issues } = await checkWorkbook(bookWorkbook(book()), options);
  const repaired = issues.filter((each) => each.code === "data.text-number-read");
  expect(repaired).toMatchObject([{ at: { sheet: "Data", top: 2, left: 3 }, about: { indicator: 1 } }]);
  expect(repaired[0].about.unit).toBeUndefined();
});

test("a base year that the data lack is said at its cell, and all years make the scale", async () => {
  const made = book([["base year", 1999]]);
  const { issues } = await checkWorkbook(bookWorkbook(made), options);
  expect(issues.find((each) => each.code === "data.no-year")).toMatchObject({
    params: { year: "1999", known: "pooled, own, 2020, 2021" },
    at: { sheet: "Settings", top: 1, left: 1 },
  });
  expect(await scoresOf(made)).toEqual({ Birch: 87.5, Aston: 25, Dene: 60 });
});

test("missing values are filled from the year before", async () => {
  const gap = rows.map((row) => (row[0] === "Aston" && row[1] === 2021 ? ["Aston", 2021, null, 40] : row));
  const made = book(
    [
      ["imputation", "latest"],
      ["availability", 0],
    ],
    { Data: [header, ...gap] },
  );
  expect((await scoresOf(made)).Aston).toBe(0);
});

test("data of one year make no panel, and change nothing", async () => {
  const made = book([], { Data: [header, ...rows.filter((row) => row[1] === 2021)] });
  const { panel, year, issues } = await reading(made);
  expect([panel, year]).toEqual([[], "2021"]);
  const { result } = await scoreWorkbook(bookWorkbook(made), options);
  expect([result!.change, issues.filter((each) => each.severity !== "note")]).toEqual([null, []]);
  expect(result!.score[1]).toBe(18.75);
});

test("another scale makes the results out of date; a word for the same scale does not", async () => {
  const of = async (value: string) => (await reading(book([["base year", value]]))).fingerprint;
  expect(await of("合并")).toBe(await of("pooled"));
  expect(await of("own")).not.toBe(await of("pooled"));
  expect((await reading(book())).fingerprint).toBe(await of("pooled"));
});
