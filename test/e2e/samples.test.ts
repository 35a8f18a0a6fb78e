import { readFileSync } from "node:fs";
import path from "node:path";
import type { Cell } from "../../src/base/table";
import { readXlsx } from "../../src/hosts/xlsx/read-xlsx";
import { bookWorkbook } from "../../src/hosts/xlsx/xlsx-workbook";
import { scoreWorkbook } from "../../src/tasks/index";
import type { Level } from "../../src/workbench/wire/requirements";
import type { Harness } from "./harness";
import { startHarness } from "./harness";

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness?.end());

const minute = /\d{4}-\d\d-\d\d[ T]\d\d:\d\d.*/;
type Sheets = Record<string, Cell[][]>;

/** Cells row by row, without the moment of the run and without empty ends. */
function comparable(rows: readonly (readonly (Cell | undefined)[] | undefined)[]): Cell[][] {
  const trimmed = Array.from(rows, (row) => {
    const cells = Array.from(row ?? [], (cell) =>
      typeof cell === "string" ? cell.replace(minute, "") : (cell ?? null),
    );
    while (cells.length > 0 && cells[cells.length - 1] === null) cells.pop();
    return cells;
  });
  while (trimmed.length > 0 && trimmed[trimmed.length - 1].length === 0) trimmed.pop();
  return trimmed;
}

/** Scores a sample in the workbench, from the ribbon or with the pane's button. */
async function scored(sample: string, level: Level, by: "ribbon" | "pane"): Promise<Sheets> {
  const workbench = await harness.open({ sample, level });
  const pane = await workbench.addin();
  if (by === "ribbon") await workbench.command("scoreWorkbook");
  else {
    await pane.waitForSelector(".chips");
    await pane.getByRole("button", { name: "Score workbook" }).click();
    await pane.waitForSelector(".rank-row");
  }
  const sheets: Sheets = {};
  for (const name of await workbench.sheetNames()) sheets[name] = comparable(await workbench.values(name));
  expect(workbench.requests.filter((address) => !address.startsWith(harness.address))).toEqual([]);
  expect(workbench.problems).toEqual([]);
  await workbench.close();
  return sheets;
}

/** Scores a sample as a file, without a browser. */
async function scoredFile(sample: string): Promise<Sheets> {
  const file = path.join(__dirname, "..", "..", "assets", "samples", `${sample}.xlsx`);
  const opened = readXlsx(readFileSync(file));
  if (!opened.ok) throw new Error("the sample does not open");
  await scoreWorkbook(bookWorkbook(opened.value), { locale: "en", now: "2026-01-01T00:00:00Z" });
  return Object.fromEntries(opened.value.sheets.map((sheet) => [sheet.name, comparable(sheet.values)]));
}

/**
 * Equal but for the last bits of logarithms, which differ between one JavaScript engine and the next, and for what the
 * workbench's calculator works out itself, of which it keeps twelve digits in places.
 */
function expectSame(sheets: Sheets, expected: Sheets): void {
  expect(Object.keys(sheets)).toEqual(Object.keys(expected));
  for (const [name, rows] of Object.entries(expected)) {
    const close = rows.map((row, r) =>
      row.map((cell, c) => {
        const found = sheets[name][r]?.[c];
        const same =
          typeof cell === "number" &&
          typeof found === "number" &&
          Math.abs(cell - found) <= 1e-10 * Math.max(1, Math.abs(cell));
        return same ? found : cell;
      }),
    );
    expect(sheets[name]).toEqual(close);
  }
}

test.each(["hdi-2025", "asem", "city-governance"])(
  "%s: equal sheets from the ribbon at ExcelApi 1.9 and on the web, from the pane, and as a file",
  async (sample) => {
    const file = await scoredFile(sample);
    expect(Object.keys(file).length).toBeGreaterThan(10);
    const old = await scored(sample, "1.9", "ribbon");
    expectSame(old, file);
    expectSame(await scored(sample, "web", "ribbon"), old);
    expectSame(await scored(sample, "web", "pane"), old);
  },
);

test("a workbook scored, saved and opened again is scored in place, and its results can be removed", async () => {
  const workbench = await harness.open({ sample: "hdi-2025" });
  await workbench.addin();
  const before = await workbench.sheetNames();
  await workbench.command("scoreWorkbook");
  const after = await workbench.sheetNames();
  expect(after.length).toBeGreaterThan(before.length);
  const download = workbench.page.waitForEvent("download");
  await workbench.page.getByRole("button", { name: "Save" }).click();
  const file = await (await download).path();
  const chooser = workbench.page.waitForEvent("filechooser");
  await workbench.page.getByRole("button", { name: "Open" }).click();
  await (
    await chooser
  ).setFiles({
    name: "saved.xlsx",
    mimeType: "application/octet-stream",
    buffer: readFileSync(file),
  });
  await workbench.page.getByText("saved.xlsx").waitFor();
  await workbench.page.evaluate(() => window.workbench!.running().conversation.begun);
  await workbench.addin();
  await workbench.command("scoreWorkbook");
  expect(await workbench.sheetNames()).toEqual(after);
  await workbench.command("removeResults");
  expect(await workbench.sheetNames()).toEqual(before);
  expect(workbench.problems).toEqual([]);
  await workbench.close();
});

test("results stand with bars, tiers, frozen headers and filters in the grid", async () => {
  const workbench = await harness.open({ sample: "hdi-2025", theme: "dark" });
  await workbench.addin();
  await workbench.command("scoreWorkbook");
  const { page } = workbench;
  await page.getByRole("tab", { name: "Scores", exact: true }).click();
  await page.locator(".cell .bar").first().waitFor();
  expect(await page.locator(".layer.corner .cell").count()).toBeGreaterThan(0);
  await page.locator("input.name").fill("B100");
  await page.locator("input.name").press("Enter");
  await page.locator(".heads.rows .head", { hasText: "100" }).waitFor();
  expect(await page.locator(".heads.frozen.rows .head").first().textContent()).toBe("1");
  expect(workbench.problems).toEqual([]);
  await workbench.close();
});
