/** Takes the README's pictures from the built workbench: `npm run pictures`. */
import path from "node:path";
import { startHarness, type OpenOptions } from "./harness";

const folder = path.join(__dirname, "..", "..", "assets", "pictures");

async function take(): Promise<void> {
  const harness = await startHarness();
  const picture = async (file: string, options: OpenOptions, sheet: string, tab: string) => {
    const workbench = await harness.open({ width: 1440, height: 860, ...options });
    const pane = await workbench.addin();
    await pane.waitForSelector(".chips");
    await workbench.command("scoreWorkbook");
    await pane.waitForSelector(".rank-row");
    await pane.getByRole("tab", { name: tab }).click();
    await workbench.page.getByRole("tab", { name: sheet, exact: true }).click();
    await workbench.page.waitForTimeout(300);
    await workbench.page.screenshot({ path: path.join(folder, file) });
    await workbench.close();
  };
  await picture("scores.png", { sample: "city-governance", language: "zh-CN" }, "得分", "结果");
  await picture("groups.png", { sample: "hdi-2025", theme: "dark" }, "Groups", "Method");
  await harness.end();
}

void take();
