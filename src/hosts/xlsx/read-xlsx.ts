import { unzipSync } from "fflate";
import { columnIndex, parseA1 } from "../../base/address";
import { issue } from "../../base/issue";
import type { Outcome } from "../../base/outcome";
import { addSheet, newBook, type Book, type BookSheet } from "./book";
import { partText, readRelations, type Relation } from "./package-parts";
import { readCharts } from "./read-charts";
import { readSheet } from "./read-sheet";
import { readStyles, readTheme } from "./read-styles";
import { readTable } from "./read-table";
import { attribute, decodeText, isTrue, relationAttribute, scanXml } from "./xml";

/** Reads an .xlsx file (also .xlsm). What is not modelled stays in `source`, so that writing keeps it. */
export function readXlsx(bytes: Uint8Array): Outcome<Book> {
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes);
  } catch {
    return isOldFormat(bytes) ? refused("file.protected") : refused("file.unreadable");
  }
  const workbook = readRelations(parts, "").find((relation) => relation.type === "officeDocument");
  if (!workbook || !parts[workbook.target]) return refused("file.unreadable");
  if (!/<(?:\w+:)?workbook[\s>]/.test(partText(parts, workbook.target))) return refused("file.unreadable");
  try {
    return { ok: true, value: readParts(parts, workbook.target), issues: [] };
  } catch (problem) {
    if (problem instanceof SyntaxError) return refused("file.unreadable");
    throw problem;
  }
}

function refused(code: "file.protected" | "file.unreadable"): Outcome<Book> {
  return { ok: false, issues: [issue("error", code, {})] };
}

/** Files of Excel 97–2003 and those locked with a password begin alike. */
function isOldFormat(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;
}

function readParts(parts: Record<string, Uint8Array>, workbookPart: string): Book {
  const book = newBook();
  book.source = parts;
  const relations = readRelations(parts, workbookPart);
  const theme = readTheme(partText(parts, targetOf(relations, "theme")));
  const { formats, differences } = readStyles(partText(parts, targetOf(relations, "styles")), theme);
  book.styles = formats;
  const strings = readStrings(partText(parts, targetOf(relations, "sharedStrings")));
  const order: (BookSheet | null)[] = [];
  const scoped: { sheet: number; name: string; visible: boolean; text: string }[] = [];
  let name: (typeof scoped)[number] | null = null;
  let active = 0;

  scanXml(partText(parts, workbookPart), {
    open(tag, a) {
      if (tag === "workbookView") active = Number(attribute(a, "activeTab") ?? 0);
      else if (tag === "sheet") {
        const relation = relations.find((each) => each.id === relationAttribute(a));
        // Chart sheets and dialogs hold no cells; the package keeps them.
        if (relation?.type !== "worksheet" || !parts[relation.target]) {
          order.push(null);
          return;
        }
        const sheet = addSheet(book, attribute(a, "name") ?? "");
        const state = attribute(a, "state");
        sheet.visibility = state === "hidden" ? "Hidden" : state === "veryHidden" ? "VeryHidden" : "Visible";
        sheet.part = relation.target;
        order.push(sheet);
      } else if (tag === "definedName") {
        name = {
          sheet: Number(attribute(a, "localSheetId") ?? -1),
          name: attribute(a, "name") ?? "",
          visible: !isTrue(attribute(a, "hidden")),
          text: "",
        };
        scoped.push(name);
      }
    },
    text(text) {
      if (name) name.text += text;
    },
    close(tag) {
      if (tag === "definedName") name = null;
    },
  });

  for (const sheet of book.sheets) {
    const part = sheet.part!;
    const around = { strings, differences, theme, relations: readRelations(parts, part) };
    readSheet(partText(parts, part), sheet, around);
    for (const relation of around.relations) {
      if (relation.type === "table") readTable(partText(parts, relation.target), relation.target, sheet);
    }
    readCharts(parts, sheet);
  }
  for (const each of scoped) {
    const sheet = each.sheet < 0 ? null : order[each.sheet];
    if (each.name.startsWith("_xlnm.")) {
      if (sheet && each.name === "_xlnm.Print_Titles") readPrintTitles(sheet, each.text);
      if (sheet && each.name === "_xlnm.Print_Area") readPrintArea(sheet, each.text);
      continue;
    }
    // A name of a chart sheet's own is kept by the package.
    const names = each.sheet < 0 ? book.names : sheet?.names;
    names?.push({ name: each.name, formula: `=${each.text}`, visible: each.visible });
  }
  const shown = order[active];
  book.active = shown ? book.sheets.indexOf(shown) : 0;
  return book;
}

function targetOf(relations: readonly Relation[], type: string): string {
  return relations.find((relation) => relation.type === type)?.target ?? "";
}

/** The shared strings, rich text as plain; readings above Chinese and Japanese words are no part of the text. */
function readStrings(xml: string): string[] {
  const strings: string[] = [];
  let text = "";
  let reading = false;
  let phonetic = false;
  scanXml(xml, {
    open(tag) {
      if (tag === "si") text = "";
      else if (tag === "t") reading = !phonetic;
      else if (tag === "rPh") phonetic = true;
    },
    text(piece) {
      if (reading) text += decodeText(piece);
    },
    close(tag) {
      if (tag === "t") reading = false;
      else if (tag === "rPh") phonetic = false;
      else if (tag === "si") strings.push(text);
    },
  });
  return strings;
}

/** "Scores!$A$1:$F$40"; several areas at once are left to the package. */
function readPrintArea(sheet: BookSheet, text: string): void {
  const place = parseA1(text);
  if (!place) return;
  sheet.print ??= { orientation: "portrait", fitToWidth: false, titleTop: -1, titleBottom: -1 };
  const { top, left, bottom, right } = place;
  sheet.print.area = { top, left, bottom, right };
}

/** "Scores!$A:$B,Scores!$1:$4": the rows that every printed page repeats. */
function readPrintTitles(sheet: BookSheet, text: string): void {
  const columns = /\$A:\$([A-Z]+)/.exec(text);
  const rows = /\$(\d+):\$(\d+)/.exec(text);
  if (!rows) return;
  sheet.print ??= { orientation: "portrait", fitToWidth: false, titleTop: -1, titleBottom: -1 };
  sheet.print.titleTop = Number(rows[1]) - 1;
  sheet.print.titleBottom = Number(rows[2]) - 1;
  if (columns) sheet.print.titleColumns = columnIndex(columns[1]) + 1;
}
