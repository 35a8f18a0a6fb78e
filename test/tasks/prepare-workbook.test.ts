import type { Cell } from "../../src/base/table";
import { excelWorkbook } from "../../src/hosts/excel/excel-workbook";
import { addSheet, findSheet, newBook, setValue, type Book } from "../../src/hosts/xlsx/book";
import { readXlsx } from "../../src/hosts/xlsx/read-xlsx";
import { writeXlsx } from "../../src/hosts/xlsx/write-xlsx";
import { bookWorkbook } from "../../src/hosts/xlsx/xlsx-workbook";
import {
  applyPreparation,
  checkWorkbook,
  proposePreparation,
  removeResults,
  scoreWorkbook,
} from "../../src/tasks/index";
import type { TaskOptions } from "../../src/tasks/index";
import { openSession } from "../hosts/excel-session";

const options: TaskOptions = { locale: "en", now: "2026-01-31T12:00:00+00:00" };
const table: Cell[][] = [
  ["Towns of the county, 2023"],
  ["Town", "Region", "Income", "Unemployment rate"],
  ...Array.from({ length: 12 }, (_, i): Cell[] => [`Town ${i}`, i % 2 ? "North" : "South", 100 + ((i * 7) % 12), 4 + ((i * 5) % 7)]),
]; // prettier-ignore

function bookOf(sheets: Readonly<Record<string, Cell[][]>>): Book {
  const book = newBook();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = addSheet(book, name);
    rows.forEach((row, r) => row.forEach((value, c) => value !== null && setValue(sheet, r, c, value)));
  }
  return book;
}

const hosts: [string, (book: Book) => ReturnType<typeof bookWorkbook>][] = [
  ["a file", bookWorkbook],
  ["Excel 2019", (book) => (openSession(book, "2019"), excelWorkbook())],
  ["Excel on the web", (book) => (openSession(book, "web"), excelWorkbook())],
];

describe.each(hosts)("%s", (_, open) => {
  async function prepare(book: Book, sheet?: string) {
    const workbook = open(book);
    const proposal = await proposePreparation(workbook, options, sheet);
    if (!proposal.ok) throw new Error(JSON.stringify(proposal.issues));
    return { workbook, proposal: proposal.value };
  }

  test("after preparing, the next click scores; the table is as it was; results go, the framework stays", async () => {
    const book = bookOf({ Notes: [["About this workbook"]], Towns: table });
    const { workbook, proposal } = await prepare(book);
    expect(proposal.sheet).toBe("Towns");
    const applied = await applyPreparation(workbook, proposal, options);
    expect(applied).toMatchObject({ ok: true, value: [{ kind: "indicators", sheet: "Indicators" }, { kind: "settings", sheet: "Settings" }] }); // prettier-ignore
    const check = await checkWorkbook(workbook, options);
    expect(check.issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(check.study!.indicators.map(({ name, direction }) => [name, direction])).toEqual([["Income", "positive"], ["Unemployment rate", "negative"]]); // prettier-ignore
    expect((await scoreWorkbook(workbook, options)).outcome).toBe("scored");
    await removeResults(workbook);
    expect(book.sheets.map(({ name }) => name)).toEqual(["Notes", "Towns", "Indicators", "Settings"]);
    expect(findSheet(book, "Towns")!.values.map((row) => [...row])).toEqual(table);
    const saved = readXlsx(writeXlsx(book));
    expect(saved.ok && (await checkWorkbook(bookWorkbook(saved.value), options)).ready).toBe(true);
  });

  test("the sheet in view comes first, then the sheet that is named", async () => {
    const book = bookOf({ One: table, Two: table });
    book.active = 1;
    expect((await prepare(book)).proposal.sheet).toBe("Two");
    expect((await prepare(book, "One")).proposal.sheet).toBe("One");
    const { workbook, proposal } = await prepare(book);
    await applyPreparation(workbook, proposal, options);
    expect((await checkWorkbook(workbook, options)).sheets.data).toEqual(["Two"]);
  });

  test("a user's sheet called Indicators is left alone; a Settings sheet gets only what it lacks", async () => {
    const book = bookOf({ Indicators: [["My own notes"], ["on indicators"]], Towns: table, Settings: [["Setting", "Value"], ["Decimals", 3], ["Missing marks", "gone"]] }); // prettier-ignore
    const { workbook, proposal } = await prepare(book, "Towns");
    const applied = await applyPreparation(workbook, proposal, options);
    expect(applied.issues).toMatchObject([{ code: "write.name-taken" }]);
    expect(findSheet(book, "Indicators")!.values).toEqual([["My own notes"], ["on indicators"]]);
    const { recipe, sheets, study } = await checkWorkbook(workbook, options);
    expect([recipe.decimals, sheets.indicators, sheets.settings]).toEqual([3, "Indicators (2)", "Settings"]);
    expect(study!.units).toHaveLength(12);
  });

  test("a table that has changed since, and a workbook that is prepared, are refused", async () => {
    const book = bookOf({ Towns: table });
    const { workbook, proposal } = await prepare(book);
    setValue(findSheet(book, "Towns")!, 3, 2, 999);
    expect(await applyPreparation(workbook, proposal, options)).toMatchObject({ ok: false, issues: [{ code: "prepare.changed" }] }); // prettier-ignore
    expect(book.sheets).toHaveLength(1);
    const fresh = await prepare(book);
    await applyPreparation(workbook, fresh.proposal, options);
    expect(await proposePreparation(workbook, options)).toMatchObject({ ok: false, issues: [{ code: "prepare.has-framework" }] }); // prettier-ignore
  });

  test("no table, no units, no indicator: a sentence each", async () => {
    const empty = await proposePreparation(open(bookOf({ Notes: [["nothing here"]] })), options);
    expect(empty).toMatchObject({ ok: false, issues: [{ code: "prepare.no-table" }] });
    const { workbook, proposal } = await prepare(bookOf({ Towns: table }));
    const without = (...roles: string[]) => ({ ...proposal, columns: proposal.columns.filter(({ role }) => !roles.includes(role)) }); // prettier-ignore
    expect(await applyPreparation(workbook, without("name"), options)).toMatchObject({ ok: false, issues: [{ code: "prepare.no-units" }] }); // prettier-ignore
    expect(await applyPreparation(workbook, without("indicator"), options)).toMatchObject({ ok: false, issues: [{ code: "prepare.no-indicator" }] }); // prettier-ignore
  });
});
