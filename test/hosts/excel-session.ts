import { readFileSync } from "node:fs";
import path from "node:path";
import vm from "node:vm";
import type { Book } from "../../src/hosts/xlsx/book";
import type { Excel as RunningExcel } from "../../src/workbench/model/excel";
import { settle, startExcel } from "../../src/workbench/model/excel";
import type { Fault, Host, Traffic } from "../../src/workbench/wire/host";
import { exchange, readyToCalculate, startHost } from "../../src/workbench/wire/host";
import type { Level } from "../../src/workbench/wire/requirements";
import { isSupported, requirementsOf } from "../../src/workbench/wire/requirements";

/** The real Office.js library in Node, talking to the workbench's model instead of to Excel. */
export interface Session {
  readonly excel: RunningExcel;
  readonly traffic: Traffic;
  /** Every request's body, for looking at what was asked. */
  readonly requests: string[];
  setFaults(faults: readonly Fault[]): void;
  resetTraffic(): void;
}

const library = path.join(path.dirname(require.resolve("@microsoft/office-js/package.json")), "dist");
const sources = ["office.debug.js", "excel-web-16.00.debug.js"].map(
  (file) => new vm.Script(readFileSync(path.join(library, file), "utf8"), { filename: file }),
);

/** The globals that the library defines. */
interface Library {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly Office: { context: unknown };
}
let loaded: Library | null = null;

/** Just enough of a page for the library's scripts to load; nothing of it is drawn or reached. */
function loadLibrary(): Library {
  const nothing = () => undefined;
  const element = (): object => ({
    style: {},
    attributes: {},
    setAttribute: nothing,
    appendChild: nothing,
    addEventListener: nothing,
    getElementsByTagName: () => [element()],
  });
  const address = "https://localhost/";
  const location = {
    search: "?_host_Info=Excel$Web$16.00$en-US$x$$$0",
    hash: "",
    origin: "https://localhost",
    protocol: "https:",
    href: address,
    hostname: "localhost",
  };
  const storage = { getItem: () => null, setItem: nothing };
  const page: Record<string, unknown> = {
    console: { log: nothing, warn: nothing, error: nothing, info: nothing },
    // What the library plans while it loads concerns a page in Office.
    setTimeout: nothing,
    clearTimeout,
    setInterval: nothing,
    clearInterval,
    performance,
    navigator: { userAgent: "node" },
    location,
    name: "",
    history: {},
    external: {},
    sessionStorage: storage,
    localStorage: storage,
    addEventListener: nothing,
    document: {
      createElement: element,
      getElementsByTagName: (tag: string) =>
        tag === "script" ? [{ src: `${address}office.js`, getAttribute: () => null }] : [element()],
      querySelectorAll: () => [],
      addEventListener: nothing,
      location,
      domain: "localhost",
      head: element(),
      body: element(),
    },
  };
  for (const name of ["window", "self", "top", "parent"]) page[name] = page;
  const context = vm.createContext(page);
  for (const source of sources) source.runInContext(context);
  // The library tries again, seconds later, to give back what it held; a test does not wait for that.
  page.setTimeout = (work: () => void, wait?: number) => setTimeout(work, wait).unref();
  return page as unknown as Library;
}

/** Opens a book in an Excel of the given level; `Excel`, `Office` and `OfficeExtension` are global from then on. */
export function openSession(
  book: Book,
  level: Level,
  language = "en-US",
  loadCalculator: Host["loadCalculator"] = null,
  /** What stands between the library and Excel; to be told when Excel works. */
  wire: <T>(excel: () => Promise<T>) => Promise<T> = (excel) => excel(),
): Session {
  loaded ??= loadLibrary();
  const { Excel: excelLibrary, OfficeExtension: extension, Office: office } = loaded;
  const host: Host = startHost(startExcel(book, requirementsOf(level).excelapi), loadCalculator);
  const requests: string[] = [];
  const internals = extension as unknown as {
    SessionBase: { new (): object; _overrideSession: object };
    CoreConstants: { localDocument: string };
    CommonUtility: { isSetSupported: (set: string, version?: string) => boolean };
  };
  class ModelSession extends internals.SessionBase {
    _resolveRequestUrlAndHeaderInfo() {
      return Promise.resolve({ url: internals.CoreConstants.localDocument, headers: {} });
    }
    _createRequestExecutorOrNull() {
      return {
        executeAsync: async (_data: unknown, _flags: unknown, message: { Body: unknown }) => {
          const body = JSON.stringify(message.Body);
          requests.push(body);
          const result = await wire(async () => {
            await readyToCalculate(host, body);
            const answer = exchange(host, body);
            settle(host.excel);
            return answer;
          });
          return result.refused === null
            ? {
                HttpStatusCode: 200,
                ErrorCode: "",
                ErrorMessage: "",
                Headers: null,
                Body: JSON.parse(result.body),
              }
            : {
                HttpStatusCode: 413,
                ErrorCode: result.refused,
                ErrorMessage: result.refused,
                Headers: null,
                Body: null,
              };
        },
      };
    }
  }
  internals.SessionBase._overrideSession = new ModelSession();
  internals.CommonUtility.isSetSupported = (set, version) => isSupported(level, set, version);
  const context = {
    displayLanguage: language,
    requirements: { isSetSupported: (set: string, version?: string) => isSupported(level, set, version) },
  };
  Object.assign(globalThis, {
    Excel: excelLibrary,
    OfficeExtension: extension,
    Office: { ...office, context },
  });
  return {
    excel: host.excel,
    traffic: host.traffic,
    requests,
    setFaults: (faults) => void (host.faults = faults),
    resetTraffic: () => void Object.assign(host.traffic, { requests: 0, bytesIn: 0, bytesOut: 0 }),
  };
}
