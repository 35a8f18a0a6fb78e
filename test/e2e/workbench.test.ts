import type { Harness } from "./harness";
import { startHarness } from "./harness";

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness?.end());

describe("the workbench plays Excel for the unmodified Office.js", () => {
  test("a conversation begins, a ribbon command completes, nothing leaves this computer", async () => {
    const workbench = await harness.open({ addin: "trial.html", level: "2021", language: "zh-CN" });
    const addin = await workbench.addin();
    await addin.waitForSelector("text=ready");
    const told = await addin.evaluate(() => ({
      language: Office.context.displayLanguage,
      has114: Office.context.requirements.isSetSupported("ExcelApi", "1.14"),
      has115: Office.context.requirements.isSetSupported("ExcelApi", "1.15"),
    }));
    expect(told).toEqual({ language: "zh-CN", has114: true, has115: false });
    await workbench.command("writeCell");
    expect((await workbench.values("Sheet1"))[0][3]).toBe("written by ribbon");
    expect(
      workbench.requests.filter(
        (address) =>
          !address.startsWith(harness.address) &&
          !address.startsWith("blob:") &&
          !address.startsWith("data:"),
      ),
    ).toEqual([]);
    expect(workbench.problems).toEqual([]);
    await workbench.close();
  });

  test("what it does not know it refuses by name, what is too large by its size", async () => {
    const workbench = await harness.open({ addin: "trial.html" });
    const addin = await workbench.addin();
    const codes = await addin.evaluate(async () => {
      const refusal = async (batch: (context: Excel.RequestContext) => void) => {
        try {
          await Excel.run(async (context) => {
            batch(context);
            await context.sync();
          });
          return null;
        } catch (error) {
          const { code, message } = error as OfficeExtension.Error;
          return { code, message };
        }
      };
      const sheet = (context: Excel.RequestContext) => context.workbook.worksheets.getActiveWorksheet();
      const long = Array.from({ length: 60000 }, () => ["x".repeat(100)]);
      return {
        unknown: await refusal((context) => sheet(context).pivotTables.refreshAll()),
        shape: await refusal((context) => (sheet(context).getRange("A1:B2").values = [[1]])),
        missing: await refusal((context) => context.workbook.worksheets.getItem("nowhere").load("name")),
        request: await refusal((context) => (sheet(context).getRange("A1:A60000").values = long)),
      };
    });
    expect(codes.unknown).toEqual({
      code: "ApiNotFound",
      message: "The workbench does not implement Worksheet.PivotTables.",
    });
    expect(codes.shape?.code).toBe("InvalidArgument");
    expect(codes.missing?.code).toBe("ItemNotFound");
    expect(codes.request?.code).toBe("RequestPayloadSizeLimitExceeded");
    await workbench.close();
  });

  test("an add-in hears of what the user types, and reads it as Excel reads it", async () => {
    const workbench = await harness.open({ addin: "trial.html" });
    const addin = await workbench.addin();
    await addin.evaluate(async () => {
      await Excel.run(async (context) => {
        context.workbook.worksheets.onChanged.add(async (event) => {
          document.getElementById("state")!.textContent = `changed ${event.address}`;
        });
        await context.sync();
      });
    });
    await workbench.page.locator(".grid").focus();
    await workbench.page.keyboard.press("ArrowDown");
    await workbench.page.keyboard.type("12%");
    await workbench.page.keyboard.press("Enter");
    await addin.waitForSelector("text=changed A2");
    expect((await workbench.values("Sheet1"))[1][0]).toBe(0.12);
    expect(await workbench.page.locator(".cell .text").first().textContent()).toBe("12%");
    await workbench.close();
  });

  test("charts are drawn and say what they show; a unit chosen on Profile changes them and all else there", async () => {
    const workbench = await harness.open({ sample: "asem", width: 1700, height: 1000 });
    const pane = await workbench.addin();
    await pane.waitForSelector(".chips");
    await workbench.command("scoreWorkbook");
    const { page } = workbench;
    const go = async (address: string) => {
      await page.locator(".formula-bar .name").fill(address);
      await page.locator(".formula-bar .name").press("Enter");
    };
    await go("Tiers!A1");
    await page.waitForSelector("svg.chart[role=img]");
    const said = await page.locator("svg.chart").first().getAttribute("aria-label");
    // Office.js has no words for what a chart says to those who do not see it; its message stands in.
    expect(said).toBe("13 of 51 units stand in Tier 1, with a mean of 62.52");

    await go("Profile!B5");
    const drawn = () => page.locator(".layer.main svg.chart path").last().getAttribute("d");
    await page.waitForFunction(() =>
      /"0.00"|68\.38/.test(document.querySelector(".layer.main")!.textContent!),
    );
    const before = await drawn();
    await page.locator(".choices").selectOption({ label: "Portugal" });
    await page.waitForFunction(() => /53\.38/.test(document.querySelector(".layer.main")!.textContent!));
    const profile = await workbench.values("Profile");
    const portugal = (await workbench.values("Scores")).find((row) => row[1] === "Portugal")!;
    expect(profile[8].slice(0, 3)).toEqual(["Rank", portugal[0], "of 51"]);
    expect(await drawn()).not.toBe(before);
    expect(workbench.problems).toEqual([]);
    await workbench.close();
  });
});
