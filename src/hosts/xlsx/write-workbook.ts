import { columnName, quoteSheet, toAbsoluteA1 } from "../../base/address";
import type { Book, BookName, BookSheet } from "./book";
import type { Relation } from "./package-parts";
import {
  attribute,
  childElements,
  encodeText,
  isTrue,
  prefixOf,
  relationAttribute,
  unescapeXml,
  withPrefix,
} from "./xml";

const order = [
  "fileVersion",
  "fileSharing",
  "workbookPr",
  "AlternateContent",
  "revisionPtr",
  "workbookProtection",
  "bookViews",
  "sheets",
  "functionGroups",
  "externalReferences",
  "definedNames",
  "calcPr",
  "oleSize",
  "customWorkbookViews",
  "pivotCaches",
  "smartTagPr",
  "smartTagTypes",
  "webPublishing",
  "fileRecoveryPr",
  "webPublishObjects",
  "extLst",
];

export interface WorkbookWriting {
  readonly book: Book;
  readonly xml: string;
  /** The workbook's relations as they were. */
  readonly before: readonly Relation[];
  /** A sheet's relation id as it will be. */
  readonly idOf: (sheet: BookSheet) => string;
  /** Whether everything is to be calculated on opening. */
  readonly calculate: boolean;
}

interface SheetEntry {
  /** Null for a sheet that holds no cells (a chart sheet). */
  readonly sheet: BookSheet | null;
  readonly xml: string;
}

/** The workbook part with its sheets, names and view brought up to date; and the sheets whose mark of being in view changed. */
export function workbookXml(writing: WorkbookWriting): {
  readonly xml: string;
  readonly reselected: readonly BookSheet[];
} {
  const { book, xml } = writing;
  const prefix = prefixOf(xml, "workbook");
  const old = oldEntries(writing);
  const entries = newEntries(writing, old, prefix);
  const unchanged = old.length === entries.length && old.every((entry, i) => entry.xml === entries[i].xml);
  let text = xml;
  if (!unchanged) text = replaceElement(text, "sheets", entries.map((entry) => entry.xml).join(""));
  text = replaceElement(text, "definedNames", namesXml(writing, old, entries, prefix));
  if (writing.calculate) text = calculating(text, prefix);

  const oldActive = Number(attribute(/<(?:\w+:)?workbookView\s[^>]*/.exec(xml)?.[0] ?? "", "activeTab") ?? 0);
  const wasActive = old[oldActive]?.sheet ?? null;
  const active = book.sheets[book.active] ?? null;
  const place = Math.max(
    0,
    entries.findIndex((entry) => entry.sheet === active && active !== null),
  );
  // A chart sheet in view stays in view as long as nobody chose another sheet.
  const stays = old[oldActive] !== undefined && old[oldActive].sheet === null && book.active === 0;
  const tab = stays ? entries.findIndex((entry) => entry.xml === old[oldActive].xml) : place;
  text = text.replace(/<((?:\w+:)?workbookView)(\s[^>]*?)?(?=\/?>)/, (whole, tag: string, a: string = "") =>
    Number(attribute(a, "activeTab") ?? 0) === tab
      ? whole
      : `<${tag}${a.replace(/\s(activeTab|firstSheet)\s*=\s*("[^"]*"|'[^']*')/g, "")} activeTab="${tab}"`,
  );
  const moved = !stays && wasActive !== active;
  return {
    xml: text,
    reselected: moved ? [wasActive, active].filter((sheet) => sheet !== null) : [],
  };
}

function oldEntries({ xml, before, book }: WorkbookWriting): SheetEntry[] {
  const sheets = childElements(xml).find((child) => child.tag === "sheets");
  if (!sheets) return [];
  const text = xml.slice(sheets.start, sheets.end);
  return childElements(text).map((child) => {
    const relation = before.find((each) => each.id === relationAttribute(child.attributes));
    const sheet = book.sheets.find((each) => each.part !== null && each.part === relation?.target) ?? null;
    const isGone = sheet === null && relation?.type === "worksheet";
    return { sheet, xml: isGone ? "" : text.slice(child.start, child.end) };
  });
}

/** The book's sheets in its order; sheets without cells stay behind the one they stood behind. */
function newEntries(writing: WorkbookWriting, old: readonly SheetEntry[], prefix: string): SheetEntry[] {
  const { book, xml } = writing;
  let id = Math.max(0, ...[...xml.matchAll(/\ssheetId="(\d+)"/g)].map((found) => Number(found[1])));
  const relationPrefix = /xmlns:(\w+)="[^"]*officeDocument(?:\/2006)?\/relationships"/.exec(xml)?.[1] ?? "r";
  const entries: SheetEntry[] = book.sheets.map((sheet) => {
    const state = { Visible: "", Hidden: ' state="hidden"', VeryHidden: ' state="veryHidden"' }[
      sheet.visibility
    ];
    const before = old.find((entry) => entry.sheet === sheet);
    if (before) {
      const attributes = before.xml.replace(/^<[\w:]+/, "");
      const sameState =
        (attribute(attributes, "state") ?? "visible").toLowerCase() === sheet.visibility.toLowerCase();
      if (attribute(attributes, "name") === sheet.name && sameState) return before;
    } else id += 1;
    const number = before ? attribute(before.xml, "sheetId") : String(id);
    const entry = `<sheet name="${encodeText(sheet.name)}" sheetId="${number}"${state} ${relationPrefix}:id="${writing.idOf(sheet)}"/>`;
    return { sheet, xml: withPrefix(entry, prefix) };
  });
  old.forEach((entry, i) => {
    if (entry.sheet !== null || entry.xml === "") return;
    const previous = old
      .slice(0, i)
      .reverse()
      .find((each) => each.xml !== "");
    const at = previous
      ? entries.findIndex((each) => each.xml === previous.xml || each.sheet === previous.sheet)
      : -1;
    entries.splice(at + 1, 0, entry);
  });
  return entries;
}

/** Names of the file keep their element (with comments and the like) while the book holds them unchanged. */
function namesXml(
  { book, xml }: WorkbookWriting,
  old: readonly SheetEntry[],
  entries: readonly SheetEntry[],
  prefix: string,
): string {
  const place = (sheet: BookSheet) => entries.findIndex((entry) => entry.sheet === sheet);
  const written: string[] = [];
  const done = new Set<string>();
  const key = (scope: number, name: string) => `${scope}|${name.toLowerCase()}`;
  const container = childElements(xml).find((child) => child.tag === "definedNames");
  const text = container ? xml.slice(container.start, container.end) : "";
  for (const child of container ? childElements(text) : []) {
    const whole = text.slice(child.start, child.end);
    const name = attribute(child.attributes, "name") ?? "";
    const scope = attribute(child.attributes, "localSheetId");
    const entry = scope === undefined ? null : old[Number(scope)];
    if (entry && entry.xml === "") continue;
    const sheet = entry?.sheet ?? null;
    const at = entry
      ? entries.findIndex((each) => each.xml === entry.xml || (sheet && each.sheet === sheet))
      : -1;
    if (name.startsWith("_xlnm.")) {
      const rewritten = sheet !== null && sheet.rewritten;
      if (
        rewritten &&
        (name === "_xlnm._FilterDatabase" ||
          (/^_xlnm\.Print_(Titles|Area)$/.test(name) && sheet.print?.fitToWidth))
      ) {
        continue;
      }
    } else if (!(entry && sheet === null)) {
      const held = (sheet ? sheet.names : book.names).find((each) => each.name === name);
      const formula = `=${unescapeXml(whole.replace(/^<[^>]*>|<\/[^>]*>$/g, ""))}`;
      if (!held || held.formula !== formula || held.visible === isTrue(attribute(child.attributes, "hidden")))
        continue;
    }
    written.push(scope === undefined ? whole : whole.replace(/(\slocalSheetId\s*=\s*["'])\d+/, `$1${at}`));
    done.add(key(at, name));
  }
  const add = (scope: number, { name, formula, visible }: BookName) => {
    if (done.has(key(scope, name))) return;
    const where = scope < 0 ? "" : ` localSheetId="${scope}"`;
    const element = `<definedName name="${encodeText(name)}"${where}${visible ? "" : ' hidden="1"'}>${encodeText(formula.replace(/^=/, ""))}</definedName>`;
    written.push(withPrefix(element, prefix));
  };
  for (const name of book.names) add(-1, name);
  for (const sheet of book.sheets) {
    for (const name of sheet.names) add(place(sheet), name);
    const { print } = sheet;
    if (!print?.fitToWidth || print.titleTop < 0 || (sheet.part && !sheet.rewritten)) continue;
    const { area } = print;
    if (area) {
      const formula = `=${toAbsoluteA1({ ...area, sheet: sheet.name })}`;
      add(place(sheet), { name: "_xlnm.Print_Area", formula, visible: true });
    }
    const name = quoteSheet(sheet.name);
    const columns = print.titleColumns ? `${name}!$A:$${columnName(print.titleColumns - 1)},` : "";
    const titles = `=${columns}${name}!$${print.titleTop + 1}:$${print.titleBottom + 1}`;
    add(place(sheet), { name: "_xlnm.Print_Titles", formula: titles, visible: true });
  }
  return written.join("");
}

/** Sets what is inside a child of the root; an empty inside takes the child out. */
function replaceElement(xml: string, tag: string, inside: string): string {
  const prefix = prefixOf(xml, "workbook");
  const found = childElements(xml).find((child) => child.tag === tag);
  const whole = inside && `<${prefix}${tag}>${inside}</${prefix}${tag}>`;
  if (found) {
    const old = xml.slice(found.start, found.end);
    return old === whole ? xml : xml.slice(0, found.start) + whole + xml.slice(found.end);
  }
  if (!inside) return xml;
  const later = order.slice(order.indexOf(tag) + 1);
  const next = childElements(xml).find((child) => later.includes(child.tag));
  const at = next ? next.start : xml.lastIndexOf("</");
  return xml.slice(0, at) + whole + xml.slice(at);
}

function calculating(xml: string, prefix: string): string {
  if (/<(?:\w+:)?calcPr[\s/>]/.test(xml)) {
    return xml.replace(
      /<((?:\w+:)?calcPr)(\s[^>]*?)?(\/?>)/,
      (_, tag: string, a: string = "", end: string) => {
        const others = a.replace(/\sfullCalcOnLoad\s*=\s*("[^"]*"|'[^']*')/, "").trimEnd();
        return `<${tag}${others} fullCalcOnLoad="1"${end}`;
      },
    );
  }
  const later = order.slice(order.indexOf("calcPr") + 1);
  const next = childElements(xml).find((child) => later.includes(child.tag));
  const at = next ? next.start : xml.lastIndexOf("</");
  return `${xml.slice(0, at)}<${prefix}calcPr fullCalcOnLoad="1"/>${xml.slice(at)}`;
}
