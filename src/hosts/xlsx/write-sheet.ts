import { areaToA1, columnName, maxColumns } from "../../base/address";
import { type Book, type BookSheet, type BookTable } from "./book";
import { formatsXml } from "./write-formats";
import type { Relation } from "./package-parts";
import { readAreas, listOptions } from "./read-sheet";
import { cellXml } from "./write-cells";
import { mainNamespace, relationNamespace } from "./write-relations";
import { argb, type StyleWriter } from "./write-styles";
import {
  attribute,
  childElements,
  encodeText,
  escapeXml,
  localName,
  prefixOf,
  relationAttribute,
} from "./xml";

/** The order that the schema asks for; a spreadsheet that finds another offers to repair the file. */
const order = [
  "sheetPr",
  "dimension",
  "sheetViews",
  "sheetFormatPr",
  "cols",
  "sheetData",
  "sheetCalcPr",
  "sheetProtection",
  "protectedRanges",
  "scenarios",
  "autoFilter",
  "sortState",
  "dataConsolidate",
  "customSheetViews",
  "mergeCells",
  "phoneticPr",
  "conditionalFormatting",
  "dataValidations",
  "hyperlinks",
  "printOptions",
  "pageMargins",
  "pageSetup",
  "headerFooter",
  "rowBreaks",
  "colBreaks",
  "customProperties",
  "cellWatches",
  "ignoredErrors",
  "smartTags",
  "drawing",
  "legacyDrawing",
  "legacyDrawingHF",
  "drawingHF",
  "picture",
  "oleObjects",
  "controls",
  "AlternateContent",
  "webPublishItems",
  "tableParts",
  "extLst",
];

export interface SheetWriting {
  readonly book: Book;
  readonly sheet: BookSheet;
  readonly styles: StyleWriter;
  /** Whether the sheet is the one in view. */
  readonly selected: boolean;
  /** A number of the sheet's own, for ids that must differ between sheets. */
  readonly number: number;
  /** The part as it was; empty for a new sheet. */
  readonly original: string;
  readonly originalRelations: readonly Relation[];
  /** The part of its charts and pictures; null for none. */
  readonly drawing: string | null;
  /** Gives a table its part and says the part's name. */
  readonly placeTable: (table: BookTable) => string;
}

export interface SheetPart {
  readonly xml: string;
  readonly relations: readonly Relation[];
}

/** Writes a whole worksheet. Of a sheet that was read, what we do not model (drawings, protection, …) goes along. */
export function sheetPart(writing: SheetWriting): SheetPart {
  const { sheet, original } = writing;
  const kept = keptElements(writing);
  const relations = writing.originalRelations.filter(
    ({ type, target }) =>
      type !== "table" && type !== "hyperlink" && (type !== "drawing" || target === writing.drawing),
  );
  const relate = (type: string, target: string, external = false): string => {
    let number = relations.length + 1;
    while (relations.some((relation) => relation.id === `rId${number}`)) number += 1;
    relations.push({ id: `rId${number}`, type, target, external });
    return `rId${number}`;
  };
  const formats = formatsXml(sheet, writing.styles, writing.number);
  const set = (tag: string, xml: string) => {
    if (xml) kept.set(tag, xml);
    else kept.delete(tag);
  };
  set("sheetPr", propertiesXml(sheet, kept.get("sheetPr")));
  set("dimension", "");
  set("sheetViews", viewsXml(sheet, writing.selected));
  set("sheetFormatPr", formatPropertiesXml(sheet));
  set("cols", columnsXml(writing));
  set("sheetData", dataXml(writing));
  set(
    "mergeCells",
    listXml(
      "mergeCells",
      sheet.merges.map((area) => `<mergeCell ref="${areaToA1(area)}"/>`),
    ),
  );
  set("conditionalFormatting", formats.main + (kept.get("conditionalFormatting") ?? ""));
  set("dataValidations", validationsXml(sheet, kept.get("dataValidations") ?? ""));
  set("hyperlinks", linksXml(sheet, relate));
  if (sheet.print?.fitToWidth) {
    set(
      "pageMargins",
      '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>',
    );
    const wide = (sheet.print.pagesWide ?? 1) > 1 ? ` fitToWidth="${sheet.print.pagesWide}"` : "";
    set(
      "pageSetup",
      `<pageSetup paperSize="9"${wide} fitToHeight="0" orientation="${sheet.print.orientation}"/>`,
    );
    set(
      "headerFooter",
      "<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>",
    );
  }
  const drawn = relations.find(({ type, target }) => type === "drawing" && target === writing.drawing);
  if (writing.drawing === null) set("drawing", "");
  else if (!drawn) set("drawing", `<drawing r:id="${relate("drawing", writing.drawing)}"/>`);
  set(
    "tableParts",
    listXml(
      "tableParts",
      sheet.tables.map((table) => `<tablePart r:id="${relate("table", writing.placeTable(table))}"/>`),
    ),
  );
  set("extLst", extensionsXml(kept.get("extLst"), formats.extension));

  const inside = order.map((tag) => kept.get(tag) ?? "").join("");
  return { xml: `${openWorksheet(original)}${inside}</worksheet>`, relations };
}

/** The root keeps the namespaces that kept elements need. */
function openWorksheet(original: string): string {
  const head = /<(?:\w+:)?worksheet(\s[^>]*)?>/.exec(original)?.[1] ?? "";
  let names = head;
  if (!/\sxmlns\s*=/.test(names)) names = ` xmlns="${mainNamespace}"${names}`;
  if (!/\sxmlns:r\s*=/.test(names)) names += ` xmlns:r="${relationNamespace}"`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet${names}>`;
}

/** By tag, the elements of the part as it was that are not replaced by what the book holds. */
function keptElements({ original, originalRelations }: SheetWriting): Map<string, string> {
  const kept = new Map<string, string>();
  if (!original) return kept;
  const prefix = prefixOf(original, "worksheet");
  for (const child of childElements(original)) {
    // Kept elements of a prefixed part would need the prefix declared; they carry it, for the root's names are kept.
    const xml = original.slice(child.start, child.end);
    if (child.tag === "sheetData" || child.tag === "cols") continue;
    if (child.tag === "conditionalFormatting" && isModelled(xml)) continue;
    if (child.tag === "dataValidations") {
      const others = childElements(xml).map((each) => xml.slice(each.start, each.end));
      kept.set(child.tag, others.filter((each) => !isListed(each)).join(""));
      continue;
    }
    kept.set(child.tag, (kept.get(child.tag) ?? "") + xml);
  }
  for (const tag of ["drawing", "legacyDrawing"]) {
    const id = relationAttribute(kept.get(tag) ?? "");
    if (id && !originalRelations.some((relation) => relation.id === id)) kept.delete(tag);
  }
  return prefix ? new Map([...kept].filter(([tag]) => tag === localName(tag))) : kept;
}

/** The reader takes an element of conditional formats as a whole or not at all; what it did not take is kept. */
function isModelled(xml: string): boolean {
  const rules = [...xml.matchAll(/<(?:\w+:)?cfRule\s([^>]*)/g)].map((found) => ` ${found[1]}`);
  return rules.every((rule) => {
    const type = attribute(rule, "type");
    return (
      type === "dataBar" ||
      type === "colorScale" ||
      (type === "cellIs" && attribute(rule, "operator") === "equal" && /formula>\s*(?:"|&quot;)/.test(xml))
    );
  });
}

function isListed(xml: string): boolean {
  const list = /formula1>([^<]*)</.exec(xml)?.[1] ?? "";
  const listed = list.replaceAll("&quot;", '"');
  return (
    /type="list"/.test(xml) && listOptions(listed) !== null && readAreas(attribute(xml, "sqref")).length > 0
  );
}

/** Outlines open to the left and above: a node stands before its children. */
function propertiesXml(sheet: BookSheet, before: string | undefined): string {
  const codeName = before ? attribute(before.slice(0, before.indexOf(">")), "codeName") : undefined;
  const colour = sheet.tabColour ? `<tabColor rgb="${argb(sheet.tabColour)}"/>` : "";
  const outlines = hasOutlines(sheet) ? '<outlinePr summaryBelow="0" summaryRight="0"/>' : "";
  const page = sheet.print?.fitToWidth ? '<pageSetUpPr fitToPage="1"/>' : "";
  const name = codeName ? ` codeName="${escapeXml(codeName)}"` : "";
  const inside = colour + outlines + page;
  return inside || name ? `<sheetPr${name}>${inside}</sheetPr>` : "";
}

function hasOutlines(sheet: BookSheet): boolean {
  return deepest(sheet.columns.values()) + deepest(sheet.rows.values()) > 0;
}

function deepest(lines: Iterable<{ outline?: number }>): number {
  let depth = 0;
  for (const line of lines) depth = Math.max(depth, line.outline ?? 0);
  return depth;
}

function viewsXml(sheet: BookSheet, selected: boolean): string {
  const { rows, columns } = sheet.freeze;
  const view = `<sheetView${selected ? ' tabSelected="1"' : ""} workbookViewId="0"`;
  if (!rows && !columns) return `<sheetViews>${view}/></sheetViews>`;
  const pane = rows && columns ? "bottomRight" : rows ? "bottomLeft" : "topRight";
  const split = `${columns ? ` xSplit="${columns}"` : ""}${rows ? ` ySplit="${rows}"` : ""}`;
  const corner = `${columnName(columns)}${rows + 1}`;
  return (
    `<sheetViews>${view}><pane${split} topLeftCell="${corner}" activePane="${pane}" state="frozen"/>` +
    `<selection pane="${pane}" activeCell="${corner}" sqref="${corner}"/></sheetView></sheetViews>`
  );
}

function formatPropertiesXml(sheet: BookSheet): string {
  const rows = deepest(sheet.rows.values());
  const columns = deepest(sheet.columns.values());
  const levels = `${rows ? ` outlineLevelRow="${rows}"` : ""}${columns ? ` outlineLevelCol="${columns}"` : ""}`;
  return `<sheetFormatPr defaultRowHeight="15"${levels}/>`;
}

/** Neighbours that are alike share an element. Files count a padding of 5 pixels that Excel's screen does not. */
function columnsXml({ sheet, styles }: SheetWriting): string {
  const written: string[] = [];
  let first = -1;
  let last = -1;
  let run = "";
  const flush = () => {
    if (run) written.push(`<col min="${first + 1}" max="${last + 1}"${run}/>`);
  };
  for (const [column, line] of [...sheet.columns].sort(([a], [b]) => a - b)) {
    if (column >= maxColumns) continue;
    const width = line.width === undefined ? 9.140625 : Math.floor(((line.width * 7 + 5) / 7) * 256) / 256;
    const format = line.style ? styles.format(line.style) : 0;
    const look =
      ` width="${width}"${format ? ` style="${format}"` : ""}${line.hidden ? ' hidden="1"' : ""}` +
      `${line.width === undefined ? "" : ' customWidth="1"'}${line.outline ? ` outlineLevel="${line.outline}"` : ""}`;
    if (look === run && column === last + 1) {
      last = column;
      continue;
    }
    flush();
    first = last = column;
    run = look;
  }
  flush();
  return written.length ? `<cols>${written.join("")}</cols>` : "";
}

function dataXml({ book, sheet, styles }: SheetWriting): string {
  const rows = new Set<number>([...sheet.rows.keys()]);
  sheet.values.forEach((_, row) => rows.add(row));
  sheet.styles.forEach((_, row) => rows.add(row));
  const written: string[] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const line = sheet.rows.get(row);
    const width = Math.max(sheet.values[row]?.length ?? 0, sheet.styles[row]?.length ?? 0);
    let cells = "";
    for (let column = 0; column < width; column += 1) {
      const style = sheet.styles[row]?.[column] ?? 0;
      cells += cellXml(sheet, row, column, style ? styles.format(style) : 0);
    }
    const format = line?.style ? styles.format(line.style) : 0;
    const height = line?.height ? ` ht="${line.height}" customHeight="1"` : wrappedHeight(book, sheet, row);
    const look =
      `${format ? ` s="${format}" customFormat="1"` : ""}${height}` +
      `${line?.hidden ? ' hidden="1"' : ""}${line?.outline ? ` outlineLevel="${line.outline}"` : ""}`;
    if (cells) written.push(`<row r="${row + 1}"${look}>${cells}</row>`);
    else if (look) written.push(`<row r="${row + 1}"${look}/>`);
  }
  return `<sheetData>${written.join("")}</sheetData>`;
}

/**
 * Room for wrapped text in a row that nobody gave a height. Not every program makes it by itself on opening; without
 * customHeight the row goes on to adjust itself in Excel.
 */
function wrappedHeight(book: Book, sheet: BookSheet, row: number): string {
  let lines = 1;
  sheet.styles[row]?.forEach((style, column) => {
    const value = style && book.styles[style]?.wrap ? sheet.values[row]?.[column] : null;
    if (typeof value !== "string") return;
    const width = Math.max(1, (sheet.columns.get(column)?.width ?? 8.43) - 1);
    const needed = value
      .split("\n")
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / width)), 0);
    lines = Math.max(lines, needed);
  });
  return lines > 1 ? ` ht="${Math.min(409, 15 * lines)}"` : "";
}

/** In characters of the default font; Chinese characters are twice as wide. */
function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += character > "\u2e7f" ? 2 : 1;
  return width;
}

function listXml(tag: string, elements: readonly string[]): string {
  return elements.length ? `<${tag} count="${elements.length}">${elements.join("")}</${tag}>` : "";
}

function validationsXml(sheet: BookSheet, kept: string): string {
  const ours = sheet.validations.flatMap((validation) => {
    const list = listFormula(validation.options);
    const style = validation.strict ? "" : ' errorStyle="information"';
    return list
      ? [
          `<dataValidation type="list"${style} allowBlank="1" showErrorMessage="1" sqref="${areaToA1(validation)}">` +
            `<formula1>${list}</formula1></dataValidation>`,
        ]
      : [];
  });
  const others = kept ? (kept.match(/<(?:\w+:)?dataValidation\s/g) ?? []).length : 0;
  const all = ours.join("") + kept;
  return all ? `<dataValidations count="${ours.length + others}">${all}</dataValidations>` : "";
}

/** A list inside a formula parts its options by commas and is at most 255 characters long; a longer one is not written. */
function listFormula(options: readonly string[] | string): string | null {
  if (typeof options === "string") return encodeText(options);
  const plain = options.filter((option) => option !== "" && !option.includes(","));
  const list = plain.join(",");
  return plain.length === 0 || list.length > 255 ? null : encodeText(`"${list.replaceAll('"', '""')}"`);
}

function linksXml(
  sheet: BookSheet,
  relate: (type: string, target: string, external: boolean) => string,
): string {
  const links = sheet.links.map((link) => {
    const id = link.address ? ` r:id="${relate("hyperlink", link.address, true)}"` : "";
    const place = link.reference ? ` location="${encodeText(link.reference)}"` : "";
    return `<hyperlink ref="${areaToA1({ top: link.row, bottom: link.row, left: link.column, right: link.column })}"${id}${place}/>`;
  });
  return links.length ? `<hyperlinks>${links.join("")}</hyperlinks>` : "";
}

/** Extensions that are the user's stay (sparklines); those of data bars are written from the book. */
function extensionsXml(before: string | undefined, bars: string): string {
  const kept = before
    ? childElements(before)
        .filter((child) => attribute(child.attributes, "uri")?.toUpperCase() !== barExtension)
        .map((child) => before.slice(child.start, child.end))
        .join("")
    : "";
  return kept || bars ? `<extLst>${bars}${kept}</extLst>` : "";
}
const barExtension = "{78C0D931-6437-407D-A8EE-F0AAD7539E65}";
