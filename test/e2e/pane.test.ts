import type { Frame } from "playwright-core";
import type { Harness, OpenOptions, OpenWorkbench } from "./harness";
import { startHarness } from "./harness";

let harness: Harness;
let workbench: OpenWorkbench;
beforeAll(async () => {
  harness = await startHarness();
});
afterEach(async () => {
  expect(workbench.problems).toEqual([]);
  await workbench.close();
});
afterAll(() => harness?.end());

/** Opens the workbench with the add-in's pane so wide, and waits until the pane has read the workbook. */
async function openPane(options: OpenOptions, width = 350): Promise<Frame> {
  workbench = await harness.open(options);
  await workbench.page.addStyleTag({ content: `.pane { width: ${width}px !important; }` });
  const pane = await workbench.addin();
  await pane.waitForSelector(".chips, .begin");
  return pane;
}

const stateLine = (pane: Frame) => pane.locator(".state-line").textContent();

async function widest(pane: Frame): Promise<[content: number, page: number]> {
  return pane.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
}

describe.each([320, 450])("at %i pixels", (width) => {
  test("the button scores a sample, and the results stand in the pane and on sheets", async () => {
    const pane = await openPane({ sample: "hdi-2025" }, width);
    expect(await stateLine(pane)).toBe("195 units · 4 indicators · 1 grouping · ready to score");
    await pane.getByRole("button", { name: "Score workbook" }).click();
    await pane.waitForSelector(".rank-row");
    expect(await pane.locator(".rank-row").first().textContent()).toBe("1Iceland0.972");
    expect(await workbench.sheetNames()).toEqual(expect.arrayContaining(["Scores", "Tiers", "Run log"]));
    expect(await stateLine(pane)).toMatch(/scored \d\d:\d\d$/);
    const [content, page] = await widest(pane);
    expect(page).toBeLessThanOrEqual(width);
    expect(content).toBeLessThanOrEqual(page);
  });
});

test("Ctrl+Enter scores, whatever has the focus", async () => {
  const pane = await openPane({ sample: "asem" });
  await pane.getByRole("tab", { name: "Method" }).click();
  await pane.locator("summary", { hasText: "Normalisation" }).click();
  await pane.locator(".step-body [role=listbox], .step-body [role=combobox]").first().focus();
  await workbench.page.keyboard.press("Control+Enter");
  await pane.waitForSelector(".rank-row");
  expect(await workbench.sheetNames()).toContain("Scores");
});

test("the keyboard reaches everything on the way from the button to the ranking", async () => {
  const pane = await openPane({ sample: "hdi-2025" });
  await pane.locator("button", { hasText: "Score workbook" }).focus();
  await workbench.page.keyboard.press("Enter");
  await pane.waitForSelector(".rank-row");
  await pane.getByRole("tab", { name: "Results" }).focus();
  await workbench.page.keyboard.press("Tab");
  await workbench.page.keyboard.type("norw");
  expect(await pane.locator(".rank-row").allTextContents()).toEqual(["3Norway0.970"]);
  await pane.locator(".rank-row").focus();
  await workbench.page.keyboard.press("Enter");
  expect(await pane.locator(".profile").getAttribute("aria-label")).toMatch(/^Norway against /);
});

test("a problem's sentence leads to its cell", async () => {
  const pane = await openPane({ sample: "hdi-2025" });
  await workbench.page.evaluate(() => {
    const { excel } = window.workbench!.running();
    const data = excel.book.sheets.find((sheet) => sheet.name === "Data")!;
    const header = data.values.findIndex((row) => row?.filter((cell) => typeof cell === "string").length > 3);
    data.values[header + 2][data.values[header].length - 1] = "about 70";
  });
  await pane.getByRole("button", { name: "Read the workbook again" }).click();
  const problem = pane.locator("button.issue", { hasText: "about 70" });
  await problem.click();
  await workbench.page.waitForFunction(() => {
    const { book } = window.workbench!.running().excel;
    return book.sheets[book.active].name === "Data";
  });
  const selected = await workbench.page.evaluate(() => {
    const { book, selection } = window.workbench!.running().excel;
    return book.sheets[book.active].values[selection.top][selection.left];
  });
  expect(selected).toBe("about 70");
});

test("a method changed in the pane lands on Settings, and the results count as old", async () => {
  const pane = await openPane({ sample: "hdi-2025" });
  await pane.getByRole("button", { name: "Score workbook" }).click();
  await pane.waitForSelector(".rank-row");
  await pane.getByRole("tab", { name: "Method" }).click();
  await pane.locator("summary", { hasText: "Decimals" }).click();
  await pane.getByLabel("Decimals").fill("1");
  await workbench.page.keyboard.press("Enter");
  await pane.waitForSelector("text=/^1 decimal$/");
  const settings = await workbench.values("Settings");
  expect(settings.find((row) => row?.[0] === "Decimals")?.[1]).toBe(1);
  expect(await stateLine(pane)).toMatch(/changed since$/);
  await pane.getByRole("tab", { name: "Results" }).click();
  expect(await pane.locator(".stale").textContent()).toContain("Score again");
  expect(await pane.locator(".rank-row").count()).toBe(0);
});

test("what the user types on a sheet makes the results old without a click", async () => {
  const pane = await openPane({ sample: "hdi-2025" });
  await pane.getByRole("button", { name: "Score workbook" }).click();
  await pane.waitForSelector(".rank-row");
  await pane
    .getByRole("button", { name: "Settings" })
    .or(pane.getByRole("tab", { name: "Check" }))
    .first()
    .click();
  await workbench.page.getByRole("tab", { name: "Indicators" }).click();
  await workbench.page.locator(".grid").focus();
  await workbench.page.keyboard.press("Control+Home");
  await workbench.page.keyboard.type("A new title");
  await workbench.page.keyboard.press("Enter");
  await pane.waitForSelector("text=changed since");
});

test("the ribbon scores with the pane in view and tells Excel that it is done", async () => {
  const pane = await openPane({ sample: "hdi-2025", language: "zh-CN" });
  await workbench.command("scoreWorkbook");
  expect(await pane.locator(".notice").textContent()).toMatch(/^.*完成：已写入 \d+ 张工作表。$/);
  await workbench.command("removeResults");
  expect(await workbench.sheetNames()).not.toContain("得分");
  await workbench.command("checkWorkbook");
  expect(await pane.locator("[role=tab][aria-selected=true]").textContent()).toContain("检查");
});

test("a stopped run writes nothing", async () => {
  const pane = await openPane({ sample: "city-governance" });
  const before = await workbench.sheetNames();
  await pane.evaluate(() => {
    const press = (name: string) =>
      [...document.querySelectorAll("button")].find((each) => each.textContent === name)?.click();
    press("Score workbook");
    // React draws at once; the button is there before Excel has answered the first request.
    press("Cancel");
  });
  await pane.waitForSelector("text=Nothing was written");
  expect(await workbench.sheetNames()).toEqual(before);
});

test("the language follows Office and can be changed", async () => {
  const pane = await openPane({ sample: "city-governance", language: "zh-CN" });
  expect(await stateLine(pane)).toContain("680 个单位");
  await pane.getByRole("button", { name: "更多" }).click();
  await pane.getByRole("menuitemcheckbox", { name: "English" }).click();
  expect(await stateLine(pane)).toContain("680 units");
});

test("an empty workbook is told how to begin, and opens a sample", async () => {
  const pane = await openPane({});
  expect(await pane.locator(".begin li").count()).toBe(3);
  await pane.getByRole("button", { name: "ASEM Sustainable Connectivity" }).click();
  await workbench.page.waitForFunction(() =>
    window.workbench!.running().excel.book.sheets.some((sheet) => sheet.name === "Indicators"),
  );
});

describe.each([320, 450])("a plain table at %i pixels", (width) => {
  test("is prepared from the pane: proposed, corrected, written and scored", async () => {
    const pane = await openPane({ language: "zh-CN" }, width);
    await workbench.page.evaluate(() => {
      const { book } = window.workbench!.running().excel;
      const rows: (string | number | null)[][] = [
        ["城市", "区域", "常住人口", "经济", null, "环境", null],
        [null, null, null, "人均GDP", "失业率", "PM2.5浓度", "污水处理率"],
        ...Array.from({ length: 12 }, (_, i) => [`城${i}市`, i % 2 ? "南" : "北", 900 - i, 9000 + ((i * 7) % 12), 3 + (i % 4), 20 + ((i * 5) % 9), i === 3 ? "96.5%" : 90 + i]),
      ]; // prettier-ignore
      book.sheets[0].values = rows;
    });
    await pane.getByRole("button", { name: "重新读取工作簿" }).click();
    await pane.locator(".offer button").click();
    await pane.waitForSelector(".prepare");
    expect(await pane.locator(".column.indicator .column-name").allTextContents()).toEqual(["人均GDP", "失业率", "PM2.5浓度", "污水处理率"]); // prettier-ignore
    const [content, page] = await widest(pane);
    expect(content).toBeLessThanOrEqual(page);
    await pane.getByLabel("“失业率”的方向").click();
    await pane.getByRole("option", { name: "越大越好" }).click();
    await pane.getByRole("button", { name: "写入两张表" }).click();
    await pane.waitForSelector(".problems, .no-problems");
    const written = await workbench.values("指标体系");
    expect(written.find((row) => row[0] === "失业率")?.slice(1, 4)).toEqual(["经济", null, "正向"]);
    await pane.getByRole("button", { name: "为工作簿评分" }).click();
    await pane.waitForSelector(".rank-row");
    expect(await workbench.sheetNames()).toContain("得分");
  });
});
