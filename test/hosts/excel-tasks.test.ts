import { readFileSync } from "node:fs";
import path from "node:path";
import { excelWorkbook } from "../../src/hosts/excel/excel-workbook";
import { cellKey, type Book } from "../../src/hosts/xlsx/book";
import { readXlsx } from "../../src/hosts/xlsx/read-xlsx";
import { bookWorkbook } from "../../src/hosts/xlsx/xlsx-workbook";
import { removeResults, scoreWorkbook } from "../../src/tasks/index";
import type { TaskOptions } from "../../src/tasks/index";
import { openSession } from "./excel-session";

const options: TaskOptions = { locale: "en", now: "2026-01-31T12:00:00+00:00" };
const sampleNames = ["hdi-2025", "asem", "city-governance"];

function sample(name: string): Book {
  const file = path.join(__dirname, "..", "..", "assets", "samples", `${name}.xlsx`);
  const read = readXlsx(new Uint8Array(readFileSync(file)));
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value;
}

/** Values and formulas of every sheet; an empty row is no row. What a formula works out to is the host's own. */
function contents(book: Book, names?: readonly string[]): Record<string, unknown> {
  const sheets = book.sheets.filter(({ name }) => !names || names.includes(name));
  return Object.fromEntries(
    sheets.map(({ name, values, formulas }) => {
      const rows = Array.from(values, (row, r) =>
        Array.from(row ?? [], (cell, c) =>
          formulas.has(cellKey(r, c)) ? "=" : cell === "" ? null : (cell ?? null),
        ),
      );
      while (rows.length && rows[rows.length - 1].every((cell) => cell === null)) rows.pop();
      const inOrder = [...formulas].sort(([one], [other]) => one - other);
      return [name, { rows: rows.map((row) => row.slice(0, lastFilled(row) + 1)), formulas: inOrder }];
    }),
  );
}
function lastFilled(row: readonly unknown[]): number {
  for (let column = row.length - 1; column >= 0; column -= 1) if (row[column] !== null) return column;
  return -1;
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

const notes: string[] = [];
afterAll(() => console.log(notes.join("\n")));

test.each(sampleNames)(
  "%s: Excel 2019, ExcelApi 1.9, the web and a file all get the same sheets",
  async (name) => {
    const file = sample(name);
    const report = await scoreWorkbook(bookWorkbook(file), options);
    expect(report.outcome).toBe("scored");
    for (const level of ["2019", "1.9", "web"] as const) {
      const book = sample(name);
      const session = openSession(book, level);
      const scored = await scoreWorkbook(excelWorkbook(), options);
      expect(scored.outcome).toBe("scored");
      await settled();
      const { requests, bytesIn, bytesOut } = session.traffic;
      const kilobytes = (bytes: number) => `${Math.round(bytes / 1024)} KB`;
      notes.push(
        `${name}, ${level}: ${requests} requests, ${kilobytes(bytesIn)} to Excel, ${kilobytes(bytesOut)} back`,
      );
      expect(contents(book)).toEqual(contents(file));
      expect(requests).toBeLessThanOrEqual(12);
      // What stands already is copied: sent whole, it would be a third more.
      if (level === "web")
        expect(bytesIn / 1024).toBeLessThan({ "hdi-2025": 500, asem: 920, "city-governance": 1420 }[name]!);
      for (const body of session.requests) expect(Buffer.byteLength(body)).toBeLessThan(1_000_000);
    }
  },
);

test("stopped while its sheets are made, a run has asked Excel for nothing but to be read", async () => {
  const book = sample("hdi-2025");
  const before = contents(book);
  const session = openSession(book, "web");
  let composing = 0;
  const report = await scoreWorkbook(excelWorkbook(), {
    ...options,
    breathe: () => Promise.resolve(),
    onProgress: (phase) => void (composing += phase === "composing" ? 1 : 0),
    cancelled: () => composing > 12,
  });
  expect(report.outcome).toBe("cancelled");
  expect(composing).toBe(13);
  expect(contents(book)).toEqual(before);
  const writes = /"Add"|"Values":\[/;
  expect(session.requests.join("")).not.toMatch(writes);
  await scoreWorkbook(excelWorkbook(), options);
  expect(session.requests.join("")).toMatch(writes);
});

test("while sheets are written, others may have the thread several times a sheet", async () => {
  openSession(sample("hdi-2025"), "web");
  let writing = false;
  let breaths = 0;
  const report = await scoreWorkbook(excelWorkbook(), {
    ...options,
    onProgress: (phase) => void (writing = phase === "writing"),
    breathe: () => Promise.resolve(void (breaths += writing ? 1 : 0)),
  });
  expect(breaths).toBeGreaterThanOrEqual(3 * report.written.length);
});

test("a fault at any request of a run leaves the user's sheets as they are, and the next run mends the rest", async () => {
  const before = sample("hdi-2025");
  const users = before.sheets.map(({ name }) => name);
  const untouched = contents(before);
  for (let request = 1; ; request += 1) {
    const book = sample("hdi-2025");
    const session = openSession(book, "1.9");
    session.setFaults([{ request, after: 40, code: "AccessDenied", message: "no" }]);
    const report = await scoreWorkbook(excelWorkbook(), options);
    await settled();
    expect(contents(book, users)).toEqual(untouched);
    if (session.traffic.requests < request) break;
    expect(report.outcome === "scored" || report.issues.some(({ code }) => code === "host.refused")).toBe(
      true,
    );
    session.setFaults([]);
    expect((await scoreWorkbook(excelWorkbook(), options)).outcome).toBe("scored");
    expect(contents(book, users)).toEqual(untouched);
    const removed = await removeResults(excelWorkbook());
    expect(removed.ok).toBe(true);
    expect(contents(book, users)).toEqual(untouched);
  }
});
