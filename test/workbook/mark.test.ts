import { decodeMark, encodeMark } from "../../src/workbook/mark";

const mark = { kind: "scores", rows: 120, columns: 14, fingerprint: "a1b2" } as const;

test.each(["Scores", "得分", 'Say "hi"', "a|b|3", "It's"])("a mark on %s is read again", (sheet) => {
  expect(decodeMark(encodeMark(mark, sheet), sheet)).toEqual(mark);
});

test("a mark is a text constant of a formula", () => {
  expect(encodeMark(mark, "Scores")).toBe('="scores|Scores|120|14|a1b2"');
});

test("a sheet renamed or copied is no longer ours", () => {
  expect(decodeMark(encodeMark(mark, "Scores"), "Scores (2)")).toBeNull();
});

test.each(["", "=1", '="hello"', "=Scores!$A$1", '="scores|Scores|x|1|"'])("%p is no mark", (formula) => {
  expect(decodeMark(formula, "Scores")).toBeNull();
});
