import type { Harness } from "./harness";
import { startHarness } from "./harness";

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness?.end());

async function scoredCities() {
  const workbench = await harness.open({ sample: "city-governance" });
  const pane = await workbench.addin();
  await pane.waitForSelector(".chips");
  await workbench.command("scoreWorkbook");
  await pane.waitForSelector(".rank-row");
  await pane.getByRole("tab", { name: "Robustness" }).click();
  return { workbench, pane };
}

test("a run goes on in workers, writes its sheet and shows the least sure ranks", async () => {
  const { workbench, pane } = await scoredCities();
  await pane.getByRole("button", { name: "Run", exact: true }).click();
  await pane.waitForSelector(".interval-row", { timeout: 60000 });
  expect(await pane.locator(".interval-row").count()).toBe(10);
  expect(await workbench.sheetNames()).toContain("Robustness");
  // The first slider of four: the others make room, and the ranks follow in the same frame.
  await pane.locator("input[type=range]").first().fill("60");
  expect(await pane.locator(".follow").textContent()).toMatch(/units change rank/);
  expect(workbench.problems).toEqual([]);
  await workbench.close();
});

test("a long run can be stopped; the pane answers meanwhile, and nothing is half written", async () => {
  const { workbench, pane } = await scoredCities();
  const before = await workbench.sheetNames();
  await pane.getByText("What varies").click();
  await pane.getByLabel("Runs").first().fill("50000");
  await pane.getByLabel("Runs").first().press("Tab");
  await pane.getByRole("button", { name: "Run", exact: true }).click();
  const cancel = pane.getByRole("button", { name: "Cancel" });
  await pane.getByText(/Scoring again and again · \d+%/).waitFor({ timeout: 60000 });
  // The pane's own thread is free: a tab turns while the workers work.
  await pane.getByRole("tab", { name: "Check" }).click();
  await pane.waitForSelector(".tree, .problems, .chips");
  await cancel.click();
  await pane.getByText("Stopped", { exact: false }).first().waitFor({ timeout: 20000 });
  expect(await workbench.sheetNames()).toEqual(before);
  expect(workbench.problems).toEqual([]);
  await workbench.close();
});
