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
        unknown: await refusal((context) => sheet(context).charts.load("count")),
        shape: await refusal((context) => (sheet(context).getRange("A1:B2").values = [[1]])),
        missing: await refusal((context) => context.workbook.worksheets.getItem("nowhere").load("name")),
        request: await refusal((context) => (sheet(context).getRange("A1:A60000").values = long)),
      };
    });
    expect(codes.unknown).toEqual({
      code: "ApiNotFound",
      message: "The workbench does not implement Worksheet.Charts.",
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
});
