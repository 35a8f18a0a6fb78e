import type { Book, BookSheet } from "../../hosts/xlsx/book";
import { addSheet, findSheet, isSheetName, moveSheet } from "../../hosts/xlsx/book";
import { removeSheet } from "../../hosts/xlsx/insert-lines";
import type { Excel } from "./excel";
import { activate, happened, workbookTarget } from "./excel";
import type { OfficeClass, Targets } from "./office-class";
import {
  OfficeError,
  badArgument,
  colour,
  flag,
  notFound,
  nullObject,
  number,
  text,
  thing,
  whole,
} from "./office-class";
import { placeAt, wholeSheet, within } from "./place";
import { usedRange } from "./range";

const registering = (kind: string, target: (of: never) => string, by: 1 | -1) => {
  return (of: unknown, _args: readonly unknown[], excel: Excel) => {
    const key = `${kind}:${target(of as never)}`;
    excel.registered.set(key, Math.max(0, (excel.registered.get(key) ?? 0) + by));
  };
};
/** The register and unregister methods of a class's events. */
function events(target: (of: never) => string) {
  const pairs = [
    ["DataChangedEvent", "changed"],
    ["ActivatedEvent", "activated"],
    ["DeactivatedEvent", "deactivated"],
    ["SelectionChangedEvent", "selected"],
    ["AddedEvent", "added"],
    ["DeletedEvent", "deleted"],
  ] as const;
  return Object.fromEntries(
    pairs.flatMap(([wire, kind]) => [
      [`_Register${wire}`, registering(kind, target, 1)],
      [`_Unregister${wire}`, registering(kind, target, -1)],
    ]),
  );
}

export const runtime: OfficeClass<Book> = {
  get: { EnableEvents: (_, excel) => excel.enableEvents },
  set: { EnableEvents: (_, value, excel) => void (excel.enableEvents = flag(value)) },
};

export const application: OfficeClass<Book> = {
  get: { CalculationMode: (_, excel) => excel.calculationMode },
  set: { CalculationMode: (_, value, excel) => void (excel.calculationMode = text(value)) },
  call: {
    SuspendScreenUpdatingUntilNextSync: () => undefined,
    SuspendApiCalculationUntilNextSync: () => undefined,
    CreateWorkbook: (_, [base64]) => thing("WorkbookCreated", { base64: text(base64) }),
  },
};

export const workbookCreated: OfficeClass<{ readonly base64: string }> = {
  id: () => "{created}",
  get: { Id: () => "{created}" },
  call: { Open: ({ base64 }, _, excel) => void (excel.toOpen = base64) },
};

const paneStates = ["Inactive", "Background", "Visible"];
export const appRuntime: OfficeClass<null> = {
  call: {
    GetAppRuntimeState: (_, _args, excel) => excel.paneState,
    SetAppRuntimeState: (_, [state], excel) => {
      if (!paneStates.includes(text(state))) throw badArgument();
      excel.paneState = text(state);
    },
  },
};

const activeSheet = (book: Book): BookSheet => book.sheets[book.active];

export const workbook: OfficeClass<Book> = {
  get: { Name: () => "Workbook.xlsx", ReadOnly: () => false, IsDirty: () => true },
  nav: {
    Worksheets: (book) => thing("WorksheetCollection", book),
    Application: (book) => thing("Application", book),
    Names: () => thing("NamedItemCollection", { sheet: null }),
    Tables: () => thing("TableCollection", { sheet: null }),
    _Runtime: (book) => thing("Runtime", book),
  },
  call: {
    // How the library's Excel.createWorkbook asks on the web.
    CreateAndOpenWorkbook: (_, [base64], excel) => void (excel.toOpen = text(base64)),
    GetSelectedRange: (book, _, excel) => thing("Range", { sheet: activeSheet(book), area: excel.selection }),
    GetActiveCell: (book, _, excel) =>
      thing(
        "Range",
        within(activeSheet(book), {
          ...excel.selection,
          bottom: excel.selection.top,
          right: excel.selection.left,
        }),
      ),
  },
};

function sheetByKey(book: Book, key: unknown): BookSheet {
  const sheet = findSheet(book, text(key));
  if (!sheet) throw notFound();
  return sheet;
}

const visibleOnly = (sheet: BookSheet, only: unknown) => only !== true || sheet.visibility === "Visible";

function neighbour(book: Book, sheet: BookSheet, step: 1 | -1, only: unknown): BookSheet | undefined {
  const inOrder = step > 0 ? book.sheets : [...book.sheets].reverse();
  return inOrder.slice(inOrder.indexOf(sheet) + 1).find((each) => visibleOnly(each, only));
}

export const worksheetCollection: OfficeClass<Book> = {
  items: (book) => book.sheets.map((sheet) => thing("Worksheet", sheet)),
  item: (book, key) => thing("Worksheet", sheetByKey(book, key)),
  call: {
    ...events(() => workbookTarget),
    GetItem: (book, [key]) => thing("Worksheet", sheetByKey(book, key)),
    GetItemOrNullObject: (book, [key]) => {
      const sheet = findSheet(book, text(key));
      return sheet ? thing("Worksheet", sheet) : nullObject;
    },
    GetActiveWorksheet: (book) => thing("Worksheet", activeSheet(book)),
    GetFirst: (book, [only]) =>
      thing(
        "Worksheet",
        book.sheets.find((each) => visibleOnly(each, only))!,
      ),
    GetLast: (book, [only]) =>
      thing("Worksheet", book.sheets.filter((each) => visibleOnly(each, only)).at(-1)!),
    GetCount: (book, [only]) => book.sheets.filter((each) => visibleOnly(each, only)).length,
    Add: (book, [name], excel) => {
      const given = name === null || name === undefined ? freeName(book) : text(name);
      if (!isSheetName(given)) throw badArgument();
      if (findSheet(book, given)) {
        throw new OfficeError(
          "ItemAlreadyExists",
          "A resource with the same name or identifier already exists.",
          409,
        );
      }
      const sheet = addSheet(book, given);
      happened(excel, "added", sheet);
      return thing("Worksheet", sheet);
    },
  },
};

function freeName(book: Book): string {
  let count = book.sheets.length + 1;
  while (findSheet(book, `Sheet${count}`)) count += 1;
  return `Sheet${count}`;
}

const visibilities: readonly string[] = ["Visible", "Hidden", "VeryHidden"];

/** Excel keeps one sheet in view, always. */
function mustLeaveOneVisible(book: Book, sheet: BookSheet): void {
  if (!book.sheets.some((each) => each !== sheet && each.visibility === "Visible")) {
    throw new OfficeError("InvalidOperation", "A workbook must contain at least one visible worksheet.");
  }
}

function leave(excel: Excel, sheet: BookSheet): void {
  const { book } = excel;
  if (activeSheet(book) !== sheet) return;
  const next = neighbour(book, sheet, 1, true) ?? neighbour(book, sheet, -1, true);
  if (next) activate(excel, next);
}

export const worksheet: OfficeClass<BookSheet> = {
  id: (sheet) => sheet.id,
  get: {
    Id: (sheet) => sheet.id,
    Name: (sheet) => sheet.name,
    Position: (sheet, excel) => excel.book.sheets.indexOf(sheet),
    Visibility: (sheet) => sheet.visibility,
    TabColor: (sheet) => (sheet.tabColour ?? "").toUpperCase(),
    StandardWidth: () => 48,
    StandardHeight: () => 15,
    ShowHeadings: () => true,
  },
  set: {
    Name: (sheet, value, excel) => {
      const name = text(value);
      const other = findSheet(excel.book, name);
      if (!isSheetName(name) || (other && other !== sheet)) throw badArgument();
      sheet.name = name;
      if (sheet.part) sheet.rewritten = true;
    },
    Position: (sheet, value, { book }) => moveSheet(book, sheet, whole(value)),
    Visibility: (sheet, value, excel) => {
      if (!visibilities.includes(text(value))) throw badArgument();
      if (value !== "Visible") {
        mustLeaveOneVisible(excel.book, sheet);
        leave(excel, sheet);
      }
      sheet.visibility = value as BookSheet["visibility"];
    },
    TabColor: (sheet, value) => void (sheet.tabColour = value === "" ? null : colour(value)),
  },
  nav: {
    Names: (sheet) => thing("NamedItemCollection", { sheet }),
    Tables: (sheet) => thing("TableCollection", { sheet }),
    Charts: (sheet) => thing("ChartCollection", sheet),
    FreezePanes: (sheet) => thing("WorksheetFreezePanes", sheet),
    PageLayout: (sheet) => thing("PageLayout", sheet),
  },
  call: {
    ...events((sheet: BookSheet) => sheet.id),
    Activate: (sheet, _, excel) => {
      if (sheet.visibility !== "Visible") {
        throw new OfficeError("InvalidOperation", "This operation is not permitted for the current object.");
      }
      activate(excel, sheet);
    },
    Calculate: () => undefined,
    Delete: (sheet, _, excel) => {
      mustLeaveOneVisible(excel.book, sheet);
      leave(excel, sheet);
      removeSheet(excel.book, sheet);
      happened(excel, "deleted", sheet);
    },
    GetRange: (sheet, [address], excel) =>
      thing(
        "Range",
        typeof address === "string" && address
          ? placeAt(excel.book, sheet, address)
          : { sheet, area: wholeSheet },
      ),
    GetCell: (sheet, [row, column]) =>
      thing(
        "Range",
        within(sheet, { top: whole(row), left: whole(column), bottom: whole(row), right: whole(column) }),
      ),
    GetRangeByIndexes: (sheet, [row, column, rows, columns]) =>
      thing(
        "Range",
        within(sheet, {
          top: whole(row),
          left: whole(column),
          bottom: number(row) + whole(rows, 1) - 1,
          right: number(column) + whole(columns, 1) - 1,
        }),
      ),
    GetRanges: (sheet, [addresses], excel) => {
      const areas = text(addresses)
        .split(",")
        .map((each) => placeAt(excel.book, sheet, each.trim()).area);
      return thing("RangeAreas", { sheet, areas });
    },
    GetUsedRange: (sheet) =>
      thing("Range", usedRange(sheet) ?? { sheet, area: { top: 0, left: 0, bottom: 0, right: 0 } }),
    GetUsedRangeOrNullObject: (sheet) => {
      const used = usedRange(sheet);
      return used ? thing("Range", used) : nullObject;
    },
    GetNext: (sheet, [only], excel) => {
      const next = neighbour(excel.book, sheet, 1, only);
      if (!next) throw notFound();
      return thing("Worksheet", next);
    },
    GetNextOrNullObject: (sheet, [only], excel) => {
      const next = neighbour(excel.book, sheet, 1, only);
      return next ? thing("Worksheet", next) : nullObject;
    },
    ShowOutlineLevels: () => undefined,
  },
};

export const freezePanes: OfficeClass<BookSheet> = {
  call: {
    FreezeRows: (sheet, [count]) => void (sheet.freeze = { rows: whole(count ?? 1, 1), columns: 0 }),
    FreezeColumns: (sheet, [count]) => void (sheet.freeze = { rows: 0, columns: whole(count ?? 1, 1) }),
    FreezeAt: (sheet, [place], excel) => {
      const { area } =
        typeof place === "string"
          ? placeAt(excel.book, sheet, place)
          : (place as { of: Targets["Range"] }).of;
      if (area.top !== 0 || area.left !== 0) throw badArgument();
      sheet.freeze = { rows: area.bottom + 1, columns: area.right + 1 };
    },
    Unfreeze: (sheet) => void (sheet.freeze = { rows: 0, columns: 0 }),
    GetLocationOrNullObject: (sheet) => {
      const { rows, columns } = sheet.freeze;
      if (!rows && !columns) return nullObject;
      return thing(
        "Range",
        within(sheet, { top: 0, left: 0, bottom: (rows || 1048576) - 1, right: (columns || 16384) - 1 }),
      );
    },
  },
};
