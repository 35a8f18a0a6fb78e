import { addSheet, newBook, setValue, valueAt, findSheet, type Book } from "../../src/hosts/xlsx/book";
import { bookWorkbook } from "../../src/hosts/xlsx/xlsx-workbook";
import { changeSetting, checkWorkbook, scoreWorkbook } from "../../src/tasks/index";

const options = { locale: "en", now: "2026-01-01T00:00:00Z" } as const;

function small(): Book {
  const book = newBook();
  const put = (name: string, rows: (string | number | null)[][]) => {
    const sheet = addSheet(book, name);
    rows.forEach((row, r) => row.forEach((cell, c) => cell !== null && setValue(sheet, r, c, cell)));
  };
  put("Indicators", [
    ["Name", "Parent"],
    ["x", null],
    ["y", null],
  ]);
  put("Data", [
    ["Name", "x", "y"],
    ["A", 1, 2],
    ["B", 3, 4],
    ["C", 5, 9],
  ]);
  return book;
}

test("a run that writes the Settings sheet is not out of date at once; a changed value or setting makes it so", async () => {
  const book = small();
  const workbook = bookWorkbook(book);
  const run = await scoreWorkbook(workbook, options);
  expect(run.written.map((each) => each.sheet)).toContain("Settings");
  const fresh = await checkWorkbook(workbook, options);
  expect(fresh.resultFingerprint).toBe(fresh.fingerprint);
  // The same in another language: numbers are the same.
  const chinese = await checkWorkbook(workbook, { ...options, locale: "zh-CN" });
  expect(chinese.resultFingerprint).toBe(chinese.fingerprint);

  await changeSetting(workbook, "normalisation", "z-score", options);
  const changed = await checkWorkbook(workbook, options);
  expect(changed.recipe.normalisation.key).toBe("z-score");
  expect(changed.resultFingerprint).not.toBe(changed.fingerprint);

  await scoreWorkbook(workbook, options);
  const data = findSheet(book, "Data")!;
  setValue(data, 1, 1, 1.5);
  const edited = await checkWorkbook(workbook, options);
  expect(edited.resultFingerprint).not.toBe(edited.fingerprint);
  setValue(data, 1, 1, 1);
  const back = await checkWorkbook(workbook, options);
  expect(back.resultFingerprint).toBe(back.fingerprint);
});

test("a setting is changed in its cell; the rest of the sheet stays", async () => {
  const book = small();
  const workbook = bookWorkbook(book);
  await changeSetting(workbook, "decimals", "3", options);
  const sheet = findSheet(book, "Settings")!;
  const row = sheet.values.findIndex((cells) => cells?.[0] === "Decimals");
  expect(valueAt(sheet, row, 1)).toBe(3);
  const before = JSON.stringify(sheet.values);
  await changeSetting(workbook, "decimals", "2", options);
  await changeSetting(workbook, "decimals", "3", options);
  expect(JSON.stringify(sheet.values)).toBe(before);
});
