import type { Area } from "../../base/address";
import { parseA1 } from "../../base/address";
import type { Outcome } from "../../base/outcome";
import { findSheet } from "../../hosts/xlsx/book";
import { fill, say, texts } from "../../messages/say";
import type { Calculator } from "../calculate/calculator";
import { loadCalculator } from "../calculate/calculator";
import { argumentsOf } from "../calculate/formula-text";
import type { Link } from "../grid/grid";
import { createGrid } from "../grid/grid";
import { enterCell } from "../model/cells";
import type { Excel } from "../model/excel";
import { activate, calculate, cellsChanged, formulaCount, select, settle, startExcel } from "../model/excel";
import type { Conversation } from "../wire/conversation";
import { startConversation } from "../wire/conversation";
import type { Host } from "../wire/host";
import { readyToCalculate, startHost } from "../wire/host";
import { requirementsOf } from "../wire/requirements";
import { element } from "./element";
import type { OpenFile } from "./files";
import { blankFile, fetchFile, openBase64, pickFile, saveFile } from "./files";
import { createFormulaBar } from "./formula-bar";
import type { Command } from "./manifest";
import { readManifest } from "./manifest";
import { createPane } from "./pane";
import { createRibbon } from "./ribbon";
import type { Settings } from "./settings";
import { rememberSettings, startSettings } from "./settings";
import { createStatus } from "./status";
import { createTabs } from "./tabs";

/** What stands on the page from one setting of language, level and theme to the next. */
interface Running {
  readonly excel: Excel;
  readonly host: Host;
  readonly conversation: Conversation;
}

/** For tests: what the page does, said to whoever drives it from outside. */
export interface Workbench {
  running(): Running;
  runCommand(functionName: string): Promise<void>;
}
declare global {
  interface Window {
    workbench?: Workbench;
  }
}

let loading: Promise<Calculator> | null = null;
/** Fetched once, when a book first needs it. */
const calculator = () => (loading ??= loadCalculator());

export async function startApp(root: HTMLElement, address: URLSearchParams): Promise<void> {
  const manifest = await (await fetch("manifest.xml")).text();
  let settings = startSettings(address);
  let file: OpenFile = blankFile();
  let running: Running | null = null;
  let draw: () => void = () => undefined;
  /** Another add-in page may be tried in place of ours. */
  const page = address.get("addin");

  const build = (paneOpen: boolean) => {
    running?.conversation.end();
    const words = texts(settings.language).workbench;
    const addIn = readManifest(manifest, settings.language);
    document.documentElement.lang = settings.language;
    document.documentElement.dataset.theme = settings.theme;
    document.title = `${file.name} – ${words.title}`;
    const excel = startExcel(file.book, requirementsOf(settings.level).excelapi);
    const host = startHost(excel, calculator);
    const pane = createPane(addIn.paneTitle, words.closePane, () => showPane(false));
    const status = createStatus(words);
    const formulaBar = createFormulaBar(words, {
      onGo: (text) => go(text),
      onEnter: (text) => enter(excel.selection.top, excel.selection.left, text),
    });
    const tabs = createTabs(words.sheets, (sheet) => {
      activate(excel, sheet);
      deliver();
    });
    const grid = createGrid(words.grid, {
      onSelect: (area) => {
        select(excel, active(), area);
        drawBars();
        conversation.deliver();
      },
      onEnter: (row, column, text) => enter(row, column, text),
      onClear: (area) => clear(area),
      onFollow: (link) => void follow(link),
    });
    const active = () => file.book.sheets[file.book.active];
    const drawBars = () => {
      formulaBar.show(active(), excel.selection);
      status.select(active(), excel.selection);
    };
    const drawAll = () => {
      grid.show({ book: file.book, sheet: active(), dark: settings.theme === "dark" }, excel.selection);
      tabs.show(file.book);
      drawBars();
      status.count(host.traffic);
    };
    const deliver = () => {
      draw();
      conversation.deliver();
    };
    /** What was typed is shown at once, and what follows from it as soon as it is worked out. */
    const changed = (area: Area) => {
      cellsChanged(excel, active(), area, "user");
      deliver();
      void readyToCalculate(host).then(calculateSoon);
    };
    let calculation = 0;
    /** Once for many requests; what an add-in reads before that is worked out when it reads. */
    const calculateSoon = () => {
      window.clearTimeout(calculation);
      if (!excel.stale) return;
      calculation = window.setTimeout(() => {
        settle(excel);
        if (excel.stale) status.tell(fill(words.notCalculated, { count: formulaCount(file.book) }));
        draw();
      }, 60);
    };
    /** F9, as in Excel. */
    const calculateNow = async () => {
      await readyToCalculate(host);
      const end = status.work(fill(words.calculating, { count: formulaCount(file.book) }));
      // The page says so before it is busy.
      window.setTimeout(() => {
        calculate(excel);
        end();
        draw();
      }, 50);
    };
    const enter = (row: number, column: number, text: string) => {
      enterCell(file.book, active(), row, column, text);
      changed({ top: row, left: column, bottom: row, right: column });
    };
    const clear = (area: Area) => {
      for (let row = area.top; row <= Math.min(area.bottom, active().values.length - 1); row += 1)
        for (let column = area.left; column <= area.right; column += 1)
          enterCell(file.book, active(), row, column, "");
      changed(area);
    };
    const go = (text: string) => {
      const place = parseA1(text);
      const sheet = place?.sheet ? findSheet(file.book, place.sheet) : active();
      if (!place || !sheet || sheet.visibility !== "Visible") return;
      select(excel, sheet, place);
      deliver();
      grid.focus();
    };
    const follow = async (link: Link) => {
      const to = link.formula === undefined ? link : await linkOf(link.formula);
      if (to.reference) go(to.reference);
      else if (to.address) window.open(to.address, "_blank", "noopener");
    };
    const linkOf = async (formula: string) => {
      await readyToCalculate(host);
      const target = excel.calculator?.evaluate(file.book, active(), `=${argumentsOf(formula)[0]}`);
      if (typeof target !== "string") return {};
      return target.startsWith("#") ? { reference: target.slice(1) } : { address: target };
    };
    const showPane = (open: boolean) => {
      pane.show(open);
      excel.paneState = open ? "Visible" : "Background";
    };
    const click = async ({ id, label, functionName }: Command) => {
      if (functionName === null) return showPane(true);
      const end = status.work(fill(words.working, { command: label }));
      await conversation.runCommand(functionName, id);
      end();
    };
    const load = (outcome: Outcome<OpenFile> | null) => {
      if (!outcome) return;
      if (!outcome.ok) {
        status.tell(
          fill(words.failed, {
            reason: outcome.issues.map((issue) => say(issue, settings.language)).join(" "),
          }),
        );
        return;
      }
      file = outcome.value;
      build(pane.isOpen());
    };
    const change = (to: Partial<Settings>) => {
      settings = { ...settings, ...to };
      rememberSettings(settings);
      build(pane.isOpen());
    };
    const ribbon = createRibbon(words, addIn, settings, {
      onNew: () => load({ ok: true, value: blankFile(), issues: [] }),
      onOpen: async () => load(await pickFile()),
      onSave: () => saveFile(file),
      onSample: async (name) => load(await fetchFile(`samples/${name}.xlsx`)),
      onCommand: click,
      onChange: change,
    });
    const title = element(
      "header",
      { class: "title" },
      element("strong", {}, file.name),
      element("span", { class: "quiet" }, `${words.title} · ${words.subtitle}`),
      ribbon.settings,
    );
    root.onkeydown = (event) => {
      if (event.key !== "F9") return;
      event.preventDefault();
      void calculateNow();
    };
    root.replaceChildren(
      title,
      ribbon.root,
      formulaBar.root,
      element("main", {}, grid.root, pane.root),
      element("footer", {}, tabs.root, status.root),
    );
    draw = drawAll;
    drawAll();
    showPane(paneOpen);
    const pageAddress = new URL(page ?? addIn.page, location.href);
    pageAddress.searchParams.set("theme", settings.theme);
    const conversation = startConversation({
      frame: pane.frame,
      mount: pane.root,
      page: pageAddress,
      host,
      level: settings.level,
      language: settings.language === "zh-CN" ? "zh-CN" : "en-US",
      dark: settings.theme === "dark",
      onAnswer: () => {
        later();
        calculateSoon();
        pane.show(excel.paneState === "Visible");
        if (excel.toOpen !== null) {
          const base64 = excel.toOpen;
          excel.toOpen = null;
          // The add-in hears first that its request was done.
          setTimeout(() => load(openBase64(base64)), 200);
        }
      },
    });
    running = { excel, host, conversation };
  };

  let planned = false;
  /** One drawing for many requests. */
  const later = () => {
    if (planned) return;
    planned = true;
    requestAnimationFrame(() => {
      planned = false;
      draw();
    });
  };

  const sample = address.get("sample");
  if (sample) {
    const outcome = await fetchFile(`samples/${sample}.xlsx`);
    if (outcome.ok) file = outcome.value;
  }
  build(address.get("pane") !== "closed");
  window.workbench = {
    running: () => running!,
    runCommand: (name) => running!.conversation.runCommand(name, name),
  };
}
