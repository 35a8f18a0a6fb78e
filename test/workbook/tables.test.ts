import type { Cell } from "../../src/base/table";
import type { SheetContent } from "../../src/workbook/port";
import { readWorkbook } from "../../src/workbook/read/read-workbook";

const _ = null;
function sheet(name: string, rows: Cell[][], more: Partial<SheetContent> = {}): SheetContent {
  const width = Math.max(...rows.map((row) => row.length));
  const square = rows.map((row) => [...row, ...Array<Cell>(width - row.length).fill(null)]);
  return { sheet: name, top: 0, left: 0, rows: square, merges: [], hiddenRows: [], mark: null, ...more };
}
const framework = sheet("Indicators", [["Code", "Name", "Parent", "Unit"], ["a", "GDP", _, "亿元"], ["b", "Schools", _], ["c", "Air days", _]]); // prettier-ignore
function read(...data: SheetContent[]) {
  const { study, issues } = readWorkbook([framework, ...data], "en");
  const n = study?.units.length ?? 0;
  return {
    units: study?.units.map(({ name }) => name),
    rows: study?.units.map((__, i) => [0, 1, 2].map((j) => study.values[j * n + i])),
    groups: study?.groups.map(({ name, labels }) => [name, ...labels]),
    found: issues
      .filter(({ code }) => !["data.missing", "data.extra-column", "indicator.no-column"].includes(code))
      .map(({ severity, code, at }) => `${severity} ${code} ${at?.top},${at?.left}`),
  };
}
const clean = { units: ["A", "B", "C"], rows: [[1, 2, 3], [4, 5, 6], [7, 8, 9]] }; // prettier-ignore
const body: Cell[][] = [["A", 1, 2, 3], ["B", 4, 5, 6], ["C", 7, 8, 9]]; // prettier-ignore

test("titles above, units of measure below the header, columns' numbers, notes without a keyword", () => {
  const data = sheet("Data", [
    ["Table 3. Cities of the province", _, _, _],
    [_, _, "2024", _],
    ["City", "GDP", "Schools", "Air days"],
    [_, "亿元", "所", "天"],
    ["甲", 1, 2, 3],
    ...body,
    [],
    ["Collected by the statistical office.", _, _, _],
    ["a) provisional", _, _, _],
  ]);
  expect(read(data)).toMatchObject({ ...clean, found: ["note data.repeated-header 4,0"] });
});

test("a header of several rows: merged over columns, joined, with line breaks, in two languages", () => {
  const tree = sheet("Indicators", [["Name", "Parent"], ["Life expectancy Female", _], ["Life expectancy Male", _], ["Rate 比率", _]]); // prettier-ignore
  const data = sheet(
    "Data",
    [["Country", "Life\nexpectancy", _, "Rate"], [_, "Female", "Male", "比率"], ...body],
    { merges: [{ top: 0, bottom: 0, left: 1, right: 2 }] },
  );
  const { study, issues } = readWorkbook([tree, data], "en");
  expect(issues).toEqual([]);
  expect([...study!.values]).toEqual([1, 4, 7, 2, 5, 8, 3, 6, 9]);
});

test("a cell that heads several columns is nobody's name", () => {
  const data = sheet("Data", [["City", "GDP", _, "Schools", "Air days"], [_, "urban", "rural", "2024", "2024"], ["A", 1, 1, 2, 3], ["B", 2, 4, 5, 6]]); // prettier-ignore
  const { rows } = read(data);
  expect(rows!.map((row) => row[0])).toEqual([NaN, NaN]);
});

test("the same header again on every page, with its title", () => {
  const data = sheet("Data", [
    ["City", "GDP", "Schools", "Air days"],
    body[0],
    ["注：本页", _, _, _],
    ["续表", _, _, _],
    ["City", "GDP", "Schools", "Air days"],
    body[1],
    body[2],
  ]);
  expect(read(data)).toMatchObject({ ...clean, found: ["note data.repeated-header 2,0"] });
});

test("totals, averages, regions and headings are kept apart and listed", () => {
  const data = sheet(
    "Data",
    [
      ["City", "GDP", "Schools", "Air days", _],
      ["全国", 12, 15, 18],
      ["东部地区：", _, _, _],
      body[0],
      body[1],
      ["东部小计", 5, 7, 9],
      ["西部地区", _, _, _],
      body[2],
      ["Average", 4, 5, 6],
    ],
    { merges: [{ top: 6, bottom: 6, left: 0, right: 3 }] },
  );
  expect(read(data)).toMatchObject({
    ...clean,
    found: [
      "note data.heading-row 2,0",
      "note data.heading-row 6,0",
      "note data.total-row 1,0",
      "note data.total-row 5,0",
      "note data.total-row 8,0",
    ],
  });
});

test("regions are units where there is nothing else", () => {
  const rows: Cell[][] = [["东部", 1, 2, 3], ["中部", 4, 5, 6], ["西部", 7, 8, 9]]; // prettier-ignore
  const { units, found } = read(sheet("Data", [["地区", "GDP", "Schools", "Air days"], ...rows]));
  expect([units, found]).toEqual([["东部", "中部", "西部"], []]);
});

test("columns of footnote letters, merged groups, hidden rows, codes with leading zeros", () => {
  const data = sheet(
    "Data",
    [
      ["Code", "City", "Province", "GDP", _, "Schools", "z", "Air days"],
      ["010", "A", "East", 1, "a", 2, _, 3],
      ["020", "B", _, 4, _, 5, "c, d", 6],
      ["030", "C", "West", 7, "b", 8, "e", 9],
    ],
    { merges: [{ top: 1, bottom: 2, left: 2, right: 2 }], hiddenRows: [2] },
  );
  const reading = read(data);
  expect(reading).toMatchObject({ ...clean, groups: [["Province", "East", "West"]] });
  expect(reading.found).toEqual(["note data.hidden-rows 2,1"]);
});

test("a header with its unit, year or note mark is matched when it is the only one, and listed", () => {
  const data = sheet("Data", [["City", "GDP（亿元）1/", "Schools¹", "air  DAYS (2024)*"], ...body]);
  expect(read(data)).toMatchObject({
    ...clean,
    found: ["note data.header-matched 0,2", "note data.header-matched 0,1", "note data.header-matched 0,3"],
  });
  const two = sheet("Data", [
    ["City", "GDP (urban)", "GDP (rural)", "Schools", "Air days"],
    ["A", 1, 1, 2, 3],
  ]);
  expect(read(two).found).toEqual(["error data.header-ambiguous 0,1"]);
});

test("a long list, with years, in any order; two values for one are refused", () => {
  const list = (more: Cell[][] = []) =>
    sheet("Data", [
      ["Everything in one list", _, _, _],
      ["City", "Indicator", "Year", "Value"],
      ["A", "GDP", 2023, 99],
      ["A", "GDP", 2024, 1],
      ["B", "b", 2024, 5],
      ["A", "Schools", 2024, 2],
      ["B", "GDP", 2024, "4"],
      ["A", "Air days", 2024, 3],
      ["B", "Air days", 2024, 6],
      ["A", "Rain", 2024, 600],
      ...more,
    ]);
  expect(read(list())).toMatchObject({
    units: ["A", "B"],
    rows: [[1, 2, 3], [4, 5, 6]],
    found: ["note data.text-number-read 6,3"],
  }); // prettier-ignore
  const twice = read(list([["A", "GDP", 2024, 1], ["B", "GDP", 2024, 40]])); // prettier-ignore
  expect(twice.rows).toEqual([[1, 2, 3], [NaN, 5, 6]]); // prettier-ignore
  expect(twice.found).toEqual(["error data.duplicate-value 11,3"]);
});

test("units under a header that no word tells, or that is blank, are found by their look; the settings may name another", () => {
  const rows: Cell[][] = [[_, "公司", "GDP", "Schools", "Air days"], ["x1", "A", 1, 2, 3], ["x2", "B", 4, 5, 6], ["x3", "C", 7, 8, 9]]; // prettier-ignore
  expect(read(sheet("Data", rows))).toMatchObject({ units: ["x1", "x2", "x3"], found: ["note data.unit-column 0,0"] }); // prettier-ignore
  const settings = (value: string) => sheet("Settings", [["Setting", "Value"], ["Unit column", value]]); // prettier-ignore
  expect(read(sheet("Data", rows), settings("公司"))).toMatchObject({ ...clean, found: [] });
  expect(read(sheet("Data", rows), settings("B"))).toMatchObject({ ...clean, found: [] });
});

test("a first row of years is data when nothing says otherwise", () => {
  const data = sheet("Data", [[_, "GDP", "Schools", "Air days"], ["A", 2001, 2002, 2003], ["B", 1, 2, 3]]); // prettier-ignore
  expect(read(data)).toMatchObject({ units: ["A", "B"], rows: [[2001, 2002, 2003], [1, 2, 3]] }); // prettier-ignore
});
