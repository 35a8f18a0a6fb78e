/**
 * The ExcelApi set in which each modelled member came, where that is after 1.7. The library itself lets every member pass; it
 * is Excel that does not know the newer ones.
 */
export const since: Readonly<Record<string, string>> = {
  "Workbook.CreateAndOpenWorkbook": "1.8",
  "Workbook.ReadOnly": "1.8",
  "Workbook.IsDirty": "1.9",
  "Application.SuspendScreenUpdatingUntilNextSync": "1.9",
  "Application.CreateWorkbook": "1.8",
  "Runtime.EnableEvents": "1.8",
  "WorksheetCollection._RegisterDataChangedEvent": "1.9",
  "WorksheetCollection._UnregisterDataChangedEvent": "1.9",
  "WorksheetCollection._RegisterSelectionChangedEvent": "1.9",
  "WorksheetCollection._UnregisterSelectionChangedEvent": "1.9",
  "Worksheet.ShowHeadings": "1.8",
  "Worksheet.PageLayout": "1.9",
  "Worksheet.GetRanges": "1.9",
  "Worksheet.ShowOutlineLevels": "1.10",
  "Range.DataValidation": "1.8",
  "Range.GetSpecialCells": "1.9",
  "Range.GetSpecialCellsOrNullObject": "1.9",
  "Range.GetMergedAreasOrNullObject": "1.13",
  "Range.GetTables": "1.9",
  "Range.Group": "1.10",
  "Range.Ungroup": "1.10",
  "RangeFormat.IndentLevel": "1.9",
  "ChartSeries.DataLabels": "1.8",
  "ChartSeries.GetDimensionDataSourceString": "1.15",
  "ChartAxis.NumberFormat": "1.8",
  "ChartAxis.Position": "1.8",
  "Table.Resize": "1.13",
};
