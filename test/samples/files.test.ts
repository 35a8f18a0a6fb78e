import { readFileSync } from "node:fs";
import { join } from "node:path";
import { asemBook } from "../../assets/samples/asem";
import { hdiBook } from "../../assets/samples/hdi";
import { templateBook } from "../../assets/samples/template";
import { readXlsx } from "../../src/hosts/xlsx/read-xlsx";
import { writeXlsx } from "../../src/hosts/xlsx/write-xlsx";
import { bookWorkbook } from "../../src/hosts/xlsx/xlsx-workbook";
import { checkWorkbook } from "../../src/tasks/index";

const samples = join(__dirname, "../../assets/samples");
const source = (file: string) => readFileSync(join(samples, "source", file), "utf8");

async function check(file: string) {
  const opened = readXlsx(readFileSync(join(samples, file)));
  if (!opened.ok) throw new Error(`${file} does not open`);
  const book = opened.value;
  return {
    book,
    report: await checkWorkbook(bookWorkbook(book), { locale: "en", now: "2026-01-01T00:00:00Z" }),
  };
}

test.each([
  ["hdi-2025.xlsx", () => hdiBook(source("hdi/HDR25.csv"), "2025")],
  ["asem.xlsx", () => asemBook(source("asem/ASEM_iData.csv"), source("asem/ASEM_iMeta.csv"))],
  ["template.xlsx", templateBook],
])("%s is what its source makes (npm run samples)", (file, make) => {
  expect(Buffer.from(writeXlsx(make())).equals(readFileSync(join(samples, file)))).toBe(true);
});

test("the Human Development Index can be scored without an error", async () => {
  const { report } = await check("hdi-2025.xlsx");
  expect(report.ready).toBe(true);
  expect(report.issues.filter((issue) => issue.severity === "error")).toEqual([]);
  expect(report.study!.indicators).toHaveLength(4);
  expect(report.sheets).toEqual({ indicators: "Indicators", data: ["Data"], settings: "Settings" });
});

test("ASEM has its three levels, groups, denominators", async () => {
  const { report } = await check("asem.xlsx");
  expect(report.ready).toBe(true);
  expect(report.issues.filter((issue) => issue.severity === "error")).toEqual([]);
  expect(report.study!.units).toHaveLength(51);
  expect(report.study!.indicators).toHaveLength(49);
  expect(Math.max(...report.study!.nodes.map((node) => node.level))).toBe(3);
  expect(report.study!.groups.map((group) => group.name)).toEqual([
    "Continent",
    "GDP group",
    "GDP per head group",
    "Population group",
  ]);
  expect(report.study!.columns.map((column) => column.name)).toEqual(["Area", "Energy", "GDP", "Population"]);
  expect(report.recipe.imputation).toMatchObject({ key: "group-mean", parameters: { group: "Continent" } });
});

test("the template says what to fill in first", async () => {
  const { report } = await check("template.xlsx");
  expect(report.ready).toBe(false);
  expect(report.issues[0]).toMatchObject({ code: "tree.empty" });
});

test.each(["hdi-2025.xlsx", "asem.xlsx"])("%s names source and licence on its first sheet", async (file) => {
  const { book } = await check(file);
  const headings = book.sheets[0].values.map((cells) => cells?.[0]);
  expect(headings).toEqual(expect.arrayContaining(["Source", "Licence", "Method"]));
});
