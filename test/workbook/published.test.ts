import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readCsv } from "../../assets/samples/csv";
import type { Cell } from "../../src/base/table";
import { readXlsx } from "../../src/hosts/xlsx/read-xlsx";
import { bookWorkbook } from "../../src/hosts/xlsx/xlsx-workbook";
import type { SheetContent } from "../../src/workbook/port";
import { readWorkbook } from "../../src/workbook/read/read-workbook";

const data = join(__dirname, "../data");

/** A published file's sheets, as our file host reads them. */
async function sheetsOf(file: string): Promise<readonly SheetContent[]> {
  const opened = readXlsx(readFileSync(join(data, file)));
  if (!opened.ok) throw new Error(`${file} does not open`);
  const read = await bookWorkbook(opened.value).read();
  if (!read.ok) throw new Error(`${file} is not read`);
  return read.value;
}

/** The small sheet that a user adds: the names of the columns that count. */
function indicators(...names: (string | readonly [code: string, name: string])[]): SheetContent {
  const rows = names.map((each): Cell[] =>
    typeof each === "string" ? ["", each, null] : [each[0], each[1], null],
  );
  return { sheet: "Indicators", top: 0, left: 0, rows: [["Code", "Name", "Parent"], ...rows], merges: [], hiddenRows: [], mark: null }; // prettier-ignore
}
const count = (issues: readonly { code: string }[], code: string) =>
  issues.filter((each) => each.code === code).length;

describe.each([
  ["HDR21-22", 195],
  ["HDR23-24", 195],
  ["HDR25", 195],
])("the Human Development Report's annex table %s, unmodified", (edition, countries) => {
  const csv = readCsv(readFileSync(join(data, "hdi", `${edition}.csv`), "utf8"));
  const names = ["Life expectancy at birth", "Expected years of schooling", "Mean years of schooling", "Gross national income (GNI) per capita"]; // prettier-ignore
  const fields = [
    "life_expectancy",
    "expected_years_schooling",
    "mean_years_schooling",
    "gni_per_capita",
  ] as const;

  test("countries only, with every published value", async () => {
    const sheets = await sheetsOf(`hdi/${edition}_Statistical_Annex_HDI_Table.xlsx`);
    const { study, issues } = readWorkbook([indicators(...names), ...sheets], "en");
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(study!.units.map(({ name }) => name)).toEqual(csv.map(({ country }) => country));
    expect(study!.units).toHaveLength(countries);
    fields.forEach((field, j) => {
      const values = study!.units.map((_, i) => study!.values[j * countries + i]);
      expect(values).toEqual(csv.map((row) => (row[field] === "" ? NaN : Number(row[field]))));
    });
    // Five headings of groups and two of what follows; four groups, developing countries, six regions, LDC, SIDS, OECD, world.
    expect(count(issues, "data.heading-row")).toBe(7);
    expect(count(issues, "data.total-row")).toBe(15);
    expect(issues.filter(({ severity }) => severity === "warning").map(({ code }) => code)).toEqual([]);
    expect(study!.groups).toEqual([]);
  });
});

test("CEPLAN's districts: subtotals kept apart, codes as text, dashes missing", async () => {
  const sheets = (await sheetsOf("messy/CEPLAN_2025.xlsx")).filter(({ sheet }) => sheet === "Distrital");
  const names = ["Población total (2017)", "Población total (2020) 1b/", "Densidad", "Índice de Desarrollo Humano -IDH", "Sedes del SENATI"]; // prettier-ignore
  const { study, issues } = readWorkbook([indicators(...names), ...sheets], "en");
  expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(count(issues, "data.header-matched")).toBe(4);
  expect(count(issues, "data.heading-row")).toBe(0);
  expect(study!.units).toHaveLength(1874);
  // A district, not the continent.
  expect(study!.units.some(({ name }) => name === "ASIA")).toBe(true);
  expect(study!.units[0]).toEqual({ code: "010202", name: "ARAMANGO" });
  expect(count(issues, "data.total-row")).toBe(228);
  expect([...study!.values.subarray(0, 2)]).toEqual([10487, 28836]);
});

test("CEPLAN's 14,056 dashes are missing", async () => {
  const sheets = (await sheetsOf("messy/CEPLAN_2025.xlsx")).filter(({ sheet }) => sheet === "Distrital");
  expect(sheets[0].rows.flat().filter((cell) => cell === "-")).toHaveLength(14056);
});

test.each([
  ["3", 189, ["IHDI", "Inequality in education", "Income Inequality Gini Coeff"]],
  ["4", 189, ["Gender Development Index", "HDI female", "HDI male"]],
  ["6", 105, ["Multidimensional Poverty Index", "Population in severe multidimensional poverty"]],
] as const)("UNDP's table %s of 2018", async (table, countries, names) => {
  const sheets = await sheetsOf(`messy/2018_Statistical_Annex_Table_${table}.xlsx`);
  const { study, issues } = readWorkbook([indicators(...names), ...sheets], "en");
  expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(study!.units).toHaveLength(countries);
  expect(study!.indicators).toHaveLength(names.length);
  const column = sheets[0].rows[0].indexOf(names[0]);
  expect([...study!.values.subarray(0, countries)]).toEqual(
    sheets[0].rows.slice(1).map((row) => (typeof row[column] === "number" ? row[column] : NaN)),
  );
});
