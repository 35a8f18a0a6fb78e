/** The ASEM index as stored in COINr (test/oracles/asem/SOURCE.md), and the shipped sample against COINr's own run. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readXlsx } from "../../src/hosts/xlsx/read-xlsx";
import { bookWorkbook } from "../../src/hosts/xlsx/xlsx-workbook";
import { score } from "../../src/engine/index";
import { scoreWorkbook } from "../../src/tasks/index";
import { tableOn } from "../samples/sheet-table";
import { asemStudy, recipe } from "./asem";
import { number, oracle, readCsv } from "./csv";
import { expectNear } from "./near";

test("the stored normalised data aggregate to the stored aggregates", () => {
  const file = (name: string) =>
    new Map(readCsv(join(__dirname, "asem", name)).map((row) => [row.UnitCode, row]));
  const normalised = file("COIN_Normalised.csv");
  const aggregated = file("COIN_Aggregated.csv");
  const given = new Map(
    readCsv(join(__dirname, "asem", "ASEM_iMeta.csv")).map((row) => [row.iCode, number(row.Weight)]),
  );
  // Stored columns run from 0 to 100, larger is better: min–max leaves them as they are.
  const study = asemStudy(() => ({ direction: "positive" }), given);
  const values = Float64Array.from(
    study.indicators.flatMap(({ code }) =>
      study.units.map((unit) => number(normalised.get(unit.code)![code])),
    ),
  );
  const result = score({ ...study, values }, recipe({}));
  const n = study.units.length;
  study.nodes.forEach((node, k) =>
    study.units.forEach((unit, i) => {
      const expected = number(aggregated.get(unit.code)![node.code]);
      expectNear(result.stages.aggregated[k * n + i], expected, `${node.code} of ${unit.code}`);
    }),
  );
});

test("the shipped sample, scored, shows COINr's scores from raw data to the index", async () => {
  const opened = readXlsx(readFileSync(join(__dirname, "../../assets/samples/asem.xlsx")));
  if (!opened.ok) throw new Error("the sample does not open");
  const report = await scoreWorkbook(bookWorkbook(opened.value), {
    locale: "en",
    now: "2026-01-01T00:00:00Z",
  });
  expect(report.outcome).toBe("scored");
  const expected = new Map(oracle("08_example_aggregated_amean.csv").map((row) => [row.uCode, row]));
  const rows = tableOn(opened.value, "Scores", "Scores");
  expect(rows).toHaveLength(51);
  const { nodes } = report.result!.study;
  for (const row of rows) {
    for (const node of nodes.filter((each) => each.indicator < 0)) {
      expectNear(
        row[node.name] as number,
        number(expected.get(String(row.Code))![node.code]),
        `${node.code} of ${row.Code}`,
      );
    }
  }
});
