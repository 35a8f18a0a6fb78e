import { issue } from "../../src/base/issue";
import { choose, imputers, normalisers, tierings, weighters } from "../../src/engine/index";
import { filterProblems, groupProblems } from "../../src/taskpane/problem-kind";
import {
  byLevelWords,
  choiceWords,
  readNumber,
  readNumbers,
  sameChoice,
} from "../../src/taskpane/recipe-words";
import { wordsIn } from "../../src/taskpane/words";

const english = wordsIn("en");
const chinese = wordsIn("zh-CN");

test("a choice is said with its parameters in the reader's manner", () => {
  expect(choiceWords(tierings, choose("cut-offs"), english)).toBe("Fixed cut-offs (Lower bounds 70, 60)");
  expect(choiceWords(tierings, choose("cut-offs", { values: [80] }), chinese)).toBe(
    "固定分数线（各档下限 80）",
  );
});

test("parameters at their defaults are not said, others are", () => {
  expect(choiceWords(normalisers, choose("min-max"), english)).toBe("Min–max");
  expect(choiceWords(normalisers, choose("min-max", { lower: 1 }), english)).toMatch(/^Min–max \(.* 1\)$/);
});

test("levels with a method of their own are named", () => {
  const said = byLevelWords(weighters, { general: choose("given"), levels: { 1: choose("equal") } }, english);
  expect(said).toMatch(/; Level 1: /);
});

test("a default written out is still the default", () => {
  expect(sameChoice(tierings, choose("cut-offs", { values: [70, 60] }), choose("cut-offs"))).toBe(true);
  expect(sameChoice(tierings, choose("cut-offs", { values: [70] }), choose("cut-offs"))).toBe(false);
  expect(sameChoice(imputers, choose("mean"), choose("none"))).toBe(false);
});

test("typed numbers may be full-width and are held to their bounds", () => {
  expect(readNumber(" ６．５ ", 0, 10)).toBe(6.5);
  expect(readNumber("−2", -5, 5)).toBe(-2);
  expect(readNumber("11", 0, 10)).toBeNull();
  expect(readNumber("", 0, 10)).toBeNull();
  expect(readNumbers("80，70, 60", 0, 100)).toEqual([80, 70, 60]);
  expect(readNumbers("80, x", 0, 100)).toBeNull();
});

test("numbers and shares show the same decimals, and a dash for none", () => {
  expect(english.number(1234.5, 2)).toBe("1,234.50");
  expect(english.number(NaN, 2)).toBe("–");
  expect(chinese.percent(0.125, 1)).toBe("12.5%");
});

test("problems stand by severity and kind, errors first", () => {
  const note = issue("note", "data.missing", { count: 1, indicator: "Air" });
  const error = issue("error", "data.not-a-number", { found: "x" });
  const other = issue("error", "tree.no-sheet", {});
  const { open, accepted } = groupProblems([note, error, other, error], []);
  expect(open.map(({ severity, count }) => [severity, count])).toEqual([
    ["error", 3],
    ["note", 1],
  ]);
  expect(open[0].kinds).toEqual([
    { code: "data.not-a-number", severity: "error", issues: [error, error] },
    { code: "tree.no-sheet", severity: "error", issues: [other] },
  ]);
  expect(accepted).toEqual([]);
});

test("accepted kinds stand apart, but never their errors; a search looks into the sentences", () => {
  const error = issue("error", "data.not-a-number", { found: "about 7" });
  const warning = issue("warning", "data.not-a-number", { found: "ca. 9" });
  const { open, accepted } = groupProblems([error, warning], ["data.not-a-number"]);
  expect(open.flatMap(({ kinds }) => kinds.flatMap(({ issues }) => issues))).toEqual([error]);
  expect(accepted.flatMap(({ issues }) => issues)).toEqual([warning]);
  expect(filterProblems([error, warning], " ABOUT ", english.say)).toEqual([error]);
  expect(filterProblems([error, warning], "", english.say)).toHaveLength(2);
});
