import { readFileSync } from "node:fs";
import path from "node:path";
import type { Locale } from "../../src/base/label";
import { readXlsx } from "../../src/hosts/xlsx/read-xlsx";
import { bookWorkbook } from "../../src/hosts/xlsx/xlsx-workbook";
import { writeXlsx } from "../../src/hosts/xlsx/write-xlsx";
import { valueAt, type Book, type BookSheet, type BookTable } from "../../src/hosts/xlsx/book";
import { scoreWorkbook } from "../../src/tasks/index";

/** What a written workbook is like: its structure, and enough of its numbers that none changes unseen. */
export interface Golden {
  readonly sheets: readonly GoldenSheet[];
}

interface GoldenSheet {
  readonly name: string;
  readonly heading: string;
  readonly tables: readonly GoldenTable[];
  readonly formulas: number;
  readonly links: number;
  readonly conditionalFormats: readonly string[];
  readonly charts: readonly string[];
  readonly freeze: readonly [rows: number, columns: number];
}

interface GoldenTable {
  readonly name: string;
  readonly rows: number;
  readonly columns: readonly GoldenColumn[];
}

/** A column's header, how many numbers and texts it holds, and the numbers' sum weighted by their place, so that order counts. */
type GoldenColumn = readonly [header: string, numbers: number, texts: number, sum: number];

export const goldenCases: readonly (readonly [sample: string, locale: Locale])[] = [
  ["hdi-2025", "en"],
  ["hdi-2025", "zh-CN"],
  ["asem", "en"],
  ["asem", "zh-CN"],
  ["city-governance", "en"],
  ["city-governance", "zh-CN"],
];

export const goldenFile = (sample: string, locale: Locale) =>
  path.join(__dirname, "golden", `${sample}.${locale}.json`);

/** Scores a sample with everything that can be asked for, through a file, and says what came out. */
export async function goldenOf(sample: string, locale: Locale): Promise<Golden> {
  const book = open(readFileSync(path.join(__dirname, "../../assets/samples", `${sample}.xlsx`)));
  const users = new Set(book.sheets.map(({ name }) => name));
  const report = await scoreWorkbook(bookWorkbook(book), {
    locale,
    now: "2026-01-01T00:00:00Z",
    robustness: { runs: 20, seed: 1 },
  });
  if (report.outcome !== "scored") throw new Error(`${sample} is not scored`);
  const written = open(writeXlsx(book));
  return { sheets: written.sheets.filter(({ name }) => !users.has(name)).map(sheetOf) };
}

function open(bytes: Uint8Array): Book {
  const opened = readXlsx(bytes);
  if (!opened.ok) throw new Error("the workbook does not open");
  return opened.value;
}

function sheetOf(sheet: BookSheet): GoldenSheet {
  return {
    name: sheet.name,
    heading: String(valueAt(sheet, 0, 0)),
    tables: sheet.tables.map((table) => tableOf(sheet, table)),
    formulas: sheet.formulas.size,
    links: sheet.links.length,
    conditionalFormats: sheet.conditionalFormats.map(({ kind }) => kind),
    charts: sheet.charts.map(({ name, title }) => `${name}: ${title}`),
    freeze: [sheet.freeze.rows, sheet.freeze.columns],
  };
}

function tableOf(sheet: BookSheet, { name, top, bottom, left, right }: BookTable): GoldenTable {
  const columns: GoldenColumn[] = [];
  for (let column = left; column <= right; column += 1) {
    let [numbers, texts, sum] = [0, 0, 0];
    for (let row = top + 1; row <= bottom; row += 1) {
      const value = valueAt(sheet, row, column);
      if (typeof value === "number") {
        numbers += 1;
        sum += value * (1 + ((row - top) % 7));
      } else if (value !== null && value !== "") texts += 1;
    }
    columns.push([String(valueAt(sheet, top, column)), numbers, texts, Number(sum.toPrecision(9))]);
  }
  return { name, rows: bottom - top, columns };
}
