import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readCsv } from "../../assets/samples/csv";
import type { Locale } from "../../src/base/label";
import {
  addSheet,
  cellKey,
  findSheet,
  newBook,
  setValue,
  valueAt,
  type Book,
} from "../../src/hosts/xlsx/book";
import { readXlsx } from "../../src/hosts/xlsx/read-xlsx";
import { bookWorkbook } from "../../src/hosts/xlsx/xlsx-workbook";
import { texts } from "../../src/messages/say";
import { scoreWorkbook } from "../../src/tasks/index";
import { tableOn } from "../samples/sheet-table";

const samples = join(__dirname, "../../assets/samples");

async function scored(book: Book, locale: Locale): Promise<Book> {
  const report = await scoreWorkbook(bookWorkbook(book), { locale, now: "2026-01-01T00:00:00Z" });
  expect(report.outcome).toBe("scored");
  return book;
}

async function sample(name: string, locale: Locale): Promise<Book> {
  const opened = readXlsx(readFileSync(join(samples, name)));
  if (!opened.ok) throw new Error(`${name} does not open`);
  return scored(opened.value, locale);
}

/** The sentences of the Findings sheet by topic. */
function sentences(
  book: Book,
  locale: Locale,
  topic: keyof ReturnType<typeof texts>["findings"]["topics"],
): string[] {
  const { sheet, findings } = texts(locale);
  return tableOn(book, sheet.names.findings, "Findings")
    .filter((row) => row[findings.topic] === findings.topics[topic])
    .map((row) => String(row[findings.finding]));
}

describe("the city sample: what the article says can be read off Findings", () => {
  let book: Book;
  const published = readCsv(
    readFileSync(join(samples, "source/city-governance/published-figures.csv"), "utf8"),
  );
  const value = (id: string) => published.find((each) => each.id === id)!.value;
  const decimals = (id: string) => Number(value(id)).toFixed(2);
  beforeAll(async () => {
    book = await sample("city-governance.xlsx", "zh-CN");
  });

  test("units and indicators (F01–F04)", () => {
    const [first] = sentences(book, "zh-CN", "overview");
    expect(first).toContain(`${value("F01")} 个单位中有 ${value("F01")} 个得到`);
    for (const [level, id] of ["F02", "F03", "F04"].entries())
      expect(first).toContain(`第 ${level + 1} 级 ${value(id)} 个`);
  });

  test("the capitals' tiers with members and means (F05–F10)", () => {
    const own = sentences(book, "zh-CN", "tiers").find((each) => each.startsWith("直辖市"))!;
    expect(own).toContain(
      `第一梯队 ${value("F05")} 个（16.7%），平均得分 ${value("F06")}，有深圳市、广州市、北京市、上海市、杭州市、南京市`,
    );
    expect(own).toContain(
      `第二梯队 ${value("F07")} 个（36.1%），平均得分 ${decimals("F08")}，有宁波市、成都市、青岛市、合肥市、武汉市、长沙市、福州市`,
    );
    expect(own).toContain(
      `第三梯队 ${value("F09")} 个（47.2%），平均得分 ${decimals("F10")}，有郑州市、银川市、海口市、哈尔滨市、南昌市、沈阳市、昆明市`,
    );
  });

  test("county-level cities: top and bottom 20, and the provinces they are from (F14, F15)", () => {
    const own = sentences(book, "zh-CN", "extremes").find((each) => each.startsWith("县级市"))!;
    expect(own).toContain(`前 20 名均值为 ${value("F14")}，后 20 名均值为 ${value("F15")}`);
    expect(own).toMatch(/前 20 名中，山东省 \d 个、浙江省 \d 个、江苏省 \d 个/);
  });

  test("first-level means (F17–F19), regions (F23, F24), the cluster (F25), the economy (F26)", () => {
    const overview = sentences(book, "zh-CN", "overview").join("");
    for (const [name, id] of [
      ["人本服务", "F17"],
      ["精准治理", "F18"],
      ["发展质效", "F19"],
    ])
      expect(overview).toContain(`${name}（${decimals(id)}）`);
    const regions = sentences(book, "zh-CN", "groups").find((each) => each.startsWith("按地区"))!;
    expect(regions).toMatch(/^按地区：华东（.*和东北（[\d.]+）。华东比东北高 1[89]\.\d\d 分。$/);
    expect(sentences(book, "zh-CN", "clusters").find((each) => each.startsWith("长三角"))).toContain(
      `（26 个单位）：中位数为 ${value("F25")}，`,
    );
    expect(sentences(book, "zh-CN", "relations")[0]).toMatch(/与人均GDP.*较强的正相关：r = 0\.7/);
  });
});

test("every figure of a sentence is a formula on another sheet, and its row leads to the cell", async () => {
  const book = await sample("asem.xlsx", "en");
  const sheet = findSheet(book, "Findings")!;
  const table = sheet.tables[0];
  for (let row = table.top + 1; row <= table.bottom; row += 1) {
    const formula = sheet.formulas.get(cellKey(row, 1));
    expect(formula).toMatch(/^=/);
    // Outside of quotation marks, no digit of a sentence is typed: all come from cells.
    const outside = formula!.replace(/"(?:[^"]|"")*"/g, "");
    expect(outside).toMatch(/!\$[A-Z]+\$\d+/);
    const link = sheet.links.find((each) => each.row === row && each.column === 2)!;
    expect(link.reference).toBe(valueAt(sheet, row, 2));
  }
});

test("a small group is hedged; a lone grouping without scores is not spoken of", async () => {
  const book = newBook();
  const put = (name: string, rows: (string | number | null)[][]) => {
    const sheet = addSheet(book, name);
    rows.forEach((cells, r) => cells.forEach((cell, c) => setValue(sheet, r, c, cell)));
  };
  put("Indicators", [
    ["Name", "Parent", "Weight"],
    ["Living", null, 1],
    ["Work", null, 1],
    ["Air", "Living", 1],
    ["Parks", "Living", 1],
    ["Jobs", "Work", 1],
    ["Pay", "Work", 1],
  ]);
  put("Data", [
    ["Name", "Kind", "Air", "Parks", "Jobs", "Pay"],
    ...Array.from({ length: 14 }, (_, i) => [
      `Town "${i}"`,
      i < 3 ? "Port" : i === 13 ? "Ghost" : "Inland",
      ...(i === 13 ? [null, null, null, null] : [i, (i * 5) % 13, (i * 3) % 13, (i * 7) % 13]),
    ]),
  ]);
  await scored(book, "en");
  expect(sentences(book, "en", "groups")[0]).toMatch(/Port \([\d.]+, of 3 only\)/);
  expect(sentences(book, "en", "caveats")).toEqual([
    "With fewer than five scored units, read means and ranks of these groups with care: Port (3).",
    "Units without a score, because too few of their indicators have a value: 1.",
  ]);
  expect(sentences(book, "en", "tiers").join()).not.toContain("Ghost");
  expect(sentences(book, "en", "overview")[1]).toContain('(Town "');
});
