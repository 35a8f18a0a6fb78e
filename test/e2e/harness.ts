import { existsSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Browser, BrowserContext, Frame, Page } from "playwright-core";
import { chromium } from "playwright-core";
import { findBrowser } from "../../src/cli/start/browser";
import { localCertificate } from "../../src/cli/start/certificate";
import type { Server } from "../../src/cli/start/server";
import { serveFolders } from "../../src/cli/start/server";
import type { Locale } from "../../src/base/label";
import type { Cell } from "../../src/base/table";
import type { Level } from "../../src/workbench/wire/requirements";

const project = path.resolve(__dirname, "..", "..");
const built = path.join(project, "dist", "workbench");

/** Everything a browser might do of its own accord is off, and no name but localhost is found. */
const browserOptions = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost",
];

/** An installed browser, else the one that comes as a package for Linux. */
async function browserFile(): Promise<string> {
  const installed = findBrowser();
  if (installed) return installed.file;
  const { default: packed } = await import("@sparticuz/chromium");
  return packed.executablePath();
}

export interface Harness {
  readonly address: string;
  /** Opens the workbench as asked; `end` closes it. */
  open(options?: OpenOptions): Promise<OpenWorkbench>;
  end(): Promise<void>;
}

export interface OpenOptions {
  readonly level?: Level;
  readonly language?: Locale;
  readonly theme?: "light" | "dark";
  /** Name of a file in assets/samples, without its ending. */
  readonly sample?: string;
  /** Another add-in page in place of ours, as a path from the server's root. */
  readonly addin?: string;
  readonly pane?: "open" | "closed";
  readonly width?: number;
  readonly height?: number;
}

export interface OpenWorkbench {
  readonly page: Page;
  /** Every address that the pages asked for. */
  readonly requests: readonly string[];
  /** What the pages said on the console as errors, and what they threw. */
  readonly problems: readonly string[];
  /** The add-in's page in its frame, once Office is ready there. */
  addin(): Promise<Frame>;
  /** Runs a ribbon function and waits until the add-in says that it is done. */
  command(functionName: string): Promise<void>;
  sheetNames(): Promise<string[]>;
  values(sheet: string): Promise<Cell[][]>;
  close(): Promise<void>;
}

/** Starts a browser and serves the built workbench (and test/e2e/pages beside it). `npm run build` for the workbench comes first. */
export async function startHarness(): Promise<Harness> {
  if (!existsSync(path.join(built, "index.html"))) {
    throw new Error("The workbench is not built: npx webpack --env workbench");
  }
  const certificate = localCertificate(path.join(project, ".cache"));
  const server: Server = await serveFolders([built, path.join(__dirname, "pages")], certificate, 0);
  const executablePath = await browserFile();
  let browser: Browser;
  try {
    browser = await chromium.launch({ executablePath, args: browserOptions });
  } catch (error) {
    await server.close();
    const [reason] = (error instanceof Error ? error.message : String(error)).split(os.EOL);
    throw new Error(`No browser runs here (${executablePath}): ${reason}. Name one with CHROME_PATH.`, {
      cause: error,
    });
  }
  return {
    address: server.address,
    open: (options = {}) => openWorkbench(browser, server.address, options),
    end: async () => {
      await browser.close();
      await server.close();
    },
  };
}

async function openWorkbench(
  browser: Browser,
  address: string,
  options: OpenOptions,
): Promise<OpenWorkbench> {
  const { width = 1440, height = 900, ...asked } = options;
  const context: BrowserContext = await browser.newContext({
    ignoreHTTPSErrors: true,
    viewport: { width, height },
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const requests: string[] = [];
  const problems: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  const query = new URLSearchParams({ level: "web", language: "en", theme: "light" });
  for (const [name, value] of Object.entries(asked)) if (value !== undefined) query.set(name, value);
  await page.goto(`${address}?${query}`);
  await page.waitForFunction(() => window.workbench !== undefined);
  await page.evaluate(() => window.workbench!.running().conversation.begun);
  return {
    page,
    requests,
    problems,
    addin: async () => {
      const frame = page.frames().find((each) => each !== page.mainFrame() && each.url().startsWith(address));
      if (!frame) throw new Error("The add-in's page is not there.");
      await frame.waitForFunction(() => "Office" in window && Boolean((window as { Excel?: object }).Excel));
      return frame;
    },
    command: (functionName) => page.evaluate((name) => window.workbench!.runCommand(name), functionName),
    sheetNames: () =>
      page.evaluate(() => window.workbench!.running().excel.book.sheets.map((sheet) => sheet.name)),
    values: async (name) => {
      // What follows from the last change is worked out a moment later.
      await page.waitForFunction(() => {
        const { book, stale, calculationMode } = window.workbench!.running().excel;
        return (
          !stale || calculationMode !== "Automatic" || book.sheets.every((sheet) => sheet.formulas.size === 0)
        );
      });
      return page.evaluate((wanted) => {
        const sheet = window.workbench!.running().excel.book.sheets.find((each) => each.name === wanted);
        return Array.from(sheet?.values ?? [], (row) => Array.from(row ?? [], (cell) => cell ?? null));
      }, name);
    },
    close: () => context.close(),
  };
}
