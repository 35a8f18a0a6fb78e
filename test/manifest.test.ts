/** @jest-environment jsdom */
import { readFileSync } from "node:fs";
import path from "node:path";
import { texts } from "../src/messages/say";
import { actionNames } from "../src/taskpane/action-name";

const root = path.join(__dirname, "..");
const xml = readFileSync(path.join(root, "manifest.xml"), "utf8");
const manifest = new DOMParser().parseFromString(xml, "application/xml");
const base = "https://localhost:3000/";
const sizes = [16, 20, 24, 32, 40, 48, 64, 80, 96];

const all = (name: string) =>
  [...manifest.getElementsByTagName("*")].filter((each) => each.localName === name);
const children = (element: Element) => [...element.children].map((each) => each.localName);
const value = (element: Element) => element.getAttribute("DefaultValue") ?? "";
/** Texts by id: the default, and what stands for it in Chinese. */
const strings = new Map(
  all("String").map((each) => [
    each.getAttribute("id")!,
    { en: value(each), "zh-CN": each.querySelector("[Locale='zh-CN']")?.getAttribute("Value") ?? "" },
  ]),
);

/** Width and height stand at fixed places in a PNG's head. */
function pngSize(file: string): [number, number] {
  const bytes = readFileSync(path.join(root, file));
  expect(bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

test("is well-formed", () => {
  expect(manifest.querySelector("parsererror")).toBeNull();
});

test("its elements stand in the order that Office asks for", () => {
  expect(children(manifest.documentElement)).toEqual([
    "Id",
    "Version",
    "ProviderName",
    "DefaultLocale",
    "DisplayName",
    "Description",
    "IconUrl",
    "HighResolutionIconUrl",
    "SupportUrl",
    "AppDomains",
    "Hosts",
    "Requirements",
    "DefaultSettings",
    "Permissions",
    "VersionOverrides",
  ]);
  const overrides = all("VersionOverrides")[0];
  expect(children(overrides)).toEqual(["Hosts", "Resources"]);
  expect(children(overrides.querySelector("Hosts > Host")!)).toEqual(["Runtimes", "DesktopFormFactor"]);
  expect(children(all("DesktopFormFactor")[0])).toEqual(["GetStarted", "FunctionFile", "ExtensionPoint"]);
  expect(children(all("Resources")[0])).toEqual(["Images", "Urls", "ShortStrings", "LongStrings"]);
  for (const control of all("Control")) {
    expect(children(control)).toEqual(["Label", "Supertip", "Icon", "Action"]);
  }
});

test("loads from ExcelApi 1.9 and runs page, functions and pane as one", () => {
  const [set] = all("Set");
  expect([set.getAttribute("Name"), set.getAttribute("MinVersion")]).toEqual(["ExcelApi", "1.9"]);
  const runtime = all("Runtime")[0];
  expect(runtime.getAttribute("lifetime")).toBe("long");
  const page = runtime.getAttribute("resid");
  expect(all("FunctionFile")[0].getAttribute("resid")).toBe(page);
  expect(
    all("Action")
      .flatMap((each) => [...each.querySelectorAll("SourceLocation")])[0]
      .getAttribute("resid"),
  ).toBe(page);
});

test("every resource is defined once and used, and its name is short enough", () => {
  const defined = [...all("Resources")[0].querySelectorAll("[id]")].map((each) => each.getAttribute("id")!);
  expect(new Set(defined).size).toBe(defined.length);
  const used = [...manifest.querySelectorAll("[resid]")].map((each) => each.getAttribute("resid")!);
  expect([...new Set(used)].sort()).toEqual([...defined].sort());
  for (const id of defined) expect(id.length).toBeLessThanOrEqual(32);
});

test("texts keep within Office's lengths and exist in Chinese", () => {
  const limit = (name: string) => (name === "ShortStrings" ? 125 : 250);
  for (const each of all("String")) {
    const { en, "zh-CN": chinese } = strings.get(each.getAttribute("id")!)!;
    for (const text of [en, chinese]) {
      expect(text).not.toBe("");
      expect(text.length).toBeLessThanOrEqual(limit(each.parentElement!.localName));
    }
  }
  expect(all("DefaultLocale")[0].textContent).toBe("en-US");
  for (const override of all("Override")) expect(override.getAttribute("Locale")).toBe("zh-CN");
  for (const each of [...all("String"), ...all("DisplayName")]) {
    expect(each.querySelectorAll("*")).toHaveLength(1);
  }
  expect(value(all("DisplayName")[0]).length).toBeLessThanOrEqual(125);
});

test("every address is https on the server of the page", () => {
  const addresses = [...manifest.querySelectorAll("[DefaultValue]")]
    .filter((each) => /Url|Image|SourceLocation/.test(each.localName))
    .map(value);
  expect(addresses.length).toBeGreaterThan(sizes.length);
  for (const address of addresses) expect(address.startsWith(base)).toBe(true);
});

test("every icon is there in its exact size", () => {
  for (const icon of all("Icon")) {
    const found = [...icon.children].map((each) => Number(each.getAttribute("size")));
    expect(found).toEqual(sizes);
  }
  for (const image of all("Icon").flatMap((icon) => [...icon.children])) {
    const resource = manifest.querySelector(`[id="${image.getAttribute("resid")}"]`)!;
    const size = Number(image.getAttribute("size"));
    expect(pngSize(value(resource).slice(base.length))).toEqual([size, size]);
  }
  expect(pngSize(value(all("IconUrl")[0]).slice(base.length))).toEqual([32, 32]);
  expect(pngSize(value(all("HighResolutionIconUrl")[0]).slice(base.length))).toEqual([64, 64]);
});

test("the group holds Score, Pane, Check and Remove results, and its functions are those of the add-in", () => {
  const labels = all("Control").map((each) =>
    strings.get(each.querySelector("Label")!.getAttribute("resid")!)!,
  );
  for (const locale of ["en", "zh-CN"] as const) {
    const { actions, showPane } = texts(locale).pane;
    expect(labels.map((each) => each[locale])).toEqual([
      actions.scoreWorkbook,
      showPane,
      actions.checkWorkbook,
      actions.removeResults,
    ]);
  }
  const functions = all("FunctionName").map((each) => each.textContent);
  expect(functions).toEqual([...actionNames]);
  expect(readFileSync(path.join(root, "src/commands/index.ts"), "utf8")).toContain(
    "Office.actions.associate",
  );
});
