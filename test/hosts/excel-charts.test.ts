import { excelWorkbook } from "../../src/hosts/excel/excel-workbook";
import {
  addSheet,
  findSheet,
  newBook,
  type Book,
  type BookChart,
  type BookFilter,
} from "../../src/hosts/xlsx/book";
import { readXlsx } from "../../src/hosts/xlsx/read-xlsx";
import { writeXlsx } from "../../src/hosts/xlsx/write-xlsx";
import { bookWorkbook } from "../../src/hosts/xlsx/xlsx-workbook";
import type { Level } from "../../src/workbench/wire/requirements";
import { chartDocument } from "./chart-document";
import { openSession } from "./excel-session";

function emptyBook(): Book {
  const book = newBook();
  addSheet(book, "Data");
  return book;
}
const chartsOn = (book: Book) => findSheet(book, "Scores")!.charts;
/** What both hosts say alike: Office.js has no words for a description and none for the colours of stock charts. */
const drawn = ({ id: _, changed: _changed, part: _part, description: _description, ...chart }: BookChart) =>
  JSON.parse(
    JSON.stringify(chart, (key, value: unknown) => {
      if (key === "colour" && ["interval", "box"].includes(chart.kind)) return undefined;
      return typeof value === "string" && /^#[0-9a-f]{6}$/i.test(value) ? value.toLowerCase() : value;
    }),
  ) as object;

async function fromFile(rows = 5): Promise<BookChart[]> {
  const book = emptyBook();
  await bookWorkbook(book).write([chartDocument(rows)], { fingerprint: "f" });
  return chartsOn(book);
}
const write = (rows: number) => excelWorkbook().write([chartDocument(rows)], { fingerprint: "f" });

test.each<Level>(["1.9", "2021", "web"])("an Excel of level %s draws what a file holds", async (level) => {
  const book = emptyBook();
  openSession(book, level);
  expect(await write(5)).toMatchObject({ ok: true, issues: [] });
  expect(chartsOn(book).map(drawn)).toEqual((await fromFile()).map(drawn));
});

test("Excel 2019 draws them without number formats on labels and axes", async () => {
  const book = emptyBook();
  openSession(book, "2019");
  expect(await write(5)).toMatchObject({ ok: true, issues: [] });
  const [bar] = chartsOn(book);
  expect(bar).toMatchObject({ labels: "General", valueAxis: { max: 100 }, categoryAxis: { reversed: true } });
  expect(chartsOn(book)).toHaveLength(7);
});

test("a second run takes the new cells and keeps what the user made of the charts", async () => {
  const book = emptyBook();
  openSession(book, "web");
  await write(5);
  const sheet = findSheet(book, "Scores")!;
  const column = sheet.charts.find(({ kind }) => kind === "column")!;
  column.series[1].colour = "#aa0011";
  column.valueAxis = { title: "My own" };
  column.from = { row: 40, column: 9, right: 0, down: 0 };
  sheet.charts.push({ ...sheet.charts[0], id: "{own}", name: "Chart 7" });
  // What the user deletes comes again; what the user made another type of is made anew.
  sheet.charts = sheet.charts.filter(({ kind }) => kind !== "radar");
  sheet.charts.find(({ kind }) => kind === "line")!.kind = "column";
  expect(await write(5)).toMatchObject({ ok: true, issues: [] });
  const after = (kind: string) => sheet.charts.find(({ name }) => name === `Scorebook ${kind}`)!;
  expect(after("column")).toMatchObject({ valueAxis: { title: "My own" }, from: { row: 40, column: 9 } });
  expect(after("column").series[1]).toMatchObject({ colour: "#aa0011", values: "Scores!$D$4:$D$8" });
  expect(after("radar").kind).toBe("radar");
  expect(after("line").kind).toBe("line");
  expect(sheet.charts.map(({ name }) => name)).toContain("Chart 7");
  await write(8);
  expect(after("column").series[1]).toMatchObject({ colour: "#aa0011", values: "Scores!$D$4:$D$11" });
  expect(after("column").from).toEqual({ row: 26, column: 0, right: 0, down: 0 });
  expect(sheet.charts).toHaveLength(8);
});

test("the sheets are there whatever becomes of the charts", async () => {
  const book = emptyBook();
  const session = openSession(book, "web");
  await write(5);
  session.resetTraffic();
  await write(6);
  // The last request draws.
  const drawing = session.traffic.requests;
  session.resetTraffic();
  session.setFaults([{ request: drawing, after: 3, code: "InvalidArgument", message: "no" }]);
  const outcome = await write(7);
  expect(outcome).toMatchObject({ ok: true, issues: [{ code: "write.charts", severity: "warning" }] });
  expect(findSheet(book, "Scores")!.values[9].slice(0, 3)).toEqual([7, "Unit 7", 88]);
});

test("what the workbench draws is saved and opened again", async () => {
  const book = emptyBook();
  openSession(book, "web");
  await write(5);
  const again = readXlsx(writeXlsx(book));
  expect(again.ok && chartsOn(again.value).map(drawn)).toEqual(chartsOn(book).map(drawn));
});

test("charts cost one request more", async () => {
  const plain = openSession(emptyBook(), "web");
  await excelWorkbook().write([{ ...chartDocument(5), charts: [] }], { fingerprint: "f" });
  const without = plain.requests.length;
  const session = openSession(emptyBook(), "web");
  await write(5);
  expect(session.requests.length).toBe(without + 1);
});

test.each<[string, string, Excel.FilterCriteria, BookFilter, number[]]>([
  [
    "texts",
    "Unit",
    { filterOn: "Values", values: ["Unit 2", "Unit 5"] },
    { kind: "texts", texts: ["Unit 2", "Unit 5"] },
    [3, 5, 6],
  ],
  [
    "patterns",
    "Unit",
    { filterOn: "Custom", criterion1: "<>*2", criterion2: "<>Unit 5", operator: "And" },
    {
      kind: "conditions",
      every: true,
      conditions: [
        { operator: "<>", value: "*2" },
        { operator: "<>", value: "Unit 5" },
      ],
    },
    [4, 7],
  ],
  [
    "a bound",
    "Score",
    { filterOn: "Custom", criterion1: ">=89" },
    { kind: "conditions", every: true, conditions: [{ operator: ">=", value: "89" }] },
    [7],
  ],
  [
    "the greatest",
    "Score",
    { filterOn: "TopItems", criterion1: "2" },
    { kind: "extremes", greatest: true, percent: false, count: 2 },
    [5, 6, 7],
  ],
  [
    "the least percent",
    "Score",
    { filterOn: "BottomPercent", criterion1: "40" },
    { kind: "extremes", greatest: false, percent: true, count: 40 },
    [3, 4, 5],
  ],
])(
  "a filter by %s and widths that the user set stay through a second run, in Excel and in a file",
  async (_by, column, criteria, filter, hidden) => {
    const filtersIn = (book: Book) => [...(findSheet(book, "Scores")!.tables[0].filters ?? [])];
    const hiddenIn = (book: Book) =>
      [...findSheet(book, "Scores")!.rows].filter(([, { hidden }]) => hidden).map(([row]) => row);
    const excel = emptyBook();
    openSession(excel, "web");
    await write(5);
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Scores");
      sheet.tables.getItem("Scores").columns.getItem(column).filter.apply(criteria);
      sheet.getRange("B1").format.columnWidth = 200;
      await context.sync();
    });
    const width = findSheet(excel, "Scores")!.columns.get(1)!.width;
    const saved = readXlsx(writeXlsx(excel));
    if (!saved.ok) throw new Error("the workbench saved nothing that can be read");
    expect(await write(5)).toMatchObject({ ok: true, issues: [] });
    await bookWorkbook(saved.value).write([chartDocument(5)], { fingerprint: "f" });
    for (const book of [excel, saved.value]) {
      expect(filtersIn(book)).toEqual([[column === "Unit" ? 1 : 2, filter]]);
      expect(hiddenIn(book)).toEqual(hidden);
      expect(findSheet(book, "Scores")!.columns.get(1)!.width).toBeCloseTo(width!, 0);
    }
  },
);

test("a filter that Excel does not set again is told, and everything else is there", async () => {
  const book = emptyBook();
  const session = openSession(book, "web");
  await write(5);
  await Excel.run(async (context) => {
    const { columns } = context.workbook.worksheets.getItem("Scores").tables.getItem("Scores");
    columns.getItem("Score").filter.apply({ filterOn: "Custom", criterion1: ">=89" });
    await context.sync();
  });
  session.resetTraffic();
  await write(6);
  // The last request draws, the one before it sets filters.
  session.setFaults([
    { request: session.traffic.requests - 1, after: 0, code: "InvalidArgument", message: "no" },
  ]);
  session.resetTraffic();
  const outcome = await write(7);
  expect(outcome).toMatchObject({ ok: true, issues: [{ code: "write.filters", severity: "warning" }] });
  expect(findSheet(book, "Scores")!.values[9].slice(0, 3)).toEqual([7, "Unit 7", 88]);
  expect(chartsOn(book)).not.toHaveLength(0);
});

test("when nobody says what stands on our sheets, old charts are left and the figures are new", async () => {
  const book = emptyBook();
  const session = openSession(book, "web");
  await write(5);
  for (let request = 1; request <= 6; request += 1) {
    session.resetTraffic();
    session.setFaults([{ request, after: 0, code: "InvalidOperation", message: "no" }]);
    const outcome = await write(5);
    if (!outcome.issues.some(({ code }) => code === "write.charts")) continue;
    expect(outcome.ok).toBe(true);
    expect(chartsOn(book)).toHaveLength(7);
    return;
  }
  throw new Error("no request asked what stands on our sheets");
});
