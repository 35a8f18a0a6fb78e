import { addSheet, newBook, setValue, valueAt, findSheet, type Book } from "../../src/hosts/xlsx/book";
import { bookWorkbook } from "../../src/hosts/xlsx/xlsx-workbook";
import type { Cell, Table } from "../../src/base/table";
import { changeSetting, checkWorkbook, scoreWorkbook } from "../../src/tasks/index";
import { fingerprint } from "../../src/workbook/read/fingerprint";
import { numberRows } from "../../src/workbook/read/number-rows";

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

const table = (rows: Cell[][], more: Partial<Table> = {}): Table => ({ sheet: "Data", top: 0, left: 0, rows, merges: [], hiddenRows: [], ...more }); // prettier-ignore
const cells = (): Cell[][] => [
  ["Name", "x", "y", "z"],
  ["A", 1, 2.5, null],
  ["B", -3, 1e300, true],
  ["丙", 0, "4", ""],
];

test("tells apart what is not the same", () => {
  const changes: ((rows: Cell[][]) => Partial<Table> | void)[] = [
    () => undefined,
    (rows) => void (rows[1][1] = 1.0000000000000002),
    (rows) => void (rows[1][1] = -1),
    (rows) => void (rows[1][1] = "1"),
    (rows) => void (rows[1][1] = true),
    (rows) => void (rows[1][1] = null),
    (rows) => void ([rows[1][1], rows[2][1]] = [-1, 3]),
    (rows) => void ([rows[1][1], rows[1][2]] = [2.5, 1]),
    (rows) => void ([rows[1][2], rows[1][3]] = [null, 2.5]),
    (rows) => void ([rows[1], rows[2]] = [rows[2], rows[1]]),
    (rows) => void (rows[1][3] = 0),
    (rows) => void (rows[1][3] = ""),
    (rows) => void (rows[2][3] = false),
    (rows) => void (rows[2][3] = "TRUE"),
    (rows) => void (rows[3][1] = null),
    (rows) => void (rows[3][2] = 4),
    (rows) => void (rows[3][2] = "5"),
    (rows) => void (rows[3][0] = "丁"),
    (rows) => void ([rows[1][0], rows[2][0]] = ["B", "A"]),
    (rows) => void rows.push([null, null, null, null]),
    (rows) => rows.forEach((row) => row.push(null)),
    (rows) => void rows.pop(),
    () => ({ sheet: "Data2" }),
    () => ({ top: 1 }),
    () => ({ left: 1 }),
    () => ({ hiddenRows: [2] }),
  ];
  const marks = changes.map((change) => {
    const rows = cells();
    const more = change(rows) ?? {};
    return fingerprint([table(rows, more)], "");
  });
  const one = table(cells());
  const other = table(cells(), { sheet: "Other" });
  const ofTwo = [fingerprint([one, other], ""), fingerprint([other, one], ""), fingerprint([one], "z-score")];
  expect(new Set([...marks, ...ofTwo]).size).toBe(changes.length + 3);
});

test("is the same whoever has read the rows before, and in whatever order", () => {
  const one = table(cells());
  const expected = fingerprint([one], "");
  for (const order of [[0], [2], [1, 3], [3, 0, 1], [0, 0, 1, 2, 3]]) {
    const rows = numberRows(one);
    for (const row of order) {
      const { numbers, others, count } = rows.read(row);
      expect([...numbers]).toEqual(one.rows[row].map((cell) => (typeof cell === "number" ? cell : NaN)));
      expect(one.rows[row].flatMap((cell, c) => (cell === null || typeof cell === "number" ? [] : [c]))).toEqual([...others.subarray(0, count)]); // prettier-ignore
    }
    expect(fingerprint([one], "", () => rows)).toBe(expected);
  }
  // Stored with every result: another would make all results look out of date.
  expect(expected).toBe("e026570e840c6cd6");
});
