import type { Issue } from "../../src/base/issue";
import { readNodeWeights, writeNodeWeights } from "../../src/workbook/read/node-weights";
import { small } from "../engine/diagnose/small-study";

const study = small([[1, 2], [3, 4]]); // prettier-ignore
const at = { sheet: "Settings", top: 3, left: 1, bottom: 3, right: 1 };
const read = (text: string) => {
  const issues: Issue[] = [];
  return [readNodeWeights(text, study, at, issues), issues.map(({ code }) => code)];
};

test("weights by name or code, as shares or percents, written back", () => {
  expect(read("I0=0.25; I1：75%")).toEqual([{ I0: 0.25, I1: 0.75 }, []]);
  expect(writeNodeWeights({ I0: 0.25, I1: 0.75 })).toBe("I0=0.25; I1=0.75");
  expect(writeNodeWeights(null)).toBe("");
});

test.each(["I0=0.25", "I0=a; I1=1", "I0=1; I2=1", "I0=-1; I1=2", "I0=0; I1=0", "half and half"])(
  "“%s” is refused whole, with an issue",
  (text) => {
    expect(read(text)).toEqual([null, ["setting.bad-value"]]);
  },
);
