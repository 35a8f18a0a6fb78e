import type { Cell } from "../../src/base/table";
import type { Level } from "../../src/workbench/wire/requirements";
import type { Harness } from "./harness";
import { startHarness } from "./harness";

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness?.end());

const minute = /\d{4}-\d\d-\d\d[ T]\d\d:\d\d.*/;

/** Scores a sample with the ribbon and gives every sheet's cells, without the moment of the run. */
async function scored(sample: string, level: Level): Promise<Record<string, (Cell | null)[][]>> {
  const workbench = await harness.open({ sample, level });
  await workbench.addin();
  await workbench.command("scoreWorkbook");
  const sheets: Record<string, Cell[][]> = {};
  for (const name of await workbench.sheetNames()) {
    const rows = await workbench.values(name);
    sheets[name] = rows.map((row) =>
      row.map((cell) => (typeof cell === "string" ? cell.replace(minute, "") : cell)),
    );
  }
  expect(workbench.requests.filter((address) => !address.startsWith(harness.address))).toEqual([]);
  expect(workbench.problems).toEqual([]);
  await workbench.close();
  return sheets;
}

test.each(["hdi-2025", "asem", "city-governance"])(
  "%s scored from the ribbon, with equal sheets at ExcelApi 1.9 and on the web",
  async (sample) => {
    const old = await scored(sample, "1.9");
    const web = await scored(sample, "web");
    expect(Object.keys(web).length).toBeGreaterThan(6);
    expect(web).toEqual(old);
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
    buffer: (await import("node:fs")).readFileSync(file),
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
