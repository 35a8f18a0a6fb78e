import type { ConditionalFormat, DocumentValidation, SheetDocument } from "../../workbook/document";
import { area, areaToA1, cellAt, columnName, toA1, toAbsoluteA1 } from "../../base/address";
import { rangeOf } from "./ranges";
import type { Plan, Place } from "./plan";
import { supports } from "./requirement";
import type { Step } from "./step";

const bytesPerObject = 900;
/** Excel takes a list of choices as one text of at most this length. */
const longestList = 255;

/** Links lead to a cell of another sheet. They come before the looks, for Excel restyles a linked cell. */
export function linkSteps({ document }: Place, { sheetOf, realName }: Plan): Step[] {
  if (!supports("1.7")) return [];
  return document.links.flatMap(({ row, column, target, rows = 1 }) => {
    const sheetName =
      "kind" in target ? sheetOf.get(target.kind) : (realName.get(target.sheet) ?? target.sheet);
    if (sheetName === undefined) return [];
    const documentReference = toA1(cellAt(sheetName, target.row, target.column));
    return [
      {
        bytes: 600,
        queue: (sheet: Excel.Worksheet) =>
          void (rangeOf(sheet, area(row, column, row + rows - 1)).hyperlink = { documentReference }),
      },
    ];
  });
}

export function tableSteps({ document, tableNames, before }: Place): Step[] {
  const sameWidth = before?.mark.columns === document.rows[0]?.length;
  const beside = before && sameWidth ? before.beside : 0;
  return document.tables.map((table, index) => ({
    bytes: bytesPerObject,
    queue: (sheet) => {
      const added = sheet.tables.add(areaToA1({ ...table, right: table.right + beside }), true);
      added.name = tableNames[index];
      added.style = "TableStyleLight1";
      added.showBandedRows = false;
    },
  }));
}

/** Filters that the user set. They come after all sheets: of filtered rows Excel would copy those that are seen only. */
export function filterSteps({ document, tableNames, made }: Place): Step[] {
  return document.tables.flatMap((table, index) => {
    const headers = document.rows[table.top].slice(table.left, table.right + 1);
    const known = made.filters.get(tableNames[index]) ?? [];
    return known
      .filter(({ header }) => headers.includes(header))
      .map(({ header, criteria }): Step => ({
        bytes: bytesPerObject,
        queue: (sheet) =>
          sheet.tables.getItem(tableNames[index]).columns.getItem(header).filter.apply(criteria),
      }));
  });
}

/** Excel before ExcelApi 1.6 has no conditional formats for add-ins; the figures are the same without. */
export function conditionalSteps({ conditionalFormats }: SheetDocument): Step[] {
  if (!supports("1.6")) return [];
  return conditionalFormats.map((format) => ({
    bytes: bytesPerObject,
    queue: (sheet) => addFormat(rangeOf(sheet, format), format),
  }));
}

function addFormat(range: Excel.Range, format: ConditionalFormat): void {
  switch (format.kind) {
    case "data-bar": {
      const { dataBar } = range.conditionalFormats.add("DataBar");
      dataBar.positiveFormat.fillColor = format.colour;
      dataBar.positiveFormat.gradientFill = false;
      dataBar.lowerBoundRule =
        format.min === undefined ? { type: "LowestValue" } : { type: "Number", formula: String(format.min) };
      dataBar.upperBoundRule =
        format.max === undefined ? { type: "HighestValue" } : { type: "Number", formula: String(format.max) };
      return;
    }
    case "colour-scale": {
      const { colorScale } = range.conditionalFormats.add("ColorScale");
      colorScale.criteria = {
        minimum: { type: "LowestValue", color: format.low },
        ...(format.middle && { midpoint: { type: "Percentile", formula: "50", color: format.middle } }),
        maximum: { type: "HighestValue", color: format.high },
      };
      return;
    }
    case "text-is": {
      const { cellValue } = range.conditionalFormats.add("CellValue");
      cellValue.format.fill.color = format.fill;
      cellValue.format.font.color = format.colour;
      cellValue.rule = { operator: "EqualTo", formula1: `="${format.text.replaceAll('"', '""')}"` };
    }
  }
}

/** Lists to choose from (ExcelApi 1.8); a list too long for Excel leaves the cell free. */
export function validationSteps({ document: { validations }, sheet: own }: Place, plan: Plan): Step[] {
  if (!supports("1.8")) return [];
  return validations.flatMap(({ options, strict, ...area }) => {
    const source = listSource(options, own, plan);
    if (source === null) return [];
    return [
      {
        bytes: bytesPerObject + source.length,
        queue: (sheet: Excel.Worksheet) => {
          const { dataValidation } = rangeOf(sheet, area);
          dataValidation.rule = { list: { inCellDropDown: true, source } };
          dataValidation.errorAlert = {
            title: "",
            message: "",
            showAlert: true,
            style: strict ? "Stop" : "Warning",
          };
        },
      },
    ];
  });
}

/** The options parted by commas, or the cells that hold them; null for a list that Excel would not take. */
function listSource(options: DocumentValidation["options"], own: string, { sheetOf }: Plan): string | null {
  if ("top" in options) {
    const sheet = options.kind === undefined ? own : sheetOf.get(options.kind);
    return sheet === undefined ? null : `=${toAbsoluteA1({ ...options, sheet })}`;
  }
  const list = options.join(",");
  return list.length > longestList || options.some((option) => option.includes(",")) ? null : list;
}

/** What stays in view, and how the sheet prints (ExcelApi 1.9). */
export function pageSteps({ freeze, print }: SheetDocument): Step[] {
  return [
    {
      bytes: 6 * bytesPerObject,
      queue: (sheet) => {
        const { rows, columns } = freeze;
        if (supports("1.7")) {
          if (rows && columns) sheet.freezePanes.freezeAt(rangeOf(sheet, area(0, 0, rows - 1, columns - 1)));
          else if (rows) sheet.freezePanes.freezeRows(rows);
          else if (columns) sheet.freezePanes.freezeColumns(columns);
        }
        if (!supports("1.9")) return;
        const { pageLayout } = sheet;
        pageLayout.orientation = "Landscape";
        pageLayout.paperSize = "A4";
        pageLayout.zoom = { horizontalFitToPages: print.pagesWide };
        pageLayout.setPrintTitleRows(`$${print.titleTop + 1}:$${print.titleBottom + 1}`);
        if (print.titleColumns > 0)
          pageLayout.setPrintTitleColumns(`$A:$${columnName(print.titleColumns - 1)}`);
        if (print.area) pageLayout.setPrintArea(rangeOf(sheet, print.area));
        pageLayout.headersFooters.defaultForAllPages.centerFooter = "&P / &N";
      },
    },
  ];
}
