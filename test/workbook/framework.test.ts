import type { Cell } from "../../src/base/table";
import type { SheetContent } from "../../src/workbook/port";
import { readWorkbook } from "../../src/workbook/read/read-workbook";

function sheet(name: string, rows: Cell[][], more: Partial<SheetContent> = {}): SheetContent {
  const width = Math.max(...rows.map((row) => row.length));
  const square = rows.map((row) => [...row, ...Array<Cell>(width - row.length).fill(null)]);
  return { sheet: name, top: 0, left: 0, rows: square, merges: [], hiddenRows: [], mark: null, ...more };
}
const _ = null;
const data = sheet("数据", [
  ["城市", "甲", "乙", "丙", "丁"],
  ["A", 1, 2, 3, 4],
  ["B", 2, 3, 4, 5],
]);
const tree = (contents: SheetContent[]) => {
  const { study, issues } = readWorkbook(contents, "zh-CN");
  expect(issues.filter((each) => each.severity !== "note")).toEqual([]);
  return study!.nodes.map((node) => `${"·".repeat(node.level)}${node.name} ${node.weight}`);
};
const expected = [
  "综合指数 NaN",
  "·一 60",
  "··子 40",
  "···甲 10",
  "···乙 30",
  "··丑 20",
  "···丙 20",
  "·二 40",
  "··寅 40",
  "···丁 40",
];

test("level columns: merged cells, blank cells and repeated cells mean the same", () => {
  const header = ["一级指标", "权重", "二级指标", "权重(分)", "三级指标", "权重"].map((each) =>
    each.replace("(分)", ""),
  );
  const body = (fillIn: boolean): Cell[][] => [
    ["一", 60, "子", 40, "甲", 10],
    fillIn ? ["一", 60, "子", 40, "乙", 30] : [_, _, _, _, "乙", 30],
    fillIn ? ["一", 60, "丑", 20, "丙", 20] : [_, _, "丑", 20, "丙", 20],
    ["二", 40, "寅", 40, "丁", 40],
  ];
  const merges = [0, 1].map((column) => ({ top: 1, bottom: 3, left: column, right: column }));
  const inner = [2, 3].map((column) => ({ top: 1, bottom: 2, left: column, right: column }));
  expect(tree([sheet("指标体系", [header, ...body(true)]), data])).toEqual(expected);
  expect(tree([sheet("指标体系", [header, ...body(false)]), data])).toEqual(expected);
  expect(
    tree([sheet("指标体系", [header, ...body(false)], { merges: [...merges, ...inner] }), data]),
  ).toEqual(expected);
});

test("list: by code or by name, titles above and notes below, any order of columns", () => {
  const rows: Cell[][] = [
    ["评估指标体系"],
    [],
    ["上级指标", "权　重", "指标名称", "方向"],
    [_, 60, "一", _],
    [_, 40, "二", _],
    ["一", 40, "子", _],
    ["一", 20, "丑", _],
    ["二", 40, "寅", _],
    ["子", 10, "甲", "正向"],
    ["子", 30, "乙", "逆向指标"],
    ["丑", 20, "丙", "+"],
    ["寅", 40, "丁", -1],
    [],
    ["注：权重为专家打分。"],
  ];
  const contents = [sheet("任意", rows), data];
  expect(tree(contents)).toEqual(expected);
  const { study } = readWorkbook(contents, "zh-CN");
  expect(study!.indicators.map((each) => each.direction)).toEqual([
    "positive",
    "negative",
    "positive",
    "negative",
  ]);
});

test("one row without parent that has children is the index itself", () => {
  const rows: Cell[][] = [
    ["Code", "Name", "Parent"],
    ["I", "The index", _],
    ["甲", "First", "I"],
    ["乙", "Second", "I"],
  ];
  const { study } = readWorkbook([sheet("Indicators", rows), data], "en");
  expect(study!.nodes.map((node) => [node.name, node.level])).toEqual([
    ["The index", 0],
    ["First", 1],
    ["Second", 1],
  ]);
});

test("a leaf may stand on any level of the columns", () => {
  const rows: Cell[][] = [
    ["一级指标", "二级指标"],
    ["甲", _],
    ["一", "乙"],
    [_, "丙"],
  ];
  expect(tree([sheet("指标体系", rows), data])).toEqual([
    "综合指数 NaN",
    "·甲 NaN",
    "·一 NaN",
    "··乙 NaN",
    "··丙 NaN",
  ]);
});

test("several data sheets are joined by code or by name, and the latest year is read", () => {
  const framework = sheet("Indicators", [
    ["Name", "Parent"],
    ["甲", _],
    ["乙", _],
  ]);
  const first = sheet("D1", [
    ["代码", "名称", "地区", "甲"],
    ["007", "A", "东", 1],
    ["008", "B", "西", 2],
  ]);
  const second = sheet("D2", [["说明"], ["代码", "乙"], ["008", 20], ["007", 10]], { top: 4, left: 2 });
  const { study, issues } = readWorkbook([framework, first, second], "zh-CN");
  expect(issues).toEqual([]);
  expect([...study!.values]).toEqual([1, 2, 10, 20]);
  expect(study!.units).toEqual([
    { name: "A", code: "007" },
    { name: "B", code: "008" },
  ]);

  const panel = sheet("D", [
    ["名称", "年份", "甲", "乙"],
    ["A", 2020, 1, 2],
    ["A", 2021, 3, 4],
    ["B", 2021, 5, 6],
  ]);
  const latest = readWorkbook([framework, panel], "zh-CN");
  expect([latest.year, latest.years, [...latest.study!.values]]).toEqual([
    "2021",
    ["2020", "2021"],
    [3, 5, 4, 6],
  ]);
  const asked = readWorkbook(
    [
      framework,
      panel,
      sheet("设置", [
        ["设置项", "值"],
        ["年份", 2020],
      ]),
    ],
    "zh-CN",
  );
  expect([...asked.study!.values]).toEqual([1, 2]);

  const years = [
    sheet("2020年", [
      ["名称", "甲", "乙"],
      ["A", 1, 2],
    ]),
    sheet("2021年", [
      ["名称", "甲", "乙"],
      ["A", 3, 4],
    ]),
  ];
  expect([...readWorkbook([framework, ...years], "zh-CN").study!.values]).toEqual([3, 4]);
});

test("hidden rows are counted and said, or left out when the settings ask for it", () => {
  const framework = sheet("Indicators", [
    ["Name", "Parent"],
    ["甲", _],
    ["乙", _],
  ]);
  const rows = sheet(
    "D",
    [
      ["名称", "甲", "乙"],
      ["A", 1, 2],
      ["B", 3, 4],
    ],
    { hiddenRows: [2] },
  );
  const counted = readWorkbook([framework, rows], "zh-CN");
  expect(counted.study!.units).toHaveLength(2);
  expect(counted.issues).toMatchObject([{ code: "data.hidden-rows", params: { count: 1 } }]);
  const left = readWorkbook(
    [
      framework,
      rows,
      sheet("设置", [
        ["设置项", "值"],
        ["隐藏行", "排除"],
      ]),
    ],
    "zh-CN",
  );
  expect(left.study!.units.map((unit) => unit.name)).toEqual(["A"]);
});

test("result sheets are not read again as data", () => {
  const framework = sheet("Indicators", [
    ["Name", "Parent"],
    ["甲", _],
    ["乙", _],
  ]);
  const mark = { kind: "scores", rows: 3, columns: 3, fingerprint: "x" } as const;
  const scores = sheet(
    "得分",
    [
      ["名称", "甲", "乙"],
      ["A", 50, 60],
    ],
    { mark },
  );
  const rows = sheet("D", [
    ["名称", "甲", "乙"],
    ["A", 1, 2],
    ["B", 3, 4],
  ]);
  const before = readWorkbook([framework, rows], "zh-CN");
  const after = readWorkbook([framework, rows, scores], "zh-CN");
  expect([after.sheets.data, after.fingerprint]).toEqual([["D"], before.fingerprint]);
});
