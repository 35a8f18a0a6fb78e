import { issue, type Issue } from "../../base/issue";
import type { Cell } from "../../base/table";
import type { SheetDocument, SheetKind } from "../../workbook/document";
import { decodeMark, markName } from "../../workbook/mark";
import type { SheetContent, SheetMark, Workbook } from "../../workbook/port";
import { applyDocument } from "./apply-document";
import { addSheet, findSheet, moveSheet, setValue, usedArea, type Book, type BookSheet } from "./book";
import { removeSheet } from "./insert-lines";

/** A book in memory as a workbook that tasks can work on; `writeXlsx` makes a file of it afterwards. */
export function bookWorkbook(book: Book): Workbook {
  return {
    async read() {
      const visible = book.sheets.filter((sheet) => sheet.visibility === "Visible");
      return { ok: true, value: visible.map(readContent), issues: [] };
    },

    async write(documents, { fingerprint, onProgress }) {
      const issues: Issue[] = [];
      const standing = ({ kind }: SheetDocument) => book.sheets.find((sheet) => markOf(sheet)?.kind === kind);
      const places = documents.map((document, i) => {
        const found = standing(document);
        if (found) return { document, sheet: found, before: markOf(found) };
        const name = freeName(book, document.name);
        if (name !== document.name) {
          issues.push(issue("warning", "write.name-taken", { wanted: document.name, given: name }));
        }
        const sheet = addSheet(book, name);
        const [next] = documents.slice(i + 1).flatMap((later) => standing(later) ?? []);
        if (next) moveSheet(book, sheet, book.sheets.indexOf(next));
        return { document, sheet, before: null };
      });
      const nameOfKind = (kind: SheetKind) =>
        (
          places.find((place) => place.document.kind === kind)?.sheet ??
          book.sheets.find((sheet) => markOf(sheet)?.kind === kind)
        )?.name ?? null;
      const realName = (name: string) =>
        places.find((place) => place.document.name === name)?.sheet.name ?? name;
      places.forEach(({ document, sheet, before }, i) => {
        applyDocument(book, document, { sheet, before, fingerprint, realName, nameOfKind });
        onProgress?.((i + 1) / places.length);
      });
      const written = places.map(({ document, sheet, before }) => ({
        kind: document.kind,
        sheet: sheet.name,
        created: before === null,
      }));
      return { ok: true, value: written, issues };
    },

    async edit(edits) {
      const gone = edits.filter((edit) => !findSheet(book, edit.sheet));
      if (gone.length) return sheetGone(gone[0].sheet);
      for (const { sheet, row, column, value } of edits)
        setValue(findSheet(book, sheet)!, row, column, value);
      return { ok: true, value: null, issues: [] };
    },

    async removeResults() {
      const results = book.sheets.filter((sheet) => {
        const mark = markOf(sheet);
        return mark !== null && mark.kind !== "settings";
      });
      const names = results.map((sheet) => sheet.name);
      // A workbook has at least one sheet to look at.
      const others = book.sheets.filter(
        (sheet) => !results.includes(sheet) && sheet.visibility === "Visible",
      );
      if (results.length && others.length === 0) addSheet(book, freeName(book, "Sheet1"));
      for (const sheet of results) removeSheet(book, sheet);
      return { ok: true, value: names, issues: [] };
    },

    async inView() {
      return { ok: true, value: book.sheets[book.active]?.name ?? "", issues: [] };
    },

    async show(range) {
      const sheet = findSheet(book, range.sheet);
      if (!sheet) return sheetGone(range.sheet);
      if (sheet.visibility === "Visible") book.active = book.sheets.indexOf(sheet);
      return { ok: true, value: null, issues: [] };
    },
  };
}

function sheetGone(sheet: string) {
  return { ok: false, issues: [issue("error", "sheet.gone", { sheet })] } as const;
}

/** Our mark on a sheet, as long as the sheet has the name that it was written under. */
function markOf(sheet: BookSheet): SheetMark | null {
  const name = sheet.names.find((each) => each.name === markName);
  return name ? decodeMark(name.formula, sheet.name) : null;
}

function readContent(sheet: BookSheet): SheetContent {
  const area = usedArea(sheet);
  const rows: Cell[][] = [];
  for (let row = area?.top ?? 0; area && row <= area.bottom; row += 1) {
    const cells: Cell[] = [];
    for (let column = area.left; column <= area.right; column += 1) {
      const value = sheet.values[row]?.[column];
      cells.push(value === undefined || value === "" ? null : value);
    }
    rows.push(cells);
  }
  const hiddenRows = [...sheet.rows].filter(([, line]) => line.hidden).map(([row]) => row);
  return {
    sheet: sheet.name,
    top: area?.top ?? 0,
    left: area?.left ?? 0,
    rows,
    merges: sheet.merges.map(({ top, left, bottom, right }) => ({ top, left, bottom, right })),
    hiddenRows: hiddenRows.sort((a, b) => a - b),
    mark: markOf(sheet),
  };
}

/** "Scores", or "Scores (2)" when a sheet of any kind has that name; never longer than Excel allows. */
function freeName(book: Book, wanted: SheetDocument["name"]): string {
  let name = wanted;
  for (
    let number = 2;
    book.sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
    number += 1
  ) {
    const suffix = ` (${number})`;
    name = wanted.slice(0, 31 - suffix.length) + suffix;
  }
  return name;
}
