import * as conditional from "./conditional-format";
import * as format from "./format";
import { namedItem, namedItems } from "./names";
import type { Model } from "./office-class";
import * as page from "./page";
import * as range from "./range";
import * as table from "./tables";
import * as workbook from "./workbook";

/** Every Office class that the workbench plays. To add a member, add it to its class's table; nothing else knows it. */
export const model: Model = {
  Workbook: workbook.workbook,
  Application: workbook.application,
  Runtime: workbook.runtime,
  WorksheetCollection: workbook.worksheetCollection,
  Worksheet: workbook.worksheet,
  WorksheetFreezePanes: workbook.freezePanes,
  Range: range.rangeClass,
  RangeView: range.rangeView,
  RangeAreas: range.rangeAreas,
  RangeCollection: range.rangeCollection,
  RangeFormat: format.rangeFormat,
  RangeFill: format.rangeFill,
  RangeFont: format.rangeFont,
  RangeBorderCollection: format.rangeBorders,
  RangeBorder: format.rangeBorder,
  NamedItemCollection: namedItems,
  NamedItem: namedItem,
  TableCollection: table.tableCollection,
  TableScopedCollection: table.tableScopedCollection,
  Table: table.tableClass,
  TableColumnCollection: table.tableColumns,
  TableColumn: table.tableColumn,
  ConditionalFormatCollection: conditional.conditionalFormats,
  ConditionalFormat: conditional.conditionalFormat,
  DataBarConditionalFormat: conditional.dataBar,
  ConditionalDataBarPositiveFormat: conditional.dataBarPositive,
  ColorScaleConditionalFormat: conditional.colourScale,
  CellValueConditionalFormat: conditional.cellValueFormat,
  ConditionalRangeFormat: conditional.conditionalRangeFormat,
  ConditionalRangeFill: conditional.conditionalFill,
  ConditionalRangeFont: conditional.conditionalFont,
  PageLayout: page.pageLayout,
  HeaderFooterGroup: page.headerFooterGroup,
  HeaderFooter: page.headerFooter,
  DataValidation: page.dataValidation,
  WorkbookCreated: workbook.workbookCreated,
  "Microsoft.AppRuntime.AppRuntimeService": workbook.appRuntime,
  // Said by the library of its own accord when a page has loaded.
  "Microsoft.InternalService.AddinInternalService": { call: { NotifyActionHandlerReady: () => undefined } },
  "Microsoft.ExcelServices.CustomFunctions": {
    call: { _SetOsfControlContainerReadyForCustomFunctions: () => undefined, _GetEnabledFeatures: () => [] },
  },
};
