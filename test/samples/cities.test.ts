import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readCsv } from "../../assets/samples/csv";
import { citiesBook } from "../../assets/samples/cities";
import type { Book } from "../../src/hosts/xlsx/book";
import { readXlsx } from "../../src/hosts/xlsx/read-xlsx";
import { writeXlsx } from "../../src/hosts/xlsx/write-xlsx";
import { bookWorkbook } from "../../src/hosts/xlsx/xlsx-workbook";
import { scoreWorkbook } from "../../src/tasks/index";
import { rowWith, tableOn } from "./sheet-table";

const samples = join(__dirname, "../../assets/samples");
const published = readCsv(
  readFileSync(join(samples, "source/city-governance/published-figures.csv"), "utf8"),
);
const capital = "直辖市、计划单列市和省会城市";

function open(bytes: Uint8Array): Book {
  const opened = readXlsx(bytes);
  if (!opened.ok) throw new Error("the workbook does not open");
  return opened.value;
}

/** A figure of the article, with as many decimals as it prints. */
function figure(id: string): { value: number; decimals: number; note: string } {
  const row = published.find((each) => each.id === id)!;
  return { value: Number(row.value), decimals: row.value.split(".")[1]?.length ?? 0, note: row.note };
}

/** Printed digits: rounds to the printed figure. */
function expectPrinted(actual: unknown, id: string): void {
  const { value, decimals } = figure(id);
  expect([id, Number((actual as number).toFixed(decimals))]).toEqual([id, value]);
}

/** The members that the article names, without the suffix it leaves out. */
function named(id: string): string[] {
  return figure(id)
    .note.replace(/^.*: /, "")
    .split(" ")
    .map((name) => `${name}市`);
}

describe("the city sample as shipped, scored: every published figure stands on a sheet", () => {
  let book: Book;
  let rank: (name: string, value: string) => Record<string, unknown>;
  const tiers = (tier: string) =>
    rowWith(tableOn(book, "梯队", "Tiers"), { 分组字段: "城市类别", 分组: capital, 梯队: tier });
  const statistics = (column: string, group: string, node: string) =>
    rowWith(tableOn(book, "分组", "GroupStatistics"), { 分组字段: column, 分组: group, 指标: node });
  const index = "城市治理现代化指数";

  beforeAll(async () => {
    const opened = open(readFileSync(join(samples, "city-governance.xlsx")));
    const report = await scoreWorkbook(bookWorkbook(opened), {
      locale: "zh-CN",
      now: "2026-01-01T00:00:00+08:00",
    });
    expect(report.outcome).toBe("scored");
    expect(report.issues.filter((each) => each.severity !== "note")).toEqual([]);
    // Through a file, as a colleague would get it.
    book = open(writeXlsx(opened));
    rank = (column, value) => statistics(column, value, index);
  });

  test("F01–F04: 680 units; 4, 11 and 27 indicators", () => {
    expect(tableOn(book, "得分", "Scores")).toHaveLength(figure("F01").value);
    const levels = tableOn(book, "权重", "Weights").map((row) => row["级别"]);
    expect([1, 2, 3].map((level) => levels.filter((each) => each === level).length)).toEqual(
      ["F02", "F03", "F04"].map((id) => figure(id).value),
    );
  });

  test.each([
    ["第一梯队", "F05", "F06"],
    ["第二梯队", "F07", "F08"],
    ["第三梯队", "F09", "F10"],
  ])("%s of the capitals: %s count and named members, %s mean", (tier, count, mean) => {
    const row = tiers(tier);
    expectPrinted(row["单位数"], count);
    expectPrinted(row["平均得分"], mean);
    const members = String(row["成员（由高到低）"]).split("、");
    expect(members).toHaveLength(figure(count).value);
    expect(named(count).filter((name) => !members.includes(name))).toEqual([]);
  });

  test("F05: the first tier in the article's order", () => {
    expect(String(tiers("第一梯队")["成员（由高到低）"]).split("、")).toEqual(named("F05"));
  });

  test.each([
    ["F11", capital, "一站式办理能力"],
    ["F12", "地级市", "一站式办理能力"],
    ["F13", "地级市", "公共信息资源社会开放率"],
    ["F16", "县级市", "信息资源部门间共享率"],
    ["F20", capital, "多元协同"],
    ["F21", "地级市", "多元协同"],
    ["F22", "县级市", "多元协同"],
  ])("%s: mean of %s at %s", (id, group, node) => {
    expectPrinted(statistics("城市类别", group, node)["均值"], id);
  });

  test("F16: half of the prefecture-level cities' mean", () => {
    const mean = (group: string) => statistics("城市类别", group, "信息资源部门间共享率")["均值"] as number;
    expect(mean("县级市") / mean("地级市")).toBeCloseTo(0.5, 2);
  });

  test("F14, F15: mean of the best and worst twenty county-level cities, the best mostly in three provinces", () => {
    const row = statistics("城市类别", "县级市", index);
    expectPrinted(row["前 20 名均值"], "F14");
    expectPrinted(row["后 20 名均值"], "F15");
    const best = tableOn(book, "得分", "Scores")
      .filter((each) => each["城市类别"] === "县级市")
      .slice(0, 20);
    const strong = best.filter((each) => ["江苏省", "浙江省", "山东省"].includes(String(each["省份"])));
    expect(strong.length).toBeGreaterThan(10);
  });

  test.each([
    ["F17", "人本服务"],
    ["F18", "精准治理"],
    ["F19", "发展质效"],
  ])("%s: mean of all cities at %s", (id, node) => {
    expectPrinted(statistics("全部单位", "全部单位", node)["均值"], id);
  });

  test("F23, F24: 华东 leads clearly, 东北 is last, nearly 20 points behind", () => {
    expect(rank("地区", "华东")["均值排名"]).toBe(figure("F23").value);
    expect(rank("地区", "东北")["均值排名"]).toBe(figure("F24").value);
    const mean = (region: string) => rank("地区", region)["均值"] as number;
    const gap = mean("华东") - mean("东北");
    expect(gap).toBeGreaterThanOrEqual(18);
    expect(gap).toBeLessThanOrEqual(20);
    const second = Math.max(...["华南", "华中", "西南", "西北", "华北"].map(mean));
    expect(mean("华东") - second).toBeGreaterThan(3);
  });

  test("F25: 26 cities of 长三角, their median and a small spread", () => {
    const row = rank("城市群", "长三角");
    expect(row["单位数"]).toBe(26);
    expectPrinted(row["中位数"], "F25");
    expect(row["标准差"] as number).toBeLessThan(rank("全部单位", "全部单位")["标准差"] as number);
  });

  test("F26: correlation with GDP per head is positive, and flattens at the top", () => {
    const relation = rowWith(tableOn(book, "分组", "Relations"), { 相关变量: "人均GDP（元）" });
    expect(relation["皮尔逊"] as number).toBeGreaterThan(0);
    expect(relation["斯皮尔曼"] as number).toBeGreaterThan(relation["皮尔逊"] as number);
  });
});

test("the shipped file is what its generator makes", () => {
  const source = (file: string) => readFileSync(join(samples, "source", file), "utf8");
  const made = open(
    writeXlsx(citiesBook(source("cities/cities.csv"), source("city-governance/framework.csv"))),
  );
  const shipped = open(readFileSync(join(samples, "city-governance.xlsx")));
  expect(made.sheets.map(({ name, values }) => [name, values])).toEqual(
    shipped.sheets.map(({ name, values }) => [name, values]),
  );
});

test("its first sheet says in both languages that the values are made up", () => {
  const first = open(readFileSync(join(samples, "city-governance.xlsx"))).sheets[0];
  const text = first.values.flat().join(" ");
  expect(text).toContain("数值为虚构，并非真实数据");
  expect(text).toContain("The values are made up; they are not the real data");
});
