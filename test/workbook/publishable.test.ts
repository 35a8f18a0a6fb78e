import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Locale } from "../../src/base/label";
import { readXlsx } from "../../src/hosts/xlsx/read-xlsx";
import { bookWorkbook } from "../../src/hosts/xlsx/xlsx-workbook";
import { scoreWorkbook } from "../../src/tasks/index";
import {
  isFormula,
  type CellStyle,
  type DocumentChart,
  type SheetDocument,
} from "../../src/workbook/document";
import { chartLook, colours, seriesColours, tierFills, tierInks } from "../../src/workbook/write/look";

async function documentsOf(sample: string, locale: Locale): Promise<readonly SheetDocument[]> {
  const opened = readXlsx(readFileSync(join(__dirname, `../../assets/samples/${sample}.xlsx`)));
  if (!opened.ok) throw new Error("the sample does not open");
  const workbook = bookWorkbook(opened.value);
  let written: readonly SheetDocument[] = [];
  await scoreWorkbook(
    {
      ...workbook,
      write: (documents, options) => {
        written = [...written, ...documents];
        return workbook.write(documents, options);
      },
    },
    { locale, now: "2026-01-01T00:00:00Z" },
  );
  return written;
}

/** Contrast of two colours, 1 to 21: WCAG 2.2, relative luminance and contrast ratio. */
function contrast(one: string, other: string): number {
  const luminance = (colour: string) => {
    const [r, g, b] = [1, 3, 5]
      .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** The style of every cell that has one, later areas over earlier ones. */
function stylesOf({ rows, styles }: SheetDocument): (CellStyle | undefined)[][] {
  const cells: (CellStyle | undefined)[][] = rows.map(() => []);
  for (const { top, left, bottom, right, style } of styles)
    for (let row = top; row <= Math.min(bottom, rows.length - 1); row += 1)
      for (let column = left; column <= right; column += 1)
        cells[row][column] = { ...cells[row][column], ...style };
  return cells;
}
const isEmpty = (cell: SheetDocument["rows"][number][number] | undefined) =>
  cell === null || cell === undefined || (isFormula(cell) && cell.value === "");

const samples = ["hdi-2025", "asem", "city-governance"];
describe.each(
  samples.flatMap((sample) => (["en", "zh-CN"] as const).map((locale) => [sample, locale] as const)),
)("%s in %s", (sample, locale) => {
  let documents: readonly SheetDocument[] = [];
  beforeAll(async () => {
    documents = await documentsOf(sample, locale);
  });

  test("every sheet has one heading in A1, a name of its own, and a way to be printed", () => {
    expect(documents.length).toBeGreaterThanOrEqual(10);
    expect(new Set(documents.map(({ rows }) => rows[0][0])).size).toBe(documents.length);
    for (const document of documents) {
      const { name, rows, print, columns, freeze } = document;
      expect([name, typeof rows[0][0]]).toEqual([name, "string"]);
      expect(rows[0].slice(1).every(isEmpty)).toBe(true);
      expect(
        Math.max(
          ...document.styles.filter(({ top, left }) => top || left).map(({ style }) => style.size ?? 0),
        ),
      ).toBeLessThan(15);
      expect(print.titleTop).toBeGreaterThanOrEqual(0);
      expect(print.titleBottom).toBeLessThan(rows.length);
      // Columns that only tables below the print area have take no paper.
      const printed = columns.slice(0, (print.area?.right ?? columns.length) + 1);
      const wide = printed.filter(({ hidden }) => !hidden).reduce((sum, { width }) => sum + width, 0);
      expect([name, wide / print.pagesWide <= 290]).toEqual([name, true]);
      expect([name, freeze.rows > 0]).toEqual([name, true]);
    }
  });

  test("tables have headers, all different, and cells stand in rows of the same length", () => {
    for (const { name, rows, tables } of documents) {
      expect([name, new Set(rows.map((row) => row.length)).size]).toEqual([name, 1]);
      for (const table of tables) {
        const headers = rows[table.top]
          .slice(table.left, table.right + 1)
          .map((cell) => String(cell ?? "").toLowerCase());
        expect([name, table.name, headers.filter((header) => header.trim() === "")]).toEqual([
          name,
          table.name,
          [],
        ]);
        expect(new Set(headers).size).toBe(headers.length);
      }
    }
  });

  test("every chart says what it shows, and hides no cell", () => {
    const charts = documents.flatMap((document) => document.charts.map((chart) => ({ document, chart })));
    expect(charts.length).toBeGreaterThanOrEqual(6);
    const kinds = new Set(documents.map(({ kind }) => kind));
    for (const { document, chart } of charts) {
      const { title, description, place, series } = chart;
      expect([chart.name, title.length > 8, description.length > 20]).toEqual([chart.name, true, true]);
      expect([title, description].some((text) => /[{}]/.test(text))).toBe(false);
      if (locale === "zh-CN") expect(/[\u4e00-\u9fff]/.test(description)).toBe(true);
      const hidden = document.rows
        .slice(place.top, place.bottom + 1)
        .flatMap((row) => row.slice(place.left, place.right + 1).filter((cell) => !isEmpty(cell)));
      expect([chart.name, hidden]).toEqual([chart.name, []]);
      for (const other of document.charts)
        expect([chart.name, overlaps(chart, other)]).toEqual([chart.name, false]);
      for (const { values, against } of series) {
        const size = ({ top, left, bottom, right }: typeof values) => (bottom - top + 1) * (right - left + 1);
        expect(size(values)).toBe(size(against));
        expect(values.kind === undefined || kinds.has(values.kind)).toBe(true);
        const source = values.kind ? documents.find(({ kind }) => kind === values.kind)! : document;
        const numbers = source.rows
          .slice(values.top, values.bottom + 1)
          .flatMap((row) =>
            row
              .slice(values.left, values.right + 1)
              .map((cell) => (cell && isFormula(cell) ? cell.value : cell)),
          );
        expect([chart.name, numbers.some((cell) => typeof cell === "number")]).toEqual([chart.name, true]);
      }
      if (["bar", "column"].includes(chart.kind) && series.every(({ values }) => values.kind === undefined)) {
        const least = Math.min(
          ...series.flatMap(({ values }) =>
            document.rows.slice(values.top, values.bottom + 1).map((row) => {
              const cell = row[values.left];
              const value = cell && isFormula(cell) ? cell.value : cell;
              return typeof value === "number" ? value : 0;
            }),
          ),
        );
        // Bars that can fall below zero, such as differences, stand on it by themselves.
        if (least >= 0 && document.kind !== "profile")
          expect([chart.name, chart.valueAxis.min]).toEqual([chart.name, 0]);
      }
    }
  });

  test("letters stand out from what they stand on", () => {
    const weak = new Set<string>();
    const check = (name: string, letters: string, ground: string) => {
      if (contrast(letters, ground) < 4.5) weak.add(`${name}: ${letters} on ${ground}`);
    };
    for (const document of documents) {
      stylesOf(document).forEach((cells, row) =>
        cells.forEach((style, column) => {
          if (style && !isEmpty(document.rows[row][column]))
            check(document.name, style.colour ?? "#000000", style.fill ?? "#FFFFFF");
        }),
      );
      for (const format of document.conditionalFormats) {
        if (format.kind === "text-is") check(document.name, format.colour, format.fill);
        if (format.kind === "data-bar") check(document.name, "#000000", format.colour);
        if (format.kind === "colour-scale") {
          check(document.name, "#000000", format.low);
          check(document.name, "#000000", format.high);
        }
      }
    }
    expect([...weak]).toEqual([]);
  });
});

function overlaps(one: DocumentChart, other: DocumentChart): boolean {
  if (one === other) return false;
  const { place: a } = one;
  const { place: b } = other;
  return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;
}

/** How a colour looks to those who lack one kind of cone: Viénot, Brettel & Mollon (1999), for red and for green. */
function asSeenBy(colour: string, kind: "protan" | "deutan"): readonly number[] {
  const [r, g, b] = [1, 3, 5].map((at) => (parseInt(colour.slice(at, at + 2), 16) / 255) ** 2.2);
  const [long, middle, short] = [
    17.8824 * r + 43.5161 * g + 4.11935 * b,
    3.45565 * r + 27.1554 * g + 3.86714 * b,
    0.0299566 * r + 0.184309 * g + 1.46709 * b,
  ];
  const [l, m] =
    kind === "protan"
      ? [2.02344 * middle - 2.52581 * short, middle]
      : [long, 0.494207 * long + 1.24827 * short];
  const linear = [
    0.0809444479 * l - 0.130504409 * m + 0.116721066 * short,
    -0.0102485335 * l + 0.0540193266 * m - 0.113614708 * short,
    -0.000365296938 * l - 0.00412161469 * m + 0.693511405 * short,
  ];
  return linear.map((value) => Math.min(1, Math.max(0, value)) ** (1 / 2.2) * 255);
}

test("series and tiers are told apart by eyes that see no red, or no green", () => {
  const apart = (one: readonly number[], other: readonly number[]) =>
    Math.hypot(...one.map((value, i) => value - other[i]));
  const rgb = (colour: string) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  const near: string[] = [];
  const scales: [string, readonly string[], number][] = [
    ["series", seriesColours.slice(0, 4), 40],
    ["inks", tierInks(3), 40],
    ["inks", tierInks(4), 25],
    ["fills", tierFills(3), 20],
    ["reference", [seriesColours[0], chartLook.reference], 60],
  ];
  for (const [name, list, least] of scales) {
    list.forEach((one, i) =>
      list.slice(i + 1).forEach((other) => {
        const distances = [
          apart(rgb(one), rgb(other)),
          apart(asSeenBy(one, "protan"), asSeenBy(other, "protan")),
          apart(asSeenBy(one, "deutan"), asSeenBy(other, "deutan")),
        ];
        if (Math.min(...distances) < least)
          near.push(`${name}: ${one} and ${other} ${Math.min(...distances).toFixed(0)}`);
      }),
    );
  }
  expect(near).toEqual([]);
  expect(contrast(colours.onHeader, colours.header)).toBeGreaterThan(4.5);
});
