import { parseA1, type Area } from "../../base/address";
import type { Cell } from "../../base/table";
import type { ConditionalFormat } from "../../workbook/document";
import { cellKey, type BookSheet, type BookStyle } from "./book";
import { moveFormula } from "../../base/formula-references";
import type { Relation } from "./package-parts";
import { readColour } from "./read-styles";
import { attribute, decodeText, isTrue, relationAttribute, scanXml } from "./xml";

/** What the cells of a sheet refer to. */
export interface SheetSurroundings {
  readonly strings: readonly string[];
  readonly differences: readonly BookStyle[];
  readonly theme: readonly string[];
  readonly relations: readonly Relation[];
}

interface Rule {
  type: string;
  operator: string;
  formula: string;
  difference: number;
  bounds: { type: string; value: string }[];
  colours: (string | undefined)[];
}

/** Reads a worksheet part into a sheet of the book. */
export function readSheet(xml: string, sheet: BookSheet, around: SheetSurroundings): void {
  const shared = new Map<string, { formula: string; row: number; column: number }>();
  let row = -1;
  let column = -1;
  let type = "";
  let style = 0;
  let value = "";
  let formula = "";
  let formulaAttributes = "";
  let hasFormula = false;
  /** Which text is being read. */
  let into: "value" | "formula" | "inline" | "rule" | "list" | "footer" | null = null;
  let extension = 0;
  let phonetic = 0;
  let areas: Area[] = [];
  let rules: Rule[] = [];
  let rule: Rule | null = null;
  let validation: { areas: Area[]; strict: boolean; isList: boolean; text: string } | null = null;

  const endCell = () => {
    if (hasFormula) {
      const index = attribute(formulaAttributes, "si");
      const isShared = attribute(formulaAttributes, "t") === "shared" && index !== undefined;
      const origin = isShared ? shared.get(index) : undefined;
      if (isShared && formula) shared.set(index, { formula, row, column });
      const text =
        formula || (origin && moveFormula(origin.formula, row - origin.row, column - origin.column));
      if (text) sheet.formulas.set(cellKey(row, column), `=${text}`);
    }
    const held = cellValue(type, value, around.strings);
    if (held !== null || hasFormula) (sheet.values[row] ??= [])[column] = held;
    if (style) (sheet.styles[row] ??= [])[column] = style;
  };

  scanXml(xml, {
    open(tag, a) {
      if (extension || tag === "extLst") {
        if (tag === "extLst") extension += 1;
        return;
      }
      switch (tag) {
        case "c": {
          const place = readPlace(attribute(a, "r"));
          // A cell or row without an address follows the one before it.
          column = place ? place.column : column + 1;
          if (place) row = place.row;
          type = attribute(a, "t") ?? "n";
          style = Number(attribute(a, "s") ?? 0);
          value = formula = formulaAttributes = "";
          hasFormula = false;
          break;
        }
        case "v":
          into = "value";
          break;
        case "f":
          into = "formula";
          hasFormula = true;
          formulaAttributes = a;
          break;
        case "t":
          if (!phonetic) into = "inline";
          break;
        case "rPh":
          phonetic += 1;
          break;
        case "row":
          row = attribute(a, "r") ? Number(attribute(a, "r")) - 1 : row + 1;
          column = -1;
          readRow(sheet, row, a);
          break;
        case "col":
          readColumns(sheet, a);
          break;
        case "mergeCell":
          sheet.merges.push(...readAreas(attribute(a, "ref")));
          break;
        case "pane":
          if (attribute(a, "state")?.startsWith("frozen")) {
            sheet.freeze = {
              rows: Number(attribute(a, "ySplit") ?? 0),
              columns: Number(attribute(a, "xSplit") ?? 0),
            };
          }
          break;
        case "tabColor":
          sheet.tabColour = readColour(a, around.theme) ?? null;
          break;
        case "pageSetup":
          sheet.print = {
            orientation: attribute(a, "orientation") === "landscape" ? "landscape" : "portrait",
            fitToWidth: sheet.print?.fitToWidth ?? false,
            titleTop: -1,
            titleBottom: -1,
          };
          break;
        case "hyperlink":
          readLink(sheet, a, around.relations);
          break;
        case "conditionalFormatting":
          areas = readAreas(attribute(a, "sqref"));
          rules = [];
          break;
        case "cfRule":
          rule = {
            type: attribute(a, "type") ?? "",
            operator: attribute(a, "operator") ?? "",
            formula: "",
            difference: Number(attribute(a, "dxfId") ?? -1),
            bounds: [],
            colours: [],
          };
          rules.push(rule);
          break;
        case "cfvo":
          rule?.bounds.push({ type: attribute(a, "type") ?? "", value: attribute(a, "val") ?? "" });
          break;
        case "color":
          rule?.colours.push(readColour(a, around.theme));
          break;
        case "formula":
          into = "rule";
          break;
        case "dataValidation":
          validation = {
            areas: readAreas(attribute(a, "sqref")),
            strict:
              isTrue(attribute(a, "showErrorMessage")) && (attribute(a, "errorStyle") ?? "stop") === "stop",
            isList: attribute(a, "type") === "list",
            text: "",
          };
          break;
        case "formula1":
          into = "list";
          break;
      }
    },
    text(text) {
      if (into === "value") value += text;
      else if (into === "formula") formula += text;
      else if (into === "inline") value += decodeText(text);
      else if (into === "rule" && rule) rule.formula += text;
      else if (into === "list" && validation) validation.text += text;
    },
    close(tag) {
      if (tag === "extLst") extension -= 1;
      if (extension) return;
      into = null;
      if (tag === "c") endCell();
      else if (tag === "rPh") phonetic -= 1;
      else if (tag === "cfRule") rule = null;
      else if (tag === "conditionalFormatting") {
        sheet.conditionalFormats.push(...knownFormats(areas, rules, around.differences));
      } else if (tag === "dataValidation" && validation) {
        const options = validation.isList ? listOptions(validation.text) : null;
        const { strict } = validation;
        if (options)
          sheet.validations.push(...validation.areas.map((area) => ({ ...area, options, strict })));
        validation = null;
      }
    },
  });
}

/** "BC12" → place; quick, for it is asked for every cell. */
function readPlace(address: string | undefined): { row: number; column: number } | null {
  if (!address) return null;
  let column = 0;
  let i = 0;
  for (; i < address.length; i += 1) {
    const code = address.charCodeAt(i) & 0xdf;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return { row: Number(address.slice(i)) - 1, column: column - 1 };
}

function cellValue(type: string, text: string, strings: readonly string[]): Cell {
  switch (type) {
    case "s":
      return text === "" ? null : (strings[Number(text)] ?? null);
    case "str":
      return decodeText(text);
    case "inlineStr":
      return text === "" ? null : text;
    case "e":
      return text === "" ? null : text;
    case "b":
      return text === "" ? null : isTrue(text.trim());
    case "d":
      return serialOfDate(text);
    default:
      return text.trim() === "" ? null : Number(text);
  }
}

/** A date as Excel counts it: days since the end of 1899. */
function serialOfDate(text: string): Cell {
  const time = Date.parse(
    /[zZ]|[+-]\d\d:\d\d$/.test(text) ? text : `${text.includes("T") ? text : `${text}T00:00`}Z`,
  );
  return Number.isNaN(time) ? text : time / 86400000 + 25569;
}

/** The areas of a space-separated list; "A:A" style areas are none that we model. */
export function readAreas(text: string | undefined): Area[] {
  return (text ?? "").split(/\s+/).flatMap((each) => {
    const found = parseA1(each);
    return found ? [{ top: found.top, left: found.left, bottom: found.bottom, right: found.right }] : [];
  });
}

function readRow(sheet: BookSheet, row: number, a: string): void {
  const height = isTrue(attribute(a, "customHeight")) ? Number(attribute(a, "ht")) : undefined;
  const hidden = isTrue(attribute(a, "hidden"));
  const outline = Number(attribute(a, "outlineLevel") ?? 0);
  const style = isTrue(attribute(a, "customFormat")) ? Number(attribute(a, "s") ?? 0) : 0;
  if (!height && !hidden && !outline && !style) return;
  sheet.rows.set(row, {
    ...(height && { height }),
    ...(hidden && { hidden }),
    ...(outline && { outline }),
    ...(style && { style }),
  });
}

/** Files count the padding of 5 pixels at 7 a character; Excel's screen does not. */
function readColumns(sheet: BookSheet, a: string): void {
  const written = Number(attribute(a, "width") ?? 0);
  const width = written ? Math.max(0, Math.round(((written * 7 - 5) / 7) * 100) / 100) : undefined;
  const hidden = isTrue(attribute(a, "hidden"));
  const outline = Number(attribute(a, "outlineLevel") ?? 0);
  const style = Number(attribute(a, "style") ?? 0);
  const last = Math.min(Number(attribute(a, "max")), Number(attribute(a, "min")) + 1023);
  for (let column = Number(attribute(a, "min")) - 1; column < last; column += 1) {
    sheet.columns.set(column, {
      ...(width !== undefined && { width }),
      ...(hidden && { hidden }),
      ...(outline && { outline }),
      ...(style && { style }),
    });
  }
}

function readLink(sheet: BookSheet, a: string, relations: readonly Relation[]): void {
  const [place] = readAreas(attribute(a, "ref"));
  if (!place) return;
  const id = relationAttribute(a);
  const address = id && relations.find((relation) => relation.id === id)?.target;
  const reference = attribute(a, "location");
  sheet.links.push({
    row: place.top,
    column: place.left,
    ...(address && { address }),
    ...(reference && { reference }),
  });
}

/** A list of options written into the validation itself, or the one area of cells that it names; null for anything else. */
export function listOptions(text: string): string[] | string | null {
  if (parseA1(text.trim())) return text.trim();
  const listed = /^"([\s\S]*)"$/.exec(text.trim());
  return listed
    ? listed[1]
        .replaceAll('""', '"')
        .split(",")
        .map((option) => option.trim())
    : null;
}

/** The rules of one area, when every one of them is of a kind that we model; else none, so that a rewrite keeps them as they are. */
export function knownFormats(
  areas: readonly Area[],
  rules: readonly Rule[],
  differences: readonly BookStyle[],
): ConditionalFormat[] {
  const looks = rules.map((rule) => knownFormat(rule, differences));
  if (looks.some((look) => look === null)) return [];
  return areas.flatMap((area) => looks.map((look) => ({ ...area, ...look }) as ConditionalFormat));
}

function knownFormat(rule: Rule, differences: readonly BookStyle[]): object | null {
  const [first, second, third] = rule.colours;
  if (rule.type === "dataBar" && first && rule.bounds.length === 2) {
    const [min, max] = rule.bounds.map((bound) => (bound.type === "num" ? Number(bound.value) : undefined));
    return {
      kind: "data-bar",
      colour: first,
      ...(min !== undefined && { min }),
      ...(max !== undefined && { max }),
    };
  }
  if (rule.type === "colorScale" && first && second) {
    return third
      ? { kind: "colour-scale", low: first, middle: second, high: third }
      : { kind: "colour-scale", low: first, high: second };
  }
  const text = /^"((?:[^"]|"")*)"$/.exec(rule.formula);
  const look = differences[rule.difference];
  if (rule.type === "cellIs" && rule.operator === "equal" && text && look?.fill) {
    return {
      kind: "text-is",
      text: text[1].replaceAll('""', '"'),
      fill: look.fill,
      colour: look.colour ?? "#000000",
    };
  }
  return null;
}
