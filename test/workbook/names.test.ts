import type { Cell } from "../../src/base/table";
import type { SheetContent } from "../../src/workbook/port";
import { readWorkbook } from "../../src/workbook/read/read-workbook";

const _ = null;
const sheet = (name: string, rows: Cell[][]): SheetContent => ({ sheet: name, top: 0, left: 0, rows, merges: [], hiddenRows: [], mark: null }); // prettier-ignore
const framework = sheet("指标体系", [["名称", "上级"], ["甲", _], ["乙", _]]); // prettier-ignore

/** The unit that a name on a second sheet is matched to, and what is said at the cell. */
function match(units: string[], name: string, ...more: SheetContent[]): [string | null, string] {
  const first = sheet("一", [["名称", "甲"], ...units.map((unit, i): Cell[] => [unit, i])]);
  const second = sheet("二", [["名称", "乙"], [name, 7]]); // prettier-ignore
  const { study, issues } = readWorkbook([framework, first, second, ...more], "zh-CN");
  const at = study!.units.findIndex((__, i) => study!.values[units.length + i] === 7);
  const found = issues.filter((each) => each.at?.sheet === "二" && each.at.top === 1).map(({ code }) => code);
  return [at < 0 ? null : study!.units[at].name, found.join(" ")];
}

test.each([
  [["深圳市", "广州市"], "深圳", "深圳市"],
  [["深圳", "广州"], "深圳市", "深圳"],
  [["广东省", "广州市"], "廣東", "广东省"],
  [["吉林省", "长春市"], "吉林", "吉林省"],
  [["韶关市", "龙岩市"], "韶關", "韶关市"],
  [["黟县", "歙县"], "黟縣", "黟县"],
  [["Côte d'Ivoire", "Ghana"], "cote d’ivoire", "Côte d'Ivoire"],
  [["Gambia", "Ghana"], "The Gambia", "Gambia"],
  [["Trinidad and Tobago", "Ghana"], "Trinidad & Tobago", "Trinidad and Tobago"],
])("among %j, %s is %s, and it is said", (units, name, unit) => {
  expect(match(units, name)).toEqual([unit, "data.unit-matched"]);
});

test.each([
  [["吉林省", "吉林市"], "吉林"],
  [["吉林省", "长春市"], "吉林市"],
  [["深圳市", "广州市"], "深州市"],
  [["Niger", "Ghana"], "Nigeria"],
  [["Dominica", "Ghana"], "Dominican Republic"],
])("among %j, %s is nobody, and the nearest are named", (units, name) => {
  expect(match(units, name)).toEqual([null, "data.unmatched-unit"]);
});

test("exact names need no word; codes win over names", () => {
  expect(match(["深圳市", "深圳"], "深圳")).toEqual(["深圳", ""]);
  expect(match(["深圳市", "深圳"], "　深圳市 ")).toEqual(["深圳市", ""]);
});

test("a confirmed pair is used next time; one of no unit is told at its cell", () => {
  const pairs = sheet("名称对照", [
    ["表中名称", "单位"],
    ["鹏城", "深圳市"],
    ["花城", "羊城"],
  ]);
  expect(match(["深圳市", "广州市"], "鹏城", pairs)).toEqual(["深圳市", ""]);
  const first = sheet("一", [["名称", "甲", "乙"], ["深圳市", 1, 2], ["广州市", 3, 5]]); // prettier-ignore
  const { issues, sheets } = readWorkbook([framework, first, pairs], "zh-CN");
  expect(sheets.data).toEqual(["一"]);
  expect(issues).toMatchObject([{ code: "names.unknown-unit", at: { sheet: "名称对照", top: 2, left: 1 } }]);
  const plain = sheet("Name matches", [["鹏城", "深圳市"]]);
  expect(match(["深圳市", "广州市"], "鹏城", plain)).toEqual(["深圳市", ""]);
});

test.each<[string, Cell, string | null, string]>([
  ["a code without the zeros that Excel dropped", 10201, "B", "data.unit-matched"],
  ["a code as it stands", "010201", "B", ""],
  ["a code that nobody has, beside a name", "999", null, "data.unmatched-unit"],
])("%s", (__, code, unit, said) => {
  const first = sheet("一", [
    ["代码", "名称", "甲"],
    ["010101", "A", 1],
    ["010201", "B", 2],
  ]);
  const second = sheet("二", [
    ["代码", "名称", "乙"],
    [code, "B", 7],
  ]);
  const { study, issues } = readWorkbook([framework, first, second], "zh-CN");
  const at = study!.units.findIndex((___, i) => study!.values[2 + i] === 7);
  expect(at < 0 ? null : study!.units[at].name).toBe(unit);
  expect(issues.filter((each) => each.at?.sheet === "二" && each.at.top === 1).map(({ code: kind }) => kind).join()).toBe(said); // prettier-ignore
});

test("a row that the user said is no unit is left out with a note, whatever its code", () => {
  const pairs = sheet("名称对照", [
    ["表中名称", "单位"],
    ["全区", "–"],
    ["丙地", "B"],
  ]);
  const first = sheet("一", [
    ["代码", "名称", "甲"],
    ["01", "A", 1],
    ["02", "B", 2],
  ]);
  const second = sheet("二", [
    ["代码", "名称", "乙"],
    ["00", "全区", 99],
    ["77", "丙地", 7],
  ]);
  const { study, issues } = readWorkbook([framework, first, second, pairs], "zh-CN");
  expect([...study!.values]).toEqual([1, 2, NaN, 7]);
  expect(issues.filter(({ code }) => code !== "data.missing").map(({ severity, code }) => [severity, code])).toEqual([["note", "data.unit-left-out"]]); // prettier-ignore
});
