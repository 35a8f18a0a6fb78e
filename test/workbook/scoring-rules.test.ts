import type { Cell } from "../../src/base/table";
import { score } from "../../src/engine/index";
import type { SheetContent } from "../../src/workbook/port";
import { readWorkbook } from "../../src/workbook/read/read-workbook";

const sheet = (name: string, rows: Cell[][]): SheetContent => ({ sheet: name, top: 0, left: 0, rows, merges: [], hiddenRows: [], mark: null }); // prettier-ignore
const _ = null;
const framework = sheet("指标体系", [
  ["名称", "上级", "标准化方法"],
  ["办结率", _, "评分规则"],
  ["事故数", _, "评分规则 (起始分=100)"],
]);
const data = sheet("数据", [
  ["城市", "办结率", "事故数"],
  ["A", 95, 0],
  ["B", 80, 2],
  ["C", 40, 9],
]);

test("bands and deductions of a government scoring sheet", () => {
  const rules = sheet("评分规则", [
    ["评分规则（2025）", _, _, _, _],
    ["指标", "下限", "上限", "得分", "截止得分"],
    ["办结率", _, 60, 0, _],
    [_, 60, 90, 60, 90],
    [_, 90, _, 100, _],
    ["事故数", 0, 5, 0, -50],
    [_, 5, _, -100, _],
    ["注：按年度考核办法。", _, _, _, _],
  ]);
  const { study, recipe, issues } = readWorkbook([framework, data, rules], "zh-CN");
  expect(issues).toEqual([]);
  const { stages } = score(study!, recipe);
  expect([...stages.normalised]).toEqual([100, 80, 0, 100, 80, 0]);
});

test("an unknown indicator, a band that runs backwards and a bad number are named at their cells", () => {
  const rules = sheet("评分规则", [
    ["指标", "下限", "上限", "得分"],
    ["办结律", 0, 1, 1],
    ["办结率", 60, 10, 5],
    [_, "低", 10, 5],
  ]);
  const { issues } = readWorkbook([framework, data, rules], "zh-CN");
  expect(issues.map((each) => [each.code, each.at!.top, each.at!.left])).toEqual([
    ["rules.unknown-indicator", 1, 0],
    ["rules.upside-down", 2, 1],
    ["tree.bad-number", 3, 1],
  ]);
});
