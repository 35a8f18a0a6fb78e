import type { Area } from "../../base/address";
import { areaToA1, parseA1, toAbsoluteA1 } from "../../base/address";
import type { BookChart, BookSeries, BookSheet } from "../../hosts/xlsx/book";
import { addChart, cornersOf, valueAt } from "../../hosts/xlsx/book";
import type { ChartKind } from "../../workbook/document";
import { chartLook } from "../../workbook/write/look";
import type { Excel } from "./excel";
import type { ChartTarget, OfficeClass, PointTarget, RangeTarget, SeriesTarget } from "./office-class";
import {
  OfficeError,
  badArgument,
  colour,
  flag,
  notFound,
  notImplemented,
  nullObject,
  number,
  rangeArgument,
  text,
  thing,
  whole,
} from "./office-class";
import { heightOf, placeAt, widthOf } from "./place";

const kinds: Readonly<Record<string, ChartKind>> = {
  BarClustered: "bar",
  ColumnClustered: "column",
  Line: "line",
  XYScatter: "scatter",
  Radar: "radar",
  StockHLC: "interval",
  StockOHLC: "box",
};
const typeOf = (kind: ChartKind) => Object.keys(kinds).find((type) => kinds[type] === kind)!;
function kindOf(type: unknown): ChartKind {
  const kind = kinds[text(type)];
  if (!kind) throw notImplemented(`charts of type ${String(type)}`);
  return kind;
}

/** Stock charts are made of a fixed number of series; Excel refuses others. */
const stockSeries: Partial<Record<ChartKind, number>> = { interval: 3, box: 4 };

export const change = ({ chart }: ChartTarget, to: Partial<BookChart>) =>
  void Object.assign(chart, to, { changed: true });
const changeSeries = (of: SeriesTarget, to: Partial<BookSeries>) => {
  Object.assign(of.series, to);
  of.chart.changed = true;
};
/** The book draws charts in one look; another is refused rather than forgotten. */
export const only = (what: string, wanted: unknown) => (_: unknown, value: unknown) => {
  if (value !== wanted) throw notImplemented(`${what} ${String(value)}`);
};

const named = (sheet: BookSheet, name: unknown) =>
  sheet.charts.find((chart) => chart.name.toLowerCase() === text(name).toLowerCase() || chart.id === name);

export const chartCollection: OfficeClass<BookSheet> = {
  items: (sheet) => sheet.charts.map((chart) => thing("Chart", { sheet, chart })),
  item: (sheet, key) => thing("Chart", { sheet, chart: mustBe(named(sheet, key)) }),
  get: { Count: (sheet) => sheet.charts.length },
  call: {
    GetCount: (sheet) => sheet.charts.length,
    GetItem: (sheet, [name]) => thing("Chart", { sheet, chart: mustBe(named(sheet, name)) }),
    GetItemOrNullObject: (sheet, [name]) => {
      const chart = named(sheet, name);
      return chart ? thing("Chart", { sheet, chart }) : nullObject;
    },
    Add: (sheet, [type, source, seriesBy]) => {
      const kind = kindOf(type);
      const series = seriesOf(rangeArgument(source), seriesBy);
      mustSuit(kind, series.length);
      const corner = { top: 1, left: 1, bottom: 15, right: 8 };
      const chart = addChart(sheet, freeName(sheet), kind, corner);
      chart.series = series;
      chart.legend = "bottom";
      return thing("Chart", { sheet, chart });
    },
  },
};

function mustBe(chart: BookChart | undefined): BookChart {
  if (!chart) throw notFound();
  return chart;
}

function mustSuit(kind: ChartKind, count: number): void {
  const wanted = stockSeries[kind];
  if (wanted !== undefined && wanted !== count)
    throw new OfficeError("InvalidArgument", `A chart of type ${typeOf(kind)} needs ${wanted} series.`);
}

function freeName(sheet: BookSheet): string {
  let count = sheet.charts.length + 1;
  while (named(sheet, `Chart ${count}`)) count += 1;
  return `Chart ${count}`;
}

const defaultColours = ["#4472c4", "#ed7d31", "#a5a5a5", "#ffc000", "#5b9bd5", "#70ad47"];

/** The series that Excel finds in a block: texts in its first row are names, texts in its first column are categories. */
function seriesOf({ sheet, area: block }: RangeTarget, by: unknown): BookSeries[] {
  if (!["Auto", "Columns", "Rows", null, undefined].includes(by as string)) throw badArgument();
  const byRows = by === "Rows" || ((by ?? "Auto") === "Auto" && widthOf(block) > heightOf(block));
  // Told for columns; rows are the same with the two turned round.
  const across = byRows ? heightOf(block) : widthOf(block);
  const along = byRows ? widthOf(block) : heightOf(block);
  const at = (i: number, j: number) =>
    byRows ? valueAt(sheet, block.top + j, block.left + i) : valueAt(sheet, block.top + i, block.left + j);
  const isWord = (cell: unknown) => typeof cell === "string" && cell !== "";
  const hasNames = along > 1 && Array.from({ length: across }, (_, j) => at(0, j)).some(isWord);
  const first = hasNames ? 1 : 0;
  const hasCategories =
    across > 1 && Array.from({ length: along - first }, (_, i) => at(first + i, 0)).every(isWord);
  const line = (j: number): Area =>
    byRows
      ? { top: block.top + j, bottom: block.top + j, left: block.left + first, right: block.right }
      : { top: block.top + first, bottom: block.bottom, left: block.left + j, right: block.left + j };
  const address = (a: Area) => toAbsoluteA1({ ...a, sheet: sheet.name });
  const series: BookSeries[] = [];
  for (let j = hasCategories ? 1 : 0; j < across; j += 1) {
    const head: Area = byRows
      ? { top: block.top + j, bottom: block.top + j, left: block.left, right: block.left }
      : { top: block.top, bottom: block.top, left: block.left + j, right: block.left + j };
    series.push({
      name: hasNames ? String(at(0, j) ?? "") : `Series${series.length + 1}`,
      ...(hasNames && { nameFrom: address(head) }),
      values: address(line(j)),
      against: hasCategories ? address(line(0)) : "",
      colour: defaultColours[series.length % defaultColours.length],
      pointColours: [],
      trendLine: false,
    });
  }
  return series;
}

export const chartClass: OfficeClass<ChartTarget> = {
  id: ({ chart }) => chart.id,
  get: {
    Id: ({ chart }) => chart.id,
    Name: ({ chart }) => chart.name,
    ChartType: ({ chart }) => typeOf(chart.kind),
  },
  set: {
    Name: (of, value) => change(of, { name: text(value) }),
    ChartType: (of, value) => {
      const kind = kindOf(value);
      mustSuit(kind, of.chart.series.length);
      change(of, { kind });
      // The lines and boxes between the series of a stock chart are black, whatever the series were.
      if (stockSeries[kind]) for (const each of of.chart.series) each.colour = chartLook.text.toLowerCase();
    },
  },
  nav: {
    Title: (of) => thing("ChartTitle", of),
    Series: (of) => thing("ChartSeriesCollection", of),
    Legend: (of) => thing("ChartLegend", of),
    Axes: (of) => thing("ChartAxes", of),
    Worksheet: ({ sheet }) => thing("Worksheet", sheet),
  },
  call: {
    SetPosition: (of, [start, end], excel) => {
      const first = areaOf(of, start, excel);
      const last = end === null || end === undefined ? first : areaOf(of, end, excel);
      change(of, cornersOf({ top: first.top, left: first.left, bottom: last.bottom, right: last.right }));
    },
    SetData: (of, [source, by]) => {
      const series = seriesOf(rangeArgument(source), by);
      mustSuit(of.chart.kind, series.length);
      change(of, { series });
    },
    Delete: ({ sheet, chart }) => {
      sheet.charts = sheet.charts.filter((each) => each !== chart);
      if (sheet.part) sheet.rewritten = true;
    },
  },
};

function areaOf({ sheet }: ChartTarget, cell: unknown, excel: Excel): Area {
  return typeof cell === "string" ? placeAt(excel.book, sheet, cell).area : rangeArgument(cell).area;
}

export const chartTitle: OfficeClass<ChartTarget> = {
  get: { Text: ({ chart }) => chart.title, Visible: ({ chart }) => chart.title !== "" },
  set: { Text: (of, value) => change(of, { title: text(value) }) },
  nav: { Format: (of) => thing("ChartTitleFormat", of) },
};
export const chartTitleFormat: OfficeClass<ChartTarget> = {
  nav: { Font: (of) => thing("ChartFont", of) },
};
export const chartFont: OfficeClass<ChartTarget> = {
  set: {
    Size: only("ChartFont.Size", chartLook.titleSize),
    Bold: only("ChartFont.Bold", true),
    Color: only("ChartFont.Color", chartLook.text),
  },
};

export const chartSeriesCollection: OfficeClass<ChartTarget> = {
  items: ({ sheet, chart }) => chart.series.map((series) => thing("ChartSeries", { sheet, chart, series })),
  get: { Count: ({ chart }) => chart.series.length },
  call: {
    GetCount: ({ chart }) => chart.series.length,
    GetItemAt: ({ sheet, chart }, [index]) => {
      const series = chart.series[whole(index)];
      if (!series) throw notFound();
      return thing("ChartSeries", { sheet, chart, series });
    },
    Add: ({ sheet, chart }, [name]) => {
      const series: BookSeries = {
        name: name === null || name === undefined ? `Series${chart.series.length + 1}` : text(name),
        values: "",
        against: "",
        colour: defaultColours[chart.series.length % defaultColours.length],
        pointColours: [],
        trendLine: false,
      };
      chart.series.push(series);
      chart.changed = true;
      return thing("ChartSeries", { sheet, chart, series });
    },
  },
};

const addressOf = (value: unknown) => {
  const { sheet, area } = rangeArgument(value);
  return toAbsoluteA1({ ...area, sheet: sheet.name });
};
const markers = ["Circle", "Diamond", "None", "Automatic"];

export const chartSeries: OfficeClass<SeriesTarget> = {
  get: {
    Name: ({ series }) => series.name,
    HasDataLabels: ({ chart }) => chart.labels !== undefined,
  },
  set: {
    Name: (of, value) => changeSeries(of, { name: text(value), nameFrom: undefined }),
    HasDataLabels: (of, value) =>
      change(of, { labels: flag(value) ? (of.chart.labels ?? "General") : undefined }),
    // How wide bars are, and the form and size of marks, are the book's own; their colour is kept.
    GapWidth: (_, value) => void number(value),
    MarkerSize: (_, value) => void number(value),
    MarkerStyle: (_, value) => {
      if (!markers.includes(text(value))) throw notImplemented(`ChartSeries.MarkerStyle ${text(value)}`);
    },
    MarkerBackgroundColor: (of, value) => setColour(of, value),
    MarkerForegroundColor: (of, value) => setColour(of, value),
  },
  nav: {
    Format: (of) => thing("ChartSeriesFormat", of),
    Points: (of) => thing("ChartPointsCollection", of),
    DataLabels: (of) => thing("ChartDataLabels", of),
    Trendlines: (of) => thing("ChartTrendlineCollection", of),
  },
  call: {
    SetValues: (of, [source]) => changeSeries(of, { values: addressOf(source) }),
    SetXAxisValues: (of, [source]) => changeSeries(of, { against: addressOf(source) }),
    GetDimensionDataSourceString: ({ series }, [dimension]) => {
      const source = dimension === "Values" || dimension === "YValues" ? series.values : series.against;
      const place = parseA1(source);
      return place ? `${source.slice(0, source.lastIndexOf("!"))}!${areaToA1(place)}` : "";
    },
    Delete: (of) => change(of, { series: of.chart.series.filter((each) => each !== of.series) }),
  },
};

function setColour(of: SeriesTarget, value: unknown): void {
  changeSeries(of, { colour: colour(value) });
}

export const chartSeriesFormat: OfficeClass<SeriesTarget> = {
  nav: { Fill: (of) => thing("ChartFill", of), Line: (of) => thing("ChartLineFormat", of) },
};
export const chartFill: OfficeClass<SeriesTarget> = {
  call: { SetSolidColor: (of, [value]) => setColour(of, value) },
};
export const chartLine: OfficeClass<SeriesTarget> = {
  set: { Color: (of, value) => setColour(of, value) },
};

export const chartPoints: OfficeClass<SeriesTarget> = {
  call: {
    GetItemAt: (of, [index]) => {
      const place = parseA1(of.series.values);
      if (!place || whole(index) >= heightOf(place) * widthOf(place)) throw notFound();
      return thing("ChartPoint", { ...of, index: whole(index) });
    },
  },
};
export const chartPoint: OfficeClass<PointTarget> = {
  nav: { Format: (of) => thing("ChartPointFormat", of) },
};
export const chartPointFormat: OfficeClass<PointTarget> = {
  nav: { Fill: (of) => thing("ChartPointFill", of) },
};
export const chartPointFill: OfficeClass<PointTarget> = {
  call: {
    SetSolidColor: (of, [value]) => {
      const colours = [...of.series.pointColours];
      colours[of.index] = colour(value);
      changeSeries(of, { pointColours: Array.from(colours) });
    },
  },
};

export const chartLabels: OfficeClass<SeriesTarget> = {
  set: { NumberFormat: (of, value) => change(of, { labels: text(value) }) },
};

export const chartTrendlines: OfficeClass<SeriesTarget> = {
  get: { Count: ({ series }) => (series.trendLine ? 1 : 0) },
  call: {
    GetCount: ({ series }) => (series.trendLine ? 1 : 0),
    Add: (of, [type]) => {
      if ((type ?? "Linear") !== "Linear") throw notImplemented(`trend lines of type ${String(type)}`);
      changeSeries(of, { trendLine: true });
      return thing("ChartTrendline", of);
    },
  },
};
export const chartTrendline: OfficeClass<SeriesTarget> = {
  get: { Type: () => "Linear" },
  nav: { Format: (of) => thing("ChartTrendlineFormat", of) },
};
export const chartTrendlineFormat: OfficeClass<SeriesTarget> = {
  nav: { Line: (of) => thing("ChartQuietLine", of) },
};
export const chartQuietLine: OfficeClass<SeriesTarget> = {
  set: { Color: only("the colour of a trend line", chartLook.quiet) },
};

const sides = { Bottom: "bottom", Right: "right" } as const;
export const chartLegend: OfficeClass<ChartTarget> = {
  get: {
    Visible: ({ chart }) => chart.legend !== "none",
    Position: ({ chart }) => (chart.legend === "right" ? "Right" : "Bottom"),
  },
  set: {
    Visible: (of, value) =>
      change(of, {
        legend: flag(value) ? (of.chart.legend === "none" ? "bottom" : of.chart.legend) : "none",
      }),
    Position: (of, value) => {
      const legend = sides[text(value) as keyof typeof sides];
      if (!legend) throw notImplemented(`ChartLegend.Position ${text(value)}`);
      change(of, { legend });
    },
  },
};
