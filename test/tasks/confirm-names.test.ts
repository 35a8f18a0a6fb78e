import type { Study } from "../../src/engine/index";
import { excelWorkbook } from "../../src/hosts/excel/excel-workbook";
import { findSheet, type Book } from "../../src/hosts/xlsx/book";
import { bookWorkbook } from "../../src/hosts/xlsx/xlsx-workbook";
import { checkWorkbook, confirmNames, nameCandidates, type TaskOptions } from "../../src/tasks/index";
import { openSession } from "../hosts/excel-session";
import { fillSheet, smallBook } from "../taskpane/small-book";

const options: TaskOptions = { locale: "en", now: "2026-01-31T12:00:00+00:00" };

/** Two sheets: the second has the pay, under names that are not quite those of the first. */
function twoSheets(): Book {
  const book = smallBook();
  const data = findSheet(book, "Data")!;
  const pay = data.values.map((row) => row.splice(5, 1)[0]);
  fillSheet(book, "Pay", [["Name", "Pay"], ...pay.slice(1).map((value, i) => [i === 2 ? "Tow 3" : i === 4 ? "Fünf" : `Town ${i + 1}`, value]), ["The county", 9999]]); // prettier-ignore
  return book;
}

test("candidates are alike whatever kind of place stands at their end", () => {
  const units = ["广州市", "深圳市", "珠海市", "海口市"].map((name) => ({ name, code: "" }));
  expect(nameCandidates("朱海", { units } as unknown as Study, 2)[0]).toBe("珠海市");
});

describe.each<[string, (book: Book) => ReturnType<typeof bookWorkbook>]>([
  ["a file", bookWorkbook],
  ["Excel", (book) => (openSession(book, "web"), excelWorkbook())],
])("%s", (_, open) => {
  test("names are asked, confirmed, kept on a sheet, and used the next time", async () => {
    const book = twoSheets();
    const workbook = open(book);
    const unmatched = async () => (await checkWorkbook(workbook, options)).issues.flatMap((each) => (each.code === "data.unmatched-unit" ? [each.params.unit] : [])); // prettier-ignore
    expect(await unmatched()).toEqual(["Tow 3", "Fünf", "The county"]);
    const { study } = await checkWorkbook(workbook, options);
    expect(nameCandidates("Tow 3", study!, 3)[0]).toBe("Town 3");

    await confirmNames(workbook, [{ found: "Tow 3", unit: "Town 3" }], options);
    expect(await unmatched()).toEqual(["Fünf", "The county"]);
    await confirmNames(workbook, [{ found: "Fünf", unit: "Town 6" }, { found: "The county", unit: null }], options); // prettier-ignore
    await confirmNames(workbook, [{ found: "Fünf", unit: "Town 5" }], options);
    const check = await checkWorkbook(workbook, options);
    expect(check.issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(check.issues.find(({ code }) => code === "data.unit-left-out")!.params).toMatchObject({ name: "The county" }); // prettier-ignore
    const n = check.study!.units.length;
    expect(n).toBe(12);
    const before = await checkWorkbook(bookWorkbook(smallBook()), options);
    expect([...check.study!.values]).toEqual([...before.study!.values]);
    expect(findSheet(book, "Name matches")!.values.slice(4).map((row) => row.slice(0, 2))).toEqual([["Tow 3", "Town 3"], ["Fünf", "Town 5"], ["The county", "–"]]); // prettier-ignore
    expect(findSheet(book, "Name matches")!.names).toEqual([]);
  });
});
