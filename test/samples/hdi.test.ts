import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readCsv } from "../../assets/samples/csv";
import { hdiBook } from "../../assets/samples/hdi";
import { readXlsx } from "../../src/hosts/xlsx/read-xlsx";
import { writeXlsx } from "../../src/hosts/xlsx/write-xlsx";
import { bookWorkbook } from "../../src/hosts/xlsx/xlsx-workbook";
import { scoreWorkbook } from "../../src/tasks/index";

const source = join(__dirname, "../../assets/samples/source/hdi");

/** UNDP's published index (three decimals) and human development groups, country by country. */
describe.each([
  ["2021-22", "HDR21-22.csv", 191],
  ["2023-24", "HDR23-24.csv", 193],
  ["2025", "HDR25.csv", 193],
])("Human Development Index %s", (edition, file, published) => {
  const csv = readFileSync(join(source, file), "utf8");
  const countries = readCsv(csv);

  test("every country gets its published value and group, through a file", async () => {
    const opened = readXlsx(writeXlsx(hdiBook(csv, edition)));
    if (!opened.ok) throw new Error("the sample does not open");
    const report = await scoreWorkbook(bookWorkbook(opened.value), {
      locale: "en",
      now: "2026-01-01T00:00:00+00:00",
    });
    expect(report.outcome).toBe("scored");
    const { study, score, tierOf, tierLabels } = report.result!;
    const found = study.units.map((unit, i) => [
      unit.name,
      Number.isNaN(score[i]) ? "" : String(Number(score[i].toFixed(3))),
      Number.isNaN(score[i])
        ? "Other countries or territories"
        : `${tierLabels[tierOf[i]]} human development`,
    ]);
    expect(found.map((row) => row.map((text) => text.toLowerCase()))).toEqual(
      countries.map((each) => [each.country.toLowerCase(), each.hdi_published, each.group.toLowerCase()]),
    );
    expect(found.filter(([, value]) => value !== "")).toHaveLength(published);
    expect(report.result!.relations[0]).toMatchObject({ column: "Published HDI", n: published });
    expect(report.result!.relations[0].pearson).toBeGreaterThan(0.99999);
  });
});
