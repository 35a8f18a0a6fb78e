import * as chart from "./chart";
import * as axis from "./chart-axis";
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
  Filter: table.tableFilter,
  ConditionalFormatCollection: conditional.conditionalFormats,
  ConditionalFormat: conditional.conditionalFormat,
  DataBarConditionalFormat: conditional.dataBar,
  ConditionalDataBarPositiveFormat: conditional.dataBarPositive,
  ColorScaleConditionalFormat: conditional.colourScale,
  CellValueConditionalFormat: conditional.cellValueFormat,
  ConditionalRangeFormat: conditional.conditionalRangeFormat,
  ConditionalRangeFill: conditional.conditionalFill,
  ConditionalRangeFont: conditional.conditionalFont,
  ChartCollection: chart.chartCollection,
  Chart: chart.chartClass,
  ChartTitle: chart.chartTitle,
  ChartTitleFormat: chart.chartTitleFormat,
  ChartFont: chart.chartFont,
  ChartSeriesCollection: chart.chartSeriesCollection,
  ChartSeries: chart.chartSeries,
  ChartSeriesFormat: chart.chartSeriesFormat,
  ChartFill: chart.chartFill,
  ChartLineFormat: chart.chartLine,
  ChartPointsCollection: chart.chartPoints,
  ChartPoint: chart.chartPoint,
  ChartPointFormat: chart.chartPointFormat,
  ChartPointFill: chart.chartPointFill,
  ChartDataLabels: chart.chartLabels,
  ChartTrendlineCollection: chart.chartTrendlines,
  ChartTrendline: chart.chartTrendline,
  ChartTrendlineFormat: chart.chartTrendlineFormat,
  ChartQuietLine: chart.chartQuietLine,
  ChartLegend: chart.chartLegend,
  ChartAxes: axis.chartAxes,
  ChartAxis: axis.chartAxis,
  ChartAxisTitle: axis.chartAxisTitle,
  ChartGridlines: axis.chartGridlines,
  ChartGridlinesFormat: axis.chartGridlinesFormat,
  ChartGridLine: axis.chartGridLine,
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
