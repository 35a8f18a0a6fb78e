import type { Issue } from "../../src/base/issue";
import {
  choose,
  defaultRecipe,
  normalisers,
  aggregators,
  tierings,
  type Recipe,
} from "../../src/engine/index";
import type { SheetContent } from "../../src/workbook/port";
import { parseByLevel, parseMethod, writeByLevel } from "../../src/workbook/read/parse-method";
import { readWorkbook } from "../../src/workbook/read/read-workbook";
import { settingsSheet } from "../../src/workbook/write/settings-sheet";

const parse = (text: string, family: Parameters<typeof parseMethod>[1] = normalisers) => {
  const issues: Issue[] = [];
  return [parseMethod(text, family, { setting: "s" }, issues), issues.map((each) => each.code)];
};

test("a method with parameters, in either language, half or full width", () => {
  expect(parse("min-max")).toEqual([choose("min-max"), []]);
  expect(parse("Min-Max ( lower = 1 ; upper = 100 )")).toEqual([
    choose("min-max", { lower: 1, upper: 100 }),
    [],
  ]);
  expect(parse("极差标准化（下限=1；上限=100）")).toEqual([choose("min-max", { lower: 1, upper: 100 }), []]);
  expect(parse("goalposts (log=yes, clip=no)")).toEqual([
    choose("goalposts", { log: true, clip: false }),
    [],
  ]);
});

test("cut-offs as people write them", () => {
  for (const text of [
    "cut-offs (values=70, 60)",
    "cut-offs 70, 60",
    "cut-offs (70, 60)",
    "固定分数线：70、60",
    "分数线 (各档下限=70, 60)",
  ]) {
    expect([text, ...parse(text, tierings)]).toEqual([text, choose("cut-offs", { values: [70, 60] }), []]);
  }
});

test("what is not known gets an issue that says what is", () => {
  expect(parse("stretch")).toEqual([null, ["setting.unknown-method"]]);
  expect(parse("min-max (width=3)")).toEqual([choose("min-max"), ["setting.unknown-parameter"]]);
  expect(parse("z-score (spread=-1)")).toEqual([choose("z-score"), ["setting.bad-value"]]);
});

test("one method a level, written back as it is read", () => {
  const general = choose("arithmetic");
  const issues: Issue[] = [];
  const byLevel = parseByLevel(
    "index: geometric; level 1: 算术平均；二级: harmonic",
    aggregators,
    general,
    { setting: "a" },
    issues,
  );
  expect(byLevel).toEqual({
    general,
    levels: { 0: choose("geometric"), 1: choose("arithmetic"), 2: choose("harmonic") },
  });
  expect(issues).toEqual([]);
  expect(parseByLevel(writeByLevel(byLevel), aggregators, general, { setting: "a" }, [])).toEqual(byLevel);
});

const framework: SheetContent = {
  sheet: "F", top: 0, left: 0, merges: [], hiddenRows: [], mark: null,
  rows: [["Name", "Parent"], ["x", null], ["y", null]],
}; // prettier-ignore
const data: SheetContent = {
  sheet: "D", top: 0, left: 0, merges: [], hiddenRows: [], mark: null,
  rows: [["Name", "Class", "GDP", "x", "y"], ["A", "p", 1, 1, 2], ["B", "q", 2, 3, 4]],
}; // prettier-ignore

test.each(["en", "zh-CN"] as const)(
  "the Settings sheet that we write in %s reads back as the recipe",
  (locale) => {
    const recipes: Recipe[] = [
      defaultRecipe,
      {
        ...defaultRecipe,
        indexName: "My index",
        scale: [0, 1],
        decimals: 3,
        availability: 1,
        availabilityLevels: { 1: 0.5, 0: 0.75 },
        imputation: choose("group-mean", { group: "Class" }),
        treatment: choose("winsorise", { most: 3 }),
        normalisation: choose("goalposts", { log: true }),
        weights: { general: choose("equal"), levels: { 1: choose("given") } },
        aggregation: { general: choose("arithmetic"), levels: { 0: choose("geometric") } },
        tiers: choose("quantiles", { number: 3 }),
        tiersOn: "rounded",
        tiersWithin: "Class",
        groups: ["Class"],
        covariates: ["GDP"],
        topAndBottom: 20,
      },
    ];
    for (const recipe of recipes) {
      const document = settingsSheet(recipe, locale);
      const written: SheetContent = {
        sheet: document.name,
        top: 0,
        left: 0,
        rows: document.rows as SheetContent["rows"],
        merges: [],
        hiddenRows: [],
        mark: null,
      };
      const { recipe: read, issues } = readWorkbook([framework, data, written], locale);
      expect(issues.filter((each) => each.code.startsWith("setting"))).toEqual([]);
      const { tierLabels, ...rest } = read;
      const { tierLabels: _labels, tiers, ...expected } = recipe;
      expect(tierLabels[0]).toBe(locale === "en" ? "Tier 1" : "第一梯队");
      expect(rest.tiers.key).toBe(tiers.key);
      expect({ ...rest, tiers, availability: 0 }).toEqual({ ...expected, tiers, availability: 0 });
      expect(Math.abs(rest.availability - recipe.availability)).toBeLessThan(0.001);
    }
  },
);
