import type { Cell } from "../../src/base/table";
import type { SheetContent } from "../../src/workbook/port";
import { readWorkbook } from "../../src/workbook/read/read-workbook";
import { yearInHeader, yearOfCell } from "../../src/workbook/read/year-header";

const _ = null;
function sheet(name: string, rows: Cell[][], more: Partial<SheetContent> = {}): SheetContent {
  const width = Math.max(...rows.map((row) => row.length));
  const square = rows.map((row) => [...row, ...Array<Cell>(width - row.length).fill(null)]);
  return { sheet: name, top: 0, left: 0, rows: square, merges: [], hiddenRows: [], mark: null, ...more };
}
const tree = (...names: string[]) => sheet("Indicators", [["Name", "Parent"], ...names.map((name): Cell[] => [name, _])]); // prettier-ignore

/** Per year and indicator the units' values. */
function panelOf(...sheets: SheetContent[]) {
  const reading = readWorkbook(sheets, "en");
  const values = Object.fromEntries(
    reading.panel.map(({ year, study }) => [
      year,
      study.indicators.map((__, j) => [...study.values.subarray(j * study.units.length, (j + 1) * study.units.length)]), // prettier-ignore
    ]),
  );
  const codes = reading.issues.filter(({ severity }) => severity !== "note").map(({ code }) => code);
  return { values, codes, units: reading.study?.units.map(({ name }) => name), reading };
}
const expected = {
  units: ["A", "B"],
  codes: [],
  values: { "2019": [[1, 4], [7, 10]], "2020": [[2, 5], [8, 11]], "2021": [[3, 6], [9, 12]] },
}; // prettier-ignore

test.each<[string, Cell[][], SheetContent["merges"]]>([
  [
    "behind the name",
    [["City", "GDP 2019", "GDP 2020", "GDP 2021", "Jobs 2019", "Jobs_2020", "Jobs-2021"]],
    [],
  ],
  [
    "before it, as Chinese tables have it",
    [["City", "2019年GDP", "2020年GDP", "2021年GDP", "2019年Jobs", "2020年Jobs", "2021 Jobs"]],
    [],
  ],
  [
    "in brackets",
    [
      [
        "City",
        "GDP（2019年）",
        "GDP（2020年）",
        "GDP（2021年）",
        "Jobs (2019)",
        "Jobs (2020)",
        "Jobs (2021)",
      ],
    ],
    [],
  ],
  [
    "below the name",
    [
      ["City", "GDP", _, _, "Jobs", _, _],
      [_, 2019, 2020, 2021, "2019年", "2020年", "2021年"],
    ],
    [
      { top: 0, bottom: 0, left: 1, right: 3 },
      { top: 0, bottom: 0, left: 4, right: 6 },
    ],
  ],
  [
    "above the name",
    [
      ["City", 2019, _, 2020, _, 2021, _],
      [_, "GDP", "Jobs", "GDP", "Jobs", "GDP", "Jobs"],
    ],
    [],
  ],
])("years stand %s", (where, header, merges) => {
  const body: Cell[][] = where.startsWith("above") ? [["A", 1, 7, 2, 8, 3, 9], ["B", 4, 10, 5, 11, 6, 12]] : [["A", 1, 2, 3, 7, 8, 9], ["B", 4, 5, 6, 10, 11, 12]]; // prettier-ignore
  const read = panelOf(tree("GDP", "Jobs"), sheet("Data", [...header, ...body], { merges }));
  expect(read).toMatchObject(expected);
});

test("a sheet an indicator, columns headed by nothing but years", () => {
  const gdp = sheet("GDP", [["City", 2019, 2020, 2021], ["A", 1, 2, 3], ["B", 4, 5, 6]]); // prettier-ignore
  const jobs = sheet("Sheet3", [["Jobs", _, _, _], ["City", "2019", "2020", "2021"], ["B", 10, 11, 12], ["A", 7, 8, 9]]); // prettier-ignore
  expect(panelOf(tree("GDP", "Jobs"), gdp, jobs)).toMatchObject(expected);
});

test("what has no year counts in every year; groups and codes too; a cell's issue names the cell", () => {
  const data = sheet("Data", [
    ["Code", "City", "Region", "Area", "GDP 2019", "GDP 2020"],
    ["01", "A", "N", 5, 1, "about 2"],
    ["02", "B", "S", 6, 3, 4],
    ["", "Total", "", 11, 4, 6],
    ["", "Note: provisional"],
  ]);
  const { reading, values } = panelOf(tree("GDP", "Area"), data);
  expect(values).toEqual({ "2019": [[1, 3], [5, 6]], "2020": [[NaN, 4], [5, 6]] }); // prettier-ignore
  expect(reading.study!.units).toEqual([{ name: "A", code: "01" }, { name: "B", code: "02" }]); // prettier-ignore
  expect(reading.study!.groups.map(({ name, labels }) => [name, labels])).toEqual([["Region", ["N", "S"]]]);
  expect(reading.issues.find(({ code }) => code === "data.not-a-number")!.at).toMatchObject({
    top: 1,
    left: 5,
  });
  expect(reading.issues.filter(({ code }) => code === "data.total-row")).toHaveLength(1);
});

test("an indicator that is called by a year is itself; the same year twice is told", () => {
  const exact = panelOf(tree("GDP 2019", "GDP 2020"), sheet("Data", [["City", "GDP 2019", "GDP 2020"], ["A", 1, 2], ["B", 3, 4]])); // prettier-ignore
  expect(exact.reading.years).toEqual([]);
  expect([...exact.reading.study!.values]).toEqual([1, 3, 2, 4]);
  const twice = panelOf(tree("GDP"), sheet("Data", [["City", "GDP 2019", "GDP 2020", "GDP (2020)"], ["A", 1, 2, 9], ["B", 3, 4, 9]])); // prettier-ignore
  expect(twice.codes).toEqual(["data.duplicate-column"]);
  expect(twice.values).toEqual({ "2019": [[1, 3]], "2020": [[2, 4]] });
});

test("one year only is part of a header", () => {
  const data = sheet("Data", [["City", "GDP (2020)", "Jobs (2020)"], ["A", 1, 2], ["B", 3, 4]]); // prettier-ignore
  const { reading } = panelOf(tree("GDP", "Jobs"), data);
  expect(reading.years).toEqual([]);
  expect([...reading.study!.values]).toEqual([1, 3, 2, 4]);
});

test.each([
  ["GDP 2020", "GDP", "2020"],
  ["2020年GDP（亿元）", "GDP(亿元)", "2020"],
  ["GNI per capita (2021 PPP $)", _, _],
  ["GNI per capita (constant 2015 US$) 2019", "GNI per capita (constant 2015 US$)", "2019"],
  ["2019 [YR2019]", "", "2019"],
  ["Growth 2019-2020", _, _],
  ["2019-2020 growth", _, _],
  ["2020Q1", _, _],
  ["Route 12020", _, _],
])("the header %j", (header, name, year) => {
  expect(yearInHeader(header)).toEqual(name === _ ? null : { name, year });
});

test.each([
  ["2020", "2020"],
  ["2020年", "2020"],
  ["2020-12-31", "2020"],
  ["2020年12月", "2020"],
  ["31.12.2020", "2020"],
  ["44196", "2020"],
  ["FY2020", "2020"],
  ["2020/21", "2020/21"],
  ["2020Q1", "2020Q1"],
])("the year of %j", (text, year) => {
  expect(yearOfCell(text)).toBe(year);
});
