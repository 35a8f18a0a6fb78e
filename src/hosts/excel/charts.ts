import { areaToA1 } from "../../base/address";
import type { ChartAxis, ChartKind, ChartSeries, DocumentArea, DocumentChart } from "../../workbook/document";
import { chartLook } from "../../workbook/write/look";
import { rangeOf } from "./ranges";
import type { KnownChart } from "./made";
import type { Place, Plan } from "./plan";
import { supports } from "./requirement";

type Sheets = ReadonlyMap<string, Excel.Worksheet>;
type RangeAt = (where: DocumentArea) => Excel.Range | null;

const types: Readonly<Record<ChartKind, Excel.ChartType>> = {
  bar: "BarClustered" as Excel.ChartType.barClustered,
  column: "ColumnClustered" as Excel.ChartType.columnClustered,
  line: "Line" as Excel.ChartType.line,
  scatter: "XYScatter" as Excel.ChartType.xyscatter,
  radar: "Radar" as Excel.ChartType.radar,
  interval: "StockHLC" as Excel.ChartType.stockHLC,
  box: "StockOHLC" as Excel.ChartType.stockOHLC,
};

/**
 * Draws the charts of documents that are written, in one request. A chart of ours that is there, of the same type and with as
 * many series, takes the new cells and words and keeps every look that the user gave it, and its place as long as the result
 * has the size it had. Excel before ExcelApi 1.7 cannot be told which cells a series takes: no charts there. Office.js has no
 * alternative text for charts; what they say stands in a cell below them, in every host.
 */
export async function drawCharts(
  context: Excel.RequestContext,
  plan: Pick<Plan, "places" | "sheetOf">,
): Promise<void> {
  const sheets: Sheets = new Map(
    [...plan.sheetOf.values()].map((name) => [name, context.workbook.worksheets.getItem(name)]),
  );
  for (const place of plan.places) drawOn(sheets.get(place.sheet)!, place, plan, sheets);
  await context.sync();
}

/** Whether there is anything to draw or to take away. */
export function hasCharts({ document, made }: Place): boolean {
  return supports("1.7") && (document.charts.length > 0 || made.charts.length > 0);
}

function drawOn(
  sheet: Excel.Worksheet,
  { document, before, made }: Place,
  { sheetOf }: Pick<Plan, "sheetOf">,
  sheets: Sheets,
): void {
  const rangeAt: RangeAt = (where) => {
    if (where.kind === undefined) return rangeOf(sheet, where);
    const name = sheetOf.get(where.kind);
    return name === undefined ? null : rangeOf(sheets.get(name)!, where);
  };
  const sameSize =
    before?.mark.rows === document.rows.length && before.mark.columns === (document.rows[0]?.length ?? 0);
  for (const { name } of made.charts) {
    if (!document.charts.some((chart) => chart.name === name)) sheet.charts.getItem(name).delete();
  }
  for (const wanted of document.charts) {
    const known = made.charts.find(({ name }) => name === wanted.name);
    const chart = known && isAlike(known, wanted) ? sheet.charts.getItem(wanted.name) : null;
    if (known && !chart) sheet.charts.getItem(wanted.name).delete();
    if (chart) refresh(chart, wanted, rangeAt);
    else add(sheet, wanted, rangeAt);
    if (chart && !sameSize) move(chart, wanted);
  }
}

function isAlike(known: KnownChart, { kind, series }: DocumentChart): boolean {
  return known.type === types[kind] && known.series === series.length;
}

function move(chart: Excel.Chart, { place }: DocumentChart): void {
  const [start, end = start] = areaToA1(place).split(":");
  chart.setPosition(start, end);
}

function refresh(chart: Excel.Chart, { title, series }: DocumentChart, rangeAt: RangeAt): void {
  chart.title.text = title;
  series.forEach((each, index) => takeCells(chart.series.getItemAt(index), each, rangeAt));
}

function takeCells(
  series: Excel.ChartSeries,
  { name, values, against }: ChartSeries,
  rangeAt: RangeAt,
): void {
  const cells = rangeAt(values);
  const names = rangeAt(against);
  if (cells) series.setValues(cells);
  if (names) series.setXAxisValues(names);
  series.name = name;
}

function add(sheet: Excel.Worksheet, wanted: DocumentChart, rangeAt: RangeAt): void {
  const { kind, series } = wanted;
  const first = series[0] && rangeAt(series[0].values);
  if (!first) return;
  const byColumns = series[0].values.left === series[0].values.right;
  // Stock charts ask for all their series at once, so they begin as lines.
  const isStock = kind === "interval" || kind === "box";
  const type = isStock ? "Line" : types[kind];
  const chart = sheet.charts.add(
    type as Excel.ChartType,
    first,
    (byColumns ? "Columns" : "Rows") as Excel.ChartSeriesBy,
  );
  chart.name = wanted.name;
  chart.title.text = wanted.title;
  chart.title.format.font.size = chartLook.titleSize;
  chart.title.format.font.bold = true;
  chart.title.format.font.color = chartLook.text;
  series.forEach((each, index) => {
    const drawn = index === 0 ? chart.series.getItemAt(0) : chart.series.add(each.name);
    takeCells(drawn, each, rangeAt);
  });
  if (isStock) chart.chartType = types[kind];
  series.forEach((each, index) => setLook(chart.series.getItemAt(index), each, index, wanted));
  const { legend } = wanted;
  chart.legend.visible = legend !== "none";
  if (legend !== "none") chart.legend.position = legend === "right" ? "Right" : "Bottom";
  const { categoryAxis, valueAxis } = chart.axes;
  setAxis(categoryAxis, wanted.categoryAxis, wanted.valueAxis);
  setAxis(valueAxis, wanted.valueAxis, wanted.categoryAxis);
  valueAxis.majorGridlines.format.line.color = chartLook.grid;
  move(chart, wanted);
}

function setLook(
  drawn: Excel.ChartSeries,
  series: ChartSeries,
  index: number,
  { kind, labels }: DocumentChart,
): void {
  const { colour } = series;
  switch (kind) {
    case "bar":
    case "column":
      drawn.format.fill.setSolidColor(colour);
      drawn.gapWidth = 60;
      series.pointColours?.forEach((own, point) => {
        if (own) drawn.points.getItemAt(point).format.fill.setSolidColor(own);
      });
      if (labels !== undefined) {
        drawn.hasDataLabels = true;
        if (supports("1.8")) drawn.dataLabels.numberFormat = labels;
      }
      return;
    case "line":
    case "radar":
      drawn.format.line.color = colour;
      return;
    case "scatter":
      setMarker(drawn, "Circle", 5, colour);
      if (series.trendLine) drawn.trendlines.add("Linear").format.line.color = chartLook.quiet;
      return;
    case "interval":
      if (index === 2) setMarker(drawn, "Diamond", 6, colour);
  }
}

function setMarker(
  drawn: Excel.ChartSeries,
  style: "Circle" | "Diamond",
  size: number,
  colour: string,
): void {
  drawn.markerStyle = style;
  drawn.markerSize = size;
  drawn.markerBackgroundColor = colour;
  drawn.markerForegroundColor = colour;
}

/** An axis stands, and is labelled, where its numbers begin: when the other one is turned round, that is its far end. */
function setAxis(
  axis: Excel.ChartAxis,
  { title, min, max, numberFormat, reversed }: ChartAxis,
  other: ChartAxis,
): void {
  if (min !== undefined) axis.minimum = min;
  if (max !== undefined) axis.maximum = max;
  if (title !== undefined) axis.title.text = title;
  if (numberFormat !== undefined && supports("1.8")) axis.numberFormat = numberFormat;
  if (reversed) axis.reversePlotOrder = true;
  if (reversed && supports("1.8")) axis.position = "Maximum";
  if (other.reversed) axis.tickLabelPosition = "High";
}
