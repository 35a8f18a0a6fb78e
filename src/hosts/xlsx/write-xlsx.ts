import { strToU8, zipSync, type Zippable } from "fflate";
import type { Book, BookSheet } from "./book";
import { emptyPackage } from "./empty-package";
import {
  freePart,
  partText,
  reachableParts,
  readRelations,
  relationsPart,
  setPartText,
  type Parts,
} from "./package-parts";
import { editCells } from "./write-cells";
import { writeDrawing } from "./write-drawing";
import { inNamespaces, isStrict, newRelation, writeRelations } from "./write-relations";
import { sheetPart } from "./write-sheet";
import { writeStyles, type StyleWriter } from "./write-styles";
import { tableXml } from "./write-table";
import { workbookXml } from "./write-workbook";
import { attribute, childElements, prefixOf, withPrefix } from "./xml";

const spreadsheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/**
 * The book as an .xlsx file. A book that was read is grafted: its parts stay byte for byte, save the sheets that changed
 * and those few that list the sheets and the looks. Equal books give equal bytes.
 */
export function writeXlsx(book: Book): Uint8Array {
  const parts: Parts = book.source ? { ...book.source } : emptyPackage();
  const before = reachableParts(parts);
  const workbookPart = readRelations(parts, "").find(
    (relation) => relation.type === "officeDocument",
  )!.target;
  let relations = readRelations(parts, workbookPart);
  const stylesPart = relations.find((relation) => relation.type === "styles")?.target ?? "xl/styles.xml";
  if (!parts[stylesPart]) {
    parts[stylesPart] = emptyPackage()["xl/styles.xml"];
    relations = [...relations, newRelation(relations, "styles", stylesPart)];
  }
  const styles = writeStyles(partText(parts, stylesPart), book);
  const added: Record<string, string> = {};
  const writing = { book, parts, styles, added, tableId: highestTableId(parts) };

  const sheetsGone = relations.filter(
    (relation) =>
      relation.type === "worksheet" &&
      parts[relation.target] &&
      !book.sheets.some((sheet) => sheet.part === relation.target),
  );
  relations = relations.filter((relation) => !sheetsGone.includes(relation));
  let formulasChanged = sheetsGone.length > 0;
  const partOf = new Map<BookSheet, string>();
  book.sheets.forEach((sheet, index) => {
    const part = sheet.part ?? freePart(parts, "xl/worksheets/sheet");
    partOf.set(sheet, part);
    if (!sheet.part || sheet.rewritten) {
      writeSheet(writing, sheet, part, index);
      formulasChanged ||= sheet.formulas.size > 0 || sheet.part !== null;
    } else {
      writeDrawing(writing, sheet, part);
      if (sheet.edited.size) {
        setPartText(parts, part, editCells(partText(parts, part), sheet));
        formulasChanged = true;
      }
    }
    if (!sheet.part) {
      added[part] = `${spreadsheetType}.worksheet+xml`;
      relations = [...relations, newRelation(relations, "worksheet", part)];
    }
  });

  const workbook = workbookXml({
    book,
    xml: partText(parts, workbookPart),
    before: readRelations(parts, workbookPart),
    idOf: (sheet) => relations.find((relation) => relation.target === partOf.get(sheet))!.id,
    calculate: book.sheets.some(
      (sheet) => (!sheet.part || sheet.rewritten || sheet.edited.size > 0) && sheet.formulas.size > 0,
    ),
  });
  setChanged(parts, workbookPart, workbook.xml);
  for (const sheet of workbook.reselected) {
    const part = partOf.get(sheet)!;
    const selected = book.sheets[book.active] === sheet;
    if (sheet.part && !sheet.rewritten) setPartText(parts, part, select(partText(parts, part), selected));
  }
  // The order of calculation names every formula's cell; without the part it is found anew on opening.
  if (formulasChanged) relations = relations.filter((relation) => relation.type !== "calcChain");
  setChanged(parts, stylesPart, styles.finish());
  writeRelations(parts, workbookPart, relations);
  const after = reachableParts(parts);
  for (const part of before) {
    if (after.has(part)) continue;
    delete parts[part];
    delete parts[relationsPart(part)];
  }
  setChanged(
    parts,
    "[Content_Types].xml",
    contentTypes(partText(parts, "[Content_Types].xml"), parts, added),
  );
  return zip(parts);
}

/** A fixed date makes equal books equal files. */
function zip(parts: Parts): Uint8Array {
  const files: Zippable = {};
  const first = "[Content_Types].xml";
  for (const name of [first, ...Object.keys(parts).filter((part) => part !== first)])
    files[name] = parts[name];
  return zipSync(files, { level: 6, mtime: new Date(1980, 0, 1) });
}

/** A text that did not change keeps its bytes. */
function setChanged(parts: Parts, name: string, text: string): void {
  if (partText(parts, name) !== text) parts[name] = strToU8(text);
}

interface Writing {
  readonly book: Book;
  readonly parts: Parts;
  readonly styles: StyleWriter;
  /** Content types of the parts that are new. */
  readonly added: Record<string, string>;
  tableId: number;
}

function writeSheet(writing: Writing, sheet: BookSheet, part: string, index: number): void {
  const { book, parts, styles, added } = writing;
  const strict = isStrict(parts);
  // Taken before writing, so that the next sheet does not take the same number.
  parts[part] ??= new Uint8Array();
  const drawing = writeDrawing(writing, sheet, sheet.part);
  const tables = sheet.tables.filter((table) => table.part || tableXml(sheet, table, 1) !== null);
  const { xml, relations } = sheetPart({
    book,
    sheet: tables.length === sheet.tables.length ? sheet : { ...sheet, tables },
    styles,
    selected: book.active === index && sheet.visibility === "Visible",
    number: index + 1,
    original: sheet.part ? partText(parts, part) : "",
    originalRelations: sheet.part ? readRelations(parts, part) : [],
    drawing,
    placeTable(table) {
      if (table.part && parts[table.part]) return table.part;
      writing.tableId += 1;
      const name = freePart(parts, "xl/tables/table");
      setPartText(parts, name, inNamespaces(tableXml(sheet, table, writing.tableId)!, strict));
      added[name] = `${spreadsheetType}.table+xml`;
      return name;
    },
  });
  setPartText(parts, part, inNamespaces(xml, strict));
  writeRelations(parts, part, relations);
}

function highestTableId(parts: Parts): number {
  return Object.keys(parts)
    .filter((name) => name.startsWith("xl/tables/"))
    .map((name) => Number(/<(?:\w+:)?table\s[^>]*?\sid="(\d+)"/.exec(partText(parts, name))?.[1] ?? 0))
    .reduce((highest, id) => Math.max(highest, id), 0);
}

/** Types of new parts are added; those of parts that are gone are taken out, or the package would be damaged. */
function contentTypes(xml: string, parts: Parts, added: Readonly<Record<string, string>>): string {
  const prefix = prefixOf(xml, "Types");
  let text = xml;
  const known = new Set<string>();
  for (const child of childElements(xml).reverse()) {
    const name = attribute(child.attributes, "PartName")?.slice(1);
    if (child.tag !== "Override" || name === undefined) continue;
    if (parts[name]) known.add(name);
    else text = text.slice(0, child.start) + text.slice(child.end);
  }
  const overrides = Object.entries(added)
    .filter(([name]) => !known.has(name) && parts[name])
    .map(([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`);
  const end = text.lastIndexOf("</");
  return text.slice(0, end) + withPrefix(overrides.join(""), prefix) + text.slice(end);
}

/** Marks a sheet as the one in view, or takes the mark away: two marked sheets would be edited together. */
function select(xml: string, selected: boolean): string {
  const plain = xml.replace(/(<(?:\w+:)?sheetView(?:\s[^>]*?)?)\s+tabSelected\s*=\s*("[^"]*"|'[^']*')/, "$1");
  return selected ? plain.replace(/<((?:\w+:)?sheetView)\s/, '<$1 tabSelected="1" ') : plain;
}
