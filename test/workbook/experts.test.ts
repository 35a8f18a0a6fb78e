import type { Cell } from "../../src/base/table";
import { score } from "../../src/engine/index";
import type { SheetContent } from "../../src/workbook/port";
import { readWorkbook } from "../../src/workbook/read/read-workbook";

const _ = null;
function sheet(name: string, rows: Cell[][], top = 0, left = 0): SheetContent {
  const width = Math.max(...rows.map((row) => row.length));
  const square = rows.map((row) => [...row, ...Array<Cell>(width - row.length).fill(null)]);
  return { sheet: name, top, left, rows: square, merges: [], hiddenRows: [], mark: null };
}
const framework = sheet("指标体系", [
  ["代码", "名称", "上级", "权重"],
  ["E", "经济", _, 60],
  ["S", "社会", _, 40],
  ["E1", "产值", "E", 1],
  ["E2", "投资", "E", 1],
  ["E3", "消费", "E", 1],
  ["S1", "教育", "S", 1],
  ["S2", "医疗", "S", 1],
]);
const data = sheet("数据", [
  ["城市", "E1", "E2", "E3", "S1", "S2"],
  ["甲", 1, 2, 3, 4, 9],
  ["乙", 2, 3, 7, 5, 1],
  ["丙", 5, 1, 4, 4, 2],
]);
const settings = (weights: string) => sheet("设置", [["设置项", "值"], ["weights", weights]]); // prettier-ignore
const read = (...sheets: SheetContent[]) => {
  const { study, issues } = readWorkbook([framework, data, ...sheets], "zh-CN");
  return { study: study!, issues: issues.filter(({ severity }) => severity !== "note") };
};
const half = (cells: Float64Array) => [...cells].map((value) => Number(value.toPrecision(6)));

test("several matrices on a sheet, children in any order, by name or code, fractions as text", () => {
  const { study, issues } = read(
    sheet("判断矩阵", [
      ["判断矩阵说明"],
      [],
      ["经济 · 李", "消费", "E1", "投资", "权重", _, "社会（王）", "教育", "医疗"],
      ["消费", 1, "1/5", "1/2", 0.1, _, "教育", 1, 4],
      ["E1", _, 1, 3, 0.6, _, "医疗", _, 1],
      ["投资", 2, _, 1, 0.3],
    ]),
  );
  expect(issues).toEqual([]);
  expect(study.judgements.map(({ expert, parent }) => [expert, study.nodes[parent].name])).toEqual([
    ["李", "经济"],
    ["王", "社会"],
  ]);
  expect(half(study.judgements[0].matrix)).toEqual([1, 3, NaN, NaN, 1, 2, 0.2, 0.5, 1]);
  expect(half(study.judgements[1].matrix)).toEqual([1, 4, NaN, 1]);
});

test("the title above the matrix, the expert in the sheet's name, the parent known by its children", () => {
  const body: Cell[][] = [
    [_, "E1", "E2", "E3"],
    ["E1", 1, 3, 5],
    ["E2", _, 1, 2],
    ["E3", _, _, 1],
  ];
  const { study, issues } = read(
    sheet("判断矩阵", [["上级：经济", "专家：赵"], ...body], 4, 2),
    sheet("判断矩阵-钱", body),
    sheet("Judgements (Sun)", [["index"], [_, "E", "S"], ["E", 1, 2], ["S", "1:2", 1]]), // prettier-ignore
  );
  expect(issues).toEqual([]);
  expect(study.judgements.map(({ expert, parent }) => [expert, parent])).toEqual([
    ["赵", study.nodes.findIndex(({ code }) => code === "E")],
    ["钱", study.nodes.findIndex(({ code }) => code === "E")],
    ["Sun", 0],
  ]);
});

test("a bad cell, a contradiction, an unknown child and a matrix of nobody are told at their cells", () => {
  const { study, issues } = read(
    sheet(
      "Judgements",
      [
        ["经济", "产值", "投资", "消费"],
        ["产值", 1, "about 3", 46025],
        ["投资", _, 2, 4],
        ["消费", _, 1, 1],
        [],
        ["社会", "教育", "医疗", "治安"],
        ["教育", 1, -2, 3],
        ["医疗", _, 1, 3],
        [],
        ["文化", "产值", "教育"],
        ["产值", 1, 2],
        ["教育", _, 1],
      ],
      1,
      1,
    ),
  );
  expect(issues.map(({ code, at }) => [code, at!.top, at!.left])).toEqual([
    ["judgement.bad-cell", 2, 3],
    ["judgement.bad-cell", 2, 4],
    ["judgement.bad-cell", 3, 3],
    ["judgement.not-reciprocal", 4, 3],
    ["judgement.unknown-child", 6, 4],
    ["judgement.bad-cell", 7, 3],
    ["judgement.unknown-parent", 10, 1],
  ]);
  expect(study.judgements).toHaveLength(2);
  // 4 and 1 contradict: √4.
  expect(study.judgements[0].matrix[1 * 3 + 2]).toBe(2);
});

test("points: the mean over the experts, rows in any order, sums passed over", () => {
  const { study, issues } = read(
    sheet("专家打分", [
      ["专家打分表"],
      ["代码", "名称", "专家一", "专家二", "平均"],
      ["E3", "消费", 20, _, 20],
      ["E1", "产值", 50, 40, 45],
      ["E2", "投资", 30, "40", 35],
      ["合计", _, 100, 80, 100],
      ["注：满分 100"],
    ]),
  );
  expect(issues).toEqual([]);
  expect(Object.fromEntries(study.nodes.map(({ code }, k) => [code, study.points[k]]))).toMatchObject({
    E1: 45,
    E2: 35,
    E3: 20,
    S1: NaN,
  });
});

test("points that are none, and rows of nobody, are told at their cells", () => {
  const { issues } = read(
    sheet("Expert weights", [
      ["Indicator", "A", "B"],
      ["产值", 3, "much"],
      ["投资", -1, 2],
      ["旅游", 4, 4],
      ["教育", 1, 1],
    ]),
  );
  expect(issues.map(({ code, at }) => [code, at!.top, at!.left])).toEqual([
    ["points.bad-cell", 1, 2],
    ["points.bad-cell", 2, 1],
    ["points.unknown-node", 3, 0],
  ]);
});

test("neither kind of sheet is taken for data; without them the study has none", () => {
  const { study } = read();
  expect(study.judgements).toEqual([]);
  expect([...study.points].every(Number.isNaN)).toBe(true);
});

test("from the sheets to weights: AHP on the first level, points below", () => {
  const reading = readWorkbook(
    [
      framework,
      data,
      settings("points; level 1: ahp"),
      sheet("判断矩阵", [["综合指数", "社会", "经济"], ["社会", 1, "1/3"], ["经济", _, 1]]), // prettier-ignore
      sheet("专家打分", [["指标", "甲"], ["消费", 2], ["产值", 5], ["投资", 3], ["医疗", 1], ["教育", 1]]), // prettier-ignore
    ],
    "zh-CN",
  );
  const { weights, study } = score(reading.study!, reading.recipe);
  const of = (code: string) => weights[study.nodes.findIndex((node) => node.code === code)];
  [["E", 0.75], ["S", 0.25], ["E1", 0.5], ["E2", 0.3], ["E3", 0.2], ["S1", 0.5]].forEach(([code, weight]) =>
    expect(of(String(code))).toBeCloseTo(Number(weight), 12),
  ); // prettier-ignore
});
