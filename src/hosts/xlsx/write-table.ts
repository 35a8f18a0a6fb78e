import { areaToA1 } from "../../base/address";
import { valueAt, type BookFilter, type BookSheet, type BookTable } from "./book";
import { operatorNames } from "./table-filter";
import { mainNamespace } from "./write-relations";
import { encodeText } from "./xml";

/**
 * A table's part; null when the header row is not one that a table can have (a text in every column, each another one),
 * for a file with such a table would be repaired on opening.
 */
export function tableXml(sheet: BookSheet, table: BookTable, id: number): string | null {
  const seen = new Set<string>();
  const columns: string[] = [];
  for (let column = table.left; column <= table.right; column += 1) {
    const header = valueAt(sheet, table.top, column);
    if (typeof header !== "string" || header === "" || seen.has(header.toLowerCase())) return null;
    seen.add(header.toLowerCase());
    columns.push(`<tableColumn id="${columns.length + 1}" name="${columnNameText(header)}"/>`);
  }
  if (table.bottom <= table.top) return null;
  const reference = areaToA1(table);
  const name = encodeText(table.name);
  const style = table.style ? ` name="${encodeText(table.style)}"` : "";
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    `<table xmlns="${mainNamespace}" id="${id}" name="${name}" displayName="${name}" ref="${reference}" totalsRowShown="0">` +
    (table.showFilter ? filterXml(table, reference) : "") +
    `<tableColumns count="${columns.length}">${columns.join("")}</tableColumns>` +
    `<tableStyleInfo${style} showFirstColumn="0" showLastColumn="0" showRowStripes="${table.showBandedRows ? 1 : 0}" ` +
    `showColumnStripes="0"/></table>`
  );
}

function filterXml({ filters }: BookTable, reference: string): string {
  if (!filters?.size) return `<autoFilter ref="${reference}"/>`;
  const columns = [...filters]
    .sort(([a], [b]) => a - b)
    .map(([column, filter]) => `<filterColumn colId="${column}">${conditionXml(filter)}</filterColumn>`);
  return `<autoFilter ref="${reference}">${columns.join("")}</autoFilter>`;
}

function conditionXml(filter: BookFilter): string {
  if (filter.kind === "extremes") {
    const { greatest, percent, count } = filter;
    return `<top10 top="${greatest ? 1 : 0}" percent="${percent ? 1 : 0}" val="${count}"/>`;
  }
  if (filter.kind === "conditions") {
    const conditions = filter.conditions.map(
      ({ operator, value }) =>
        `<customFilter operator="${operatorNames[operator]}" val="${encodeText(value)}"/>`,
    );
    return `<customFilters${filter.every ? ' and="1"' : ""}>${conditions.join("")}</customFilters>`;
  }
  const blank = filter.texts.includes("") ? ' blank="1"' : "";
  const values = filter.texts
    .filter((text) => text !== "")
    .map((text) => `<filter val="${encodeText(text)}"/>`);
  return `<filters${blank}>${values.join("")}</filters>`;
}

/** Line breaks in a column's name are written as an escape, or the name would not equal its header cell. */
function columnNameText(header: string): string {
  return encodeText(header).replaceAll("\n", "_x000a_").replaceAll("\t", "_x0009_");
}
