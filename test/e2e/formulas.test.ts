import type { Harness, OpenWorkbench } from "./harness";
import { startHarness } from "./harness";

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness?.end());

/** The column of a result sheet's table under a header, row by row. */
async function column(workbench: OpenWorkbench, sheet: string, header: string): Promise<unknown[]> {
  const rows = await workbench.values(sheet);
  const top = rows.findIndex((row) => row.includes(header));
  const at = rows[top].indexOf(header);
  return rows.slice(top + 1).map((row) => row[at]);
}

test("results written as formulas from the pane follow a weight that is typed, without the add-in", async () => {
  const workbench = await harness.open({ sample: "hdi-2025" });
  const pane = await workbench.addin();
  await pane.waitForSelector(".chips");
  await pane.getByRole("tab", { name: "Method" }).click();
  await pane.locator("summary", { hasText: "Results as" }).click();
  await pane.getByRole("switch").click();
  await pane.waitForSelector("summary:has-text('formulas')");
  const settings = await workbench.values("Settings");
  expect(settings.find((row) => row?.[0] === "Formulas")?.[1]).toBe("yes");
  await pane.getByRole("button", { name: "Score workbook" }).click();
  await pane.waitForSelector(".rank-row");
  const changes = () => column(workbench, "Scores", "Changed since the run");
  await until(async () => (await changes()).every((each) => each === 0));
  expect(await changes()).toHaveLength(195);
  const ranks = await column(workbench, "Scores", "Rank");

  // Health weighs three times as much, typed into its cell of the framework.
  const framework = await workbench.values("Indicators");
  const header = framework.findIndex((row) => row.includes("Weight"));
  const row = framework.findIndex((cells) => cells.includes("Health"));
  const letter = "ABCDEFGHIJKL"[framework[header].indexOf("Weight")];
  await workbench.page.getByLabel("Cell", { exact: true }).fill(`Indicators!${letter}${row + 1}`);
  await workbench.page.keyboard.press("Enter");
  await workbench.page.keyboard.type("3");
  await workbench.page.keyboard.press("Enter");
  await until(async () => (await changes()).some((each) => each !== 0));
  expect(await column(workbench, "Scores", "Rank")).not.toEqual(ranks);
  expect((await workbench.values("Run log")).flat()).toContain("CHANGED since the run: score again");
  expect(workbench.problems).toEqual([]);
  await workbench.close();
});

test("a unit's name on Scores opens its Profile", async () => {
  const workbench = await harness.open({ sample: "hdi-2025" });
  const pane = await workbench.addin();
  await pane.getByRole("button", { name: "Score workbook" }).first().click();
  await pane.waitForSelector(".rank-row");
  // New sheets are read about.
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const unit = (await workbench.values("Scores"))[40][1];
  const chosen = async () => (await workbench.values("Profile"))[4][1];
  expect(await chosen()).not.toBe(unit);
  await workbench.page.getByLabel("Cell", { exact: true }).fill("Scores!B41");
  await workbench.page.keyboard.press("Enter");
  await until(async () => (await chosen()) === unit);
  // What the add-in wrote itself is no reason to read the workbook again.
  const requests = () => workbench.page.evaluate(() => window.workbench!.running().host.traffic.requests);
  const before = await requests();
  await new Promise((resolve) => setTimeout(resolve, 1200));
  expect(await requests()).toBe(before);
  // Other cells and other sheets are no choice.
  await workbench.page.getByLabel("Cell", { exact: true }).fill("Scores!C30");
  await workbench.page.keyboard.press("Enter");
  await workbench.page.getByLabel("Cell", { exact: true }).fill("Tiers!B30");
  await workbench.page.keyboard.press("Enter");
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(await chosen()).toBe(unit);
  expect(workbench.problems).toEqual([]);
  await workbench.close();
});

/** Waits for what the page works out by itself. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  const last = Date.now() + 60000;
  while (!(await holds())) {
    if (Date.now() > last) throw new Error("it does not come about");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
