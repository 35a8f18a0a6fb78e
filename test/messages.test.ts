import { en } from "../src/messages/en/index";
import { fill, say, shortNumber } from "../src/messages/say";
import { zhCN } from "../src/messages/zh-CN/index";
import { issue } from "../src/base/issue";

/** Every text of a catalogue by its path. */
function flat(texts: object, path = ""): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === "string"
      ? [[`${path}${key}`, value] as [string, string]]
      : flat(value as object, `${path}${key}.`),
  );
}
const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

test("both languages have the same texts with the same holes", () => {
  const english = new Map(flat(en));
  const chinese = new Map(flat(zhCN));
  expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort());
  for (const [path, text] of english) expect([path, holes(chinese.get(path)!)]).toEqual([path, holes(text)]);
});

test("no text is empty, and no text stands twice in a room", () => {
  for (const catalogue of [en, zhCN]) {
    for (const [path, text] of flat(catalogue)) expect([path, text.trim() !== ""]).toEqual([path, true]);
    const sentences = flat(catalogue.issues).map(([, text]) => text);
    expect(new Set(sentences).size).toBe(sentences.length);
  }
});

test("Chinese texts use full-width punctuation between Chinese characters", () => {
  const wrong = flat(zhCN).filter(
    ([, text]) => /[\u4e00-\u9fff][,:;?!](?![\w/])/.test(text) || /[\u4e00-\u9fff]\.$/.test(text),
  );
  expect(wrong).toEqual([]);
});

test("an issue names its cell, in both languages", () => {
  const at = { sheet: "My data", top: 6, left: 27, bottom: 6, right: 27 };
  const found = issue("error", "data.not-a-number", { found: "n/a?" }, {}, at);
  expect(say(found, "en")).toBe(
    "'My data'!AB7: “n/a?” is not a number and is read as missing; write a number or a missing mark.",
  );
  expect(say(found, "zh-CN")).toBe("'My data'!AB7：“n/a?”不是数字，按缺失处理；请填写数字或缺失标记。");
});

test("numbers in sentences are short; what is not known leaves its hole", () => {
  expect(fill("{a} and {b}", { a: 1 / 3 })).toBe("0.333333 and {b}");
  expect([shortNumber(100), shortNumber(1e-9), shortNumber(NaN)]).toEqual(["100", "1e-9", "–"]);
});
