import type { Area } from "../../src/base/address";
import type { Cell } from "../../src/base/table";
import type { SheetContent } from "../../src/workbook/port";
import { prepared } from "../../src/workbook/prepare/apply";
import { guessDirection } from "../../src/workbook/prepare/direction-guess";
import { propose } from "../../src/workbook/prepare/propose";
import { proposeWorkbook } from "../../src/workbook/prepare/propose-workbook";
import { withDirection, withParent, withRole, type Proposal } from "../../src/workbook/prepare/proposal";
import { sayEvidence } from "../../src/workbook/prepare/say-evidence";
import { defaultMissingMarks, foldMark } from "../../src/workbook/read/cell";

const _ = null;
const marks = new Set(defaultMissingMarks.map(foldMark));
function sheet(name: string, rows: Cell[][], merges: Area[] = []): SheetContent {
  const width = Math.max(...rows.map((row) => row.length));
  const square = rows.map((row) => [...row, ...Array<Cell>(width - row.length).fill(null)]);
  return { sheet: name, top: 0, left: 0, rows: square, merges, hiddenRows: [], mark: null };
}
const across = (row: number, left: number, right: number): Area => ({ top: row, bottom: row, left, right });

const cities = ["广州市", "深圳市", "珠海市", "汕头市", "佛山市", "韶关市", "湛江市", "肇庆市", "江门市", "茂名市", "惠州市", "梅州市"]; // prettier-ignore
/** A yearbook's page: title, two rows of header with merged pillars, a row of units of measure, totals, a note. */
const yearbook = sheet(
  "城市发展评价",
  [
    ["表2-1 2023年各市主要指标"],
    ["序号", "城市", "城市代码", "区域", "常住人口", "经济", _, "社会", _, "环境", _, "排名"],
    [_, _, _, _, _, "人均GDP", "财政收入增速", "城镇登记失业率", "每千人床位数", "PM2.5年均浓度", "污水处理率", _],
    [_, _, _, _, "万人", "元", "%", "%", "张", "微克/立方米", "%", _],
    ...cities.map((city, i): Cell[] => [
      i + 1, city, `440${100 + i * 100}`, i % 3 ? "粤东" : "珠三角", 1800 - i * 97, 150000 - i * 7000, 6.5 - i / 3, 2.1 + (i % 5) / 3, 7 - (i % 4), 22 + ((i * 5) % 9), 96 + (i % 3), 12 - i,
    ]),
    [_, "全省", _, _, 12000, 98000, 5, 2.5, 6, 25, 97, _],
    ["注：数据来自统计年鉴。"],
  ],
  [across(1, 5, 6), across(1, 7, 8), across(1, 9, 10), { top: 1, bottom: 2, left: 1, right: 1 }],
); // prettier-ignore

const roles = (proposal: Proposal) =>
  Object.fromEntries(proposal.columns.map(({ name, role }) => [name, role]));
const found = (content: SheetContent) => propose(content, marks, "zh-CN")!.proposal;

test("a yearbook's page: every column with its role, and why", () => {
  const proposal = found(yearbook);
  expect(proposal).toMatchObject({ sheet: "城市发展评价", units: 12, indexName: "城市发展评价" });
  expect(roles(proposal)).toEqual({
    序号: "ignored", 城市: "name", 城市代码: "code", 区域: "group", 常住人口: "covariate", 人均GDP: "indicator", 财政收入增速: "indicator",
    城镇登记失业率: "indicator", 每千人床位数: "indicator", "PM2.5年均浓度": "indicator", 污水处理率: "indicator", 排名: "ignored",
  }); // prettier-ignore
  const why = Object.fromEntries(proposal.columns.map((each) => [each.name, sayEvidence(each.why, "zh-CN")]));
  expect(why).toMatchObject({ 序号: "为行的序号", 城市: "列标题为单位名称", 区域: "2 种不同文本，如 珠三角, 粤东", 常住人口: "列标题含“常住人口”，反映规模大小", 排名: "列标题含“排名”，为名次" }); // prettier-ignore
  const indicators = proposal.columns.filter(({ role }) => role === "indicator");
  expect(
    indicators.map(({ name, direction, parent, measure }) => [name, direction, parent, measure]),
  ).toEqual([
    ["人均GDP", "positive", "经济", "元"],
    ["财政收入增速", "positive", "经济", "%"],
    ["城镇登记失业率", "negative", "社会", "%"],
    ["每千人床位数", "positive", "社会", "张"],
    ["PM2.5年均浓度", "negative", "环境", "微克/立方米"],
    ["污水处理率", "positive", "环境", "%"],
  ]);
  expect(sayEvidence(indicators[2].directionWhy, "zh-CN")).toBe("“失业”：越小越好");
});

test("a header of three levels makes a tree of three, whatever its nodes are called", () => {
  const content = sheet(
    "评价",
    [
      ["城市", "经济", _, _, _, "社会", _, _, _],
      [_, "规模", _, "效率", _, "规模", _, "保障", _],
      [_, "地区生产总值", "财政收入", "人均GDP", "劳动生产率", "在校学生数", "床位数", "社保覆盖率", "人均住房面积"],
      ...cities.map((city, i): Cell[] => [city, 900 - i * 31.5, 80 + ((i * 7) % 11), 5.5 + (i % 5), 11 + ((i * 3) % 7), 40 + ((i * 5) % 9), 6.5 + (i % 4), 80 + ((i * 11) % 13), 30 + ((i * 2) % 5)]),
    ],
    [across(0, 1, 4), across(0, 5, 8), across(1, 1, 2), across(1, 3, 4), across(1, 5, 6), across(1, 7, 8), { top: 0, bottom: 2, left: 0, right: 0 }],
  ); // prettier-ignore
  const proposal = found(content);
  const tree = (of: Proposal) =>
    prepared([content], of, "zh-CN").reading.study!.nodes.map(
      ({ level, name }) => `${"·".repeat(level)}${name}`,
    );
  expect(tree(proposal)).toEqual([
    "评价", "·经济", "··规模", "···地区生产总值", "···财政收入", "··效率", "···人均GDP", "···劳动生产率",
    "·社会", "··规模 (社会)", "···在校学生数", "···床位数", "··保障", "···社保覆盖率", "···人均住房面积",
  ]); // prettier-ignore
  const [, , , , , students] = proposal.columns.map((_column, c) => c);
  expect(tree(withParent(proposal, students, "效率"))).toEqual([
    "评价", "·经济", "··规模", "···地区生产总值", "···财政收入", "··效率", "···人均GDP", "···劳动生产率", "···在校学生数",
    "·社会", "··规模 (社会)", "···床位数", "··保障", "···社保覆盖率", "···人均住房面积",
  ]); // prettier-ignore
  expect(tree(withParent(proposal, students, "经济")).slice(0, 9)).toContain("··在校学生数");
});

test("an index that stands in the table already is none of its indicators; one that only is called so is", () => {
  const rows = Array.from({ length: 40 }, (_row, i): Cell[] => {
    const [a, b, c] = [(i * 17) % 29, (i * 23 + 5) % 31, (i * 7 + 3) % 27].map((each) => 30 + i + each);
    return [`City ${i}`, a, b, c, (i * 29) % 37, (a * b * c) ** (1 / 3)];
  });
  const proposal = found(sheet("Cities", [["City", "Trade", "Health", "Schooling", "Logistics index", "Development index"], ...rows])); // prettier-ignore
  expect(roles(proposal)).toMatchObject({ Trade: "indicator", "Logistics index": "indicator", "Development index": "covariate" }); // prettier-ignore
  expect(sayEvidence(proposal.columns[5].why, "en")).toMatch(/^“index” in the header, and its order follows/);
});

test("what is written is what reading finds: units, tree, directions, groups, covariates", () => {
  const { reading } = prepared([yearbook], found(yearbook), "zh-CN");
  const { study, recipe, issues } = reading;
  expect(issues.filter(({ severity }) => severity !== "note")).toEqual([]);
  expect(study!.units.map(({ name }) => name)).toEqual(cities);
  expect(study!.units[0].code).toBe("440100");
  expect(study!.nodes.filter(({ level }) => level < 2).map(({ name }) => name)).toEqual(["城市发展评价", "经济", "社会", "环境"]); // prettier-ignore
  expect(study!.indicators.map(({ name, direction, measure }) => [name, direction, measure])).toEqual([
    ["人均GDP", "positive", "元"],
    ["财政收入增速", "positive", "%"],
    ["城镇登记失业率", "negative", "%"],
    ["每千人床位数", "positive", "张"],
    ["PM2.5年均浓度", "negative", "微克/立方米"],
    ["污水处理率", "positive", "%"],
  ]);
  expect(study!.values[0]).toBe(150000);
  expect(study!.groups.map(({ name }) => name)).toEqual(["区域"]);
  expect(recipe.covariates).toEqual(["常住人口 万人"]);
});

test("the user's corrections are kept: roles, directions, parents", () => {
  const at = (name: string) => found(yearbook).columns.findIndex((each) => each.name === name);
  let proposal = withRole(found(yearbook), at("常住人口"), "indicator");
  proposal = withRole(proposal, at("每千人床位数"), "group");
  proposal = withRole(proposal, at("区域"), "name");
  expect(roles(proposal)).toMatchObject({ 城市: "ignored", 区域: "name" });
  proposal = withRole(proposal, at("城市"), "name");
  proposal = withRole(proposal, at("城市代码"), "ignored");
  proposal = withDirection(proposal, at("污水处理率"), "negative");
  proposal = withParent(proposal, at("常住人口"), "规模");
  proposal = withParent(proposal, at("人均GDP"), "");
  const { study, recipe } = prepared([yearbook], proposal, "zh-CN").reading;
  expect(study!.units[0]).toEqual({ name: "广州市", code: "" });
  expect(study!.indicators.map(({ name, direction }) => [name, direction])).toEqual([
    ["常住人口", "positive"],
    ["人均GDP", "positive"],
    ["财政收入增速", "positive"],
    ["城镇登记失业率", "negative"],
    ["PM2.5年均浓度", "negative"],
    ["污水处理率", "negative"],
  ]);
  const parent = (name: string) => study!.nodes[study!.nodes.find((node) => node.name === name)!.parent].name;
  expect([parent("常住人口"), parent("人均GDP")]).toEqual(["规模", "城市发展评价"]);
  // 区域 was given away and is left out; a column of numbers is a group because the user says so.
  expect(recipe.groups ?? study!.groups.map(({ name }) => name)).toEqual(["每千人床位数 张"]);
  expect(recipe.covariates ?? []).toEqual([]);
});

test("a node or an index that is called like an indicator takes another name", () => {
  const rows: Cell[][] = [["City", "Growth", _, "Other", _], [_, "Growth", "Jobs", "Air", "Water"], ...["A", "B", "C", "D"].map((name, i): Cell[] => [name, i, i * i, 5 - i, i % 2])]; // prettier-ignore
  const plain = sheet("Jobs", rows, [across(0, 1, 2), across(0, 3, 4)]);
  const { study, issues } = prepared([plain], propose(plain, marks, "en")!.proposal, "en").reading;
  expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(study!.nodes.map(({ name }) => name)).toEqual(["Jobs Index", "Growth (group)", "Growth", "Jobs", "Other", "Air", "Water"]); // prettier-ignore
});

test("columns of years are one indicator; a year of which little is known is not the one to score", () => {
  const rows: Cell[][] = [["Town", "GDP 2019", "GDP 2020", "GDP 2021", "Crime 2019", "Crime 2020", "Crime 2021"], ...["A", "B", "C", "D", "E"].map((name, i): Cell[] => [name, i, i + 1, i ? _ : 2, 9 - i, 8 - i, _])]; // prettier-ignore
  const proposal = propose(sheet("Sheet1", rows), marks, "en")!.proposal;
  expect(roles(proposal)).toEqual({ Town: "name", GDP: "indicator", Crime: "indicator" });
  expect(sayEvidence(proposal.columns[1].why, "en")).toBe("3 columns, the years 2019 to 2021");
  const { reading } = prepared([sheet("Sheet1", rows)], proposal, "en");
  expect([reading.years, reading.year]).toEqual([["2019", "2020", "2021"], "2020"]);
  expect(reading.study!.indicators.map(({ direction }) => direction)).toEqual(["positive", "negative"]);
});

test("a long list, with the sheets beside it left alone", () => {
  const list = sheet("List", [["Country", "Year", "Indicator", "Value"], ...["A", "B", "C"].flatMap((unit, i) => ["Income", "Unemployment"].flatMap((name) => [2020, 2021].map((year): Cell[] => [unit, year, name, i + year])))]); // prettier-ignore
  const other = sheet("Old", [["Country", "Income"], ["A", 1], ["B", 2], ["C", 3]]); // prettier-ignore
  const proposal = propose(list, marks, "en")!.proposal;
  expect(roles(proposal)).toEqual({
    Country: "name",
    Year: "year",
    Income: "indicator",
    Unemployment: "indicator",
  });
  const { reading } = prepared([other, list], proposal, "en");
  expect(reading.sheets.data).toEqual(["List"]);
  expect([...reading.study!.values]).toEqual([2021, 2022, 2023, 2021, 2022, 2023]);
});

test.each<[string, Cell[][]]>([
  [
    "a blank corner",
    [
      [_, "GDP", "Air"],
      ["A", 1, 2],
      ["B", 2, 3],
      ["C", 4, 5],
    ],
  ],
  [
    "a header that no word tells",
    [
      ["公司", "营业收入", "负债率"],
      ["甲公司", 1, 2],
      ["乙公司", 2, 3],
      ["丙公司", 4, 5],
    ],
  ],
  [
    "codes alone, with leading zeros",
    [
      ["区划代码", "GDP", "Air"],
      ["010101", 1, 2],
      ["010102", 2, 3],
      ["020101", 4, 5],
    ],
  ],
  [
    "names with commas",
    [
      ["Country", "Population, total", "GDP (current US$)", "Tax, total (% of GDP)"],
      ["A", 1, 2, 5],
      ["B", 2, 3, 6],
      ["C", 4, 5, 8],
    ],
  ],
])("%s", (__, rows) => {
  const plain = sheet("Sheet1", rows);
  const { study, issues } = prepared([plain], propose(plain, marks, "en")!.proposal, "en").reading;
  expect(issues.filter(({ severity }) => severity !== "note")).toEqual([]);
  expect(study!.units).toHaveLength(3);
  expect(study!.values.some(Number.isNaN)).toBe(false);
});

test.each<[string, Cell[][]]>([
  [
    "nothing but text",
    [
      ["a", "b"],
      ["c", "d"],
      ["e", "f"],
      ["g", "h"],
    ],
  ],
  [
    "numbers without a header",
    [
      [1, 2],
      [3, 4],
      [5, 6],
      [7, 8],
    ],
  ],
  [
    "two rows",
    [
      ["City", "GDP"],
      ["A", 1],
      ["B", 2],
    ],
  ],
  ["nothing", [[_]]],
])("%s is no table", (__, rows) => {
  expect(propose(sheet("Sheet1", rows), marks, "en")).toBeNull();
});

test.each([
  ["小学生师比", "negative", "生师比"],
  ["城镇登记失业率", "negative", "失业"],
  ["孕产妇死亡率", "negative", "死亡"],
  ["单位GDP能耗", "negative", "能耗"],
  ["单位GDP能耗下降率", "positive", "下降率"],
  ["空气质量优良天数比例", "positive", "优良"],
  ["生活垃圾无害化处理率", "positive", ""],
  ["Under-five mortality rate", "negative", "mortality"],
  ["Greenhouse gas emissions per capita", "negative", "Greenhouse"],
  ["Access to electricity", "positive", "Access"],
  ["Skills", "positive", ""],
] as const)("the direction of %s", (name, direction, word) => {
  const guess = guessDirection(name);
  expect(guess.direction).toBe(direction);
  if (word) expect(guess.word).toBe(word);
});

test("further sheets of the same units add their columns; of the same columns, or of other units, they are left alone", () => {
  const towns = ["A市", "B市", "C市", "D市"];
  const main = sheet("主表", [
    ["城市", "GDP", "失业率"],
    ...towns.map((town, i): Cell[] => [town, i, 9 - i]),
  ]);
  const more = sheet("体育", [["名称", "场馆", "GDP"], ...towns.map((town, i): Cell[] => [town.slice(0, 1) + "市", i * 2, 7]), ["E市", 9, 9]]); // prettier-ignore
  const copy = sheet("旧表", [["城市", "GDP"], ...towns.map((town, i): Cell[] => [town, i])]);
  const other = sheet("外国", [["国家", "收入"], ["X", 1], ["Y", 2], ["Z", 4]]); // prettier-ignore
  const proposal = proposeWorkbook([main, copy, more, other], marks, "zh-CN")!;
  expect(proposal.sheets).toEqual(["主表", "体育"]);
  expect(roles(proposal)).toEqual({ 城市: "name", GDP: "indicator", 失业率: "indicator", 场馆: "indicator" });
  const { study, issues } = prepared([main, copy, more, other], proposal, "zh-CN").reading;
  expect([...study!.values]).toEqual([0, 1, 2, 3, 9, 8, 7, 6, 0, 2, 4, 6]);
  expect(issues.filter(({ severity }) => severity === "error").map(({ code }) => code)).toEqual(["data.unmatched-unit", "data.duplicate-column"]); // prettier-ignore
});

test("a sheet a year, a sheet an indicator", () => {
  const of = (name: string, heads: Cell[], shift: number) => sheet(name, [["Town", ...heads], ...["A", "B", "C"].map((town, i): Cell[] => [town, ...heads.map((__, k) => i + k + shift)])]); // prettier-ignore
  const years = [of("2020", ["GDP", "Jobs"], 0), of("2021", ["GDP", "Jobs"], 5)];
  const yearly = proposeWorkbook(years, marks, "en")!;
  expect(yearly.sheets).toEqual(["2020", "2021"]);
  expect(prepared(years, yearly, "en").reading.years).toEqual(["2020", "2021"]);
  const sheets = [of("GDP", [2020, 2021], 0), of("Jobs", ["2020", "2021"], 5)];
  const { reading } = prepared(sheets, proposeWorkbook(sheets, marks, "en")!, "en");
  expect(reading.study!.indicators.map(({ name }) => name)).toEqual(["GDP", "Jobs"]);
  expect([...reading.study!.values]).toEqual([1, 2, 3, 6, 7, 8]);
});
