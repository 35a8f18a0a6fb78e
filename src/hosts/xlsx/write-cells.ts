import { areaToA1, columnName } from "../../base/address";
import type { Cell } from "../../base/table";
import { cellKey, valueAt, type BookSheet } from "./book";
import { attribute, encodeText, scanXml, withPrefix, prefixOf } from "./xml";

/** Excel's errors; in a formula's last value they are of a type of their own. */
const errors = new Set([
  "#NULL!",
  "#DIV/0!",
  "#VALUE!",
  "#REF!",
  "#NAME?",
  "#NUM!",
  "#N/A",
  "#SPILL!",
  "#CALC!",
]);
const longestText = 32767;

/** One cell; empty text for a cell that holds nothing and looks like nothing. `format` is the number of its cell format. */
export function cellXml(sheet: BookSheet, row: number, column: number, format: number): string {
  const value = valueAt(sheet, row, column);
  const formula = sheet.formulas.size ? sheet.formulas.get(cellKey(row, column)) : undefined;
  const start = `<c r="${columnName(column)}${row + 1}"${format ? ` s="${format}"` : ""}`;
  if (formula !== undefined) {
    const type =
      typeof value === "string" ? (errors.has(value) ? "e" : "str") : typeof value === "boolean" ? "b" : "";
    const text = value === null ? "" : `<v>${plainValue(value)}</v>`;
    return `${start}${type && ` t="${type}"`}><f>${encodeText(formula.replace(/^=/, ""))}</f>${text}</c>`;
  }
  if (typeof value === "number" && Number.isFinite(value)) return `${start}><v>${plainValue(value)}</v></c>`;
  if (typeof value === "boolean") return `${start} t="b"><v>${plainValue(value)}</v></c>`;
  if (typeof value === "string" && value !== "") {
    return `${start} t="inlineStr"><is>${textXml(value.slice(0, longestText))}</is></c>`;
  }
  return format ? `${start}/>` : "";
}

/** Numbers in the shortest form that reads back as the same number. */
function plainValue(value: Exclude<Cell, null>): string {
  if (typeof value === "number") return String(value === 0 ? 0 : value);
  return typeof value === "boolean" ? (value ? "1" : "0") : encodeText(value);
}

function textXml(text: string): string {
  return `<t${/^\s|\s$|[\n\t]| {2}/.test(text) ? ' xml:space="preserve"' : ""}>${encodeText(text)}</t>`;
}

interface FoundCell {
  readonly key: number;
  readonly start: number;
  readonly end: number;
  readonly format: number;
}

interface FoundRow {
  readonly row: number;
  readonly start: number;
  end: number;
  /** Where the row's cells begin; -1 for a row without any. */
  readonly inside: number;
  readonly cells: FoundCell[];
}

/**
 * Replaces single cells in a worksheet part and leaves every other byte as it is. A replaced cell keeps its look. When the
 * first cell of a shared formula goes, the others that lean on it get their own.
 */
export function editCells(xml: string, sheet: BookSheet): string {
  const { rows, data, leaning } = findCells(xml, sheet.edited);
  const edited = new Set([...sheet.edited, ...leaning]);
  const prefix = prefixOf(xml, "worksheet");
  const changes: { start: number; end: number; text: string }[] = [];
  const byRow = new Map<number, number[]>();
  for (const key of [...edited].sort((a, b) => a - b)) {
    const row = Math.floor(key / cellKey(1, 0));
    byRow.set(row, [...(byRow.get(row) ?? []), key]);
  }
  const write = (key: number, format: number) => {
    const row = Math.floor(key / cellKey(1, 0));
    return withPrefix(cellXml(sheet, row, key - cellKey(row, 0), format), prefix);
  };
  for (const [row, keys] of byRow) {
    const found = rows.find((each) => each.row === row);
    if (found && found.inside >= 0) {
      for (const key of keys) {
        const cell = found.cells.find((each) => each.key === key);
        const next = found.cells.find((each) => each.key > key);
        const at = next?.start ?? found.end - `</${prefix}row>`.length;
        changes.push(
          cell
            ? { start: cell.start, end: cell.end, text: write(key, cell.format) }
            : { start: at, end: at, text: write(key, 0) },
        );
      }
      continue;
    }
    const cells = keys.map((key) => write(key, 0)).join("");
    if (cells === "") continue;
    if (found) {
      const head = xml.slice(found.start, found.end).replace(/\s*\/>$/, "");
      changes.push({ start: found.start, end: found.end, text: `${head}>${cells}</${prefix}row>` });
      continue;
    }
    const next = rows.find((each) => each.row > row);
    const at = next?.start ?? data.inside;
    changes.push({ start: at, end: at, text: `<${prefix}row r="${row + 1}">${cells}</${prefix}row>` });
  }
  let text = xml;
  // From the back, so that offsets stay right; what is inserted at one place keeps its order.
  for (const change of changes
    .map((each, i) => ({ ...each, i }))
    .sort((a, b) => b.start - a.start || b.i - a.i)) {
    text = text.slice(0, change.start) + change.text + text.slice(change.end);
  }
  return data.empty ? openSheetData(text, prefix) : text;
}

/** `<sheetData/>` has no inside: what was put in front of it is taken in. */
function openSheetData(xml: string, prefix: string): string {
  const empty = new RegExp(`((?:<${prefix}row .*</${prefix}row>)?)<${prefix}sheetData\\s*/>`, "s");
  return xml.replace(empty, (_, rows: string) => `<${prefix}sheetData>${rows}</${prefix}sheetData>`);
}

function findCells(xml: string, edited: ReadonlySet<number>) {
  const rows: FoundRow[] = [];
  const leaning = new Set<number>();
  const lost = new Set<string>();
  const members = new Map<string, number[]>();
  const data = { inside: -1, empty: false };
  let row = -1;
  let column = -1;
  let cell: { start: number; format: number } | null = null;
  let depth = 0;
  scanXml(xml, {
    open(tag, a, start) {
      depth += 1;
      if (tag === "sheetData" && depth === 2) {
        data.empty = xml.charAt(xml.indexOf(">", start) - 1) === "/";
        if (data.empty) data.inside = start;
      } else if (tag === "row" && depth === 3) {
        row = attribute(a, "r") ? Number(attribute(a, "r")) - 1 : row + 1;
        column = -1;
        const openEnd = xml.indexOf(">", start);
        const inside = xml.charAt(openEnd - 1) === "/" ? -1 : openEnd + 1;
        rows.push({ row, start, end: -1, inside, cells: [] });
      } else if (tag === "c" && depth === 4) {
        const letters = /^[A-Z]+/i.exec(attribute(a, "r") ?? "")?.[0];
        column = letters ? columnOf(letters) : column + 1;
        cell = { start, format: Number(attribute(a, "s") ?? 0) };
      } else if (tag === "f" && cell && attribute(a, "t") === "shared") {
        const index = attribute(a, "si") ?? "";
        const key = cellKey(row, column);
        members.set(index, [...(members.get(index) ?? []), key]);
        if (attribute(a, "ref") && edited.has(key)) lost.add(index);
      }
    },
    close(tag, end) {
      if (tag === "c" && cell && depth === 4) {
        rows[rows.length - 1].cells.push({ key: cellKey(row, column), end, ...cell });
        cell = null;
      } else if (tag === "row" && depth === 3) rows[rows.length - 1].end = end;
      else if (tag === "sheetData" && depth === 2 && !data.empty) {
        data.inside = xml.lastIndexOf("</", end - 1);
      }
      depth -= 1;
    },
  });
  for (const index of lost) for (const key of members.get(index) ?? []) leaning.add(key);
  return { rows, data, leaning };
}

function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** The areas of a reference list. */
export function references(
  areas: readonly { top: number; left: number; bottom: number; right: number }[],
): string {
  return areas.map(areaToA1).join(" ");
}
