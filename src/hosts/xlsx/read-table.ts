import type { BookFilter, BookSheet, FilterCondition } from "./book";
import { readAreas } from "./read-sheet";
import { comparisons, operatorNames } from "./table-filter";
import { attribute, isTrue, scanXml } from "./xml";

/** Reads a table's part onto its sheet, with its filters. */
export function readTable(xml: string, part: string, sheet: BookSheet): void {
  let depth = 0;
  let column = -1;
  let texts: string[] = [];
  let every = false;
  let conditions: FilterCondition[] = [];
  const filtered = (filter: BookFilter) => {
    const table = sheet.tables[sheet.tables.length - 1];
    if (table && column >= 0) table.filters = new Map(table.filters ?? []).set(column, filter);
  };
  scanXml(xml, {
    open(tag, a) {
      depth += 1;
      const table = sheet.tables[sheet.tables.length - 1];
      if (tag === "table") {
        const [area] = readAreas(attribute(a, "ref"));
        const name = attribute(a, "displayName") ?? attribute(a, "name") ?? "";
        if (area)
          sheet.tables.push({ ...area, name, style: "", showFilter: false, showBandedRows: false, part });
      } else if (tag === "autoFilter" && depth === 2 && table) table.showFilter = true;
      else if (tag === "filterColumn") column = Number(attribute(a, "colId") ?? -1);
      else if (tag === "filters") texts = isTrue(attribute(a, "blank")) ? [""] : [];
      else if (tag === "filter") texts.push(attribute(a, "val") ?? "");
      else if (tag === "customFilters") {
        every = isTrue(attribute(a, "and"));
        conditions = [];
      } else if (tag === "customFilter") {
        const name = attribute(a, "operator") ?? "equal";
        const operator = comparisons.find((each) => operatorNames[each] === name);
        if (operator) conditions.push({ operator, value: attribute(a, "val") ?? "" });
      } else if (tag === "top10") {
        const greatest = isTrue(attribute(a, "top") ?? "1");
        const percent = isTrue(attribute(a, "percent"));
        filtered({ kind: "extremes", greatest, percent, count: Number(attribute(a, "val") ?? 10) });
      } else if (tag === "tableStyleInfo" && table) {
        table.style = attribute(a, "name") ?? "";
        table.showBandedRows = isTrue(attribute(a, "showRowStripes"));
      }
    },
    close(tag) {
      depth -= 1;
      if (tag === "filters") filtered({ kind: "texts", texts });
      if (tag === "customFilters" && conditions.length) filtered({ kind: "conditions", every, conditions });
    },
  });
}
