import type { ChartSeries, DocumentArea, DocumentChart } from "../../workbook/document";
import { isChartName } from "../../workbook/mark";
import { addChart, cornersOf, type BookSeries, type BookSheet } from "./book";

type AddressOf = (where: DocumentArea) => string | null;

/**
 * Brings our charts on a sheet up to date. One that is there already keeps its looks, and its place as long as the result
 * has the size it had; one that no document asks for any more goes. The user's own charts are left alone.
 */
export function placeCharts(
  sheet: BookSheet,
  charts: readonly DocumentChart[],
  addressOf: AddressOf,
  sameSize: boolean,
): void {
  const kept = sheet.charts.filter(
    ({ name }) => !isChartName(name) || charts.some((chart) => chart.name === name),
  );
  if (kept.length < sheet.charts.length && sheet.part) sheet.rewritten = true;
  sheet.charts = kept;
  for (const { name, kind, title, description, place, ...looks } of charts) {
    const found = kept.find((chart) => chart.name === name);
    const chart = found ?? addChart(sheet, name, kind, place);
    if (found && !sameSize) Object.assign(chart, cornersOf(place));
    const series = looks.series.map((each) => seriesOf(each, addressOf));
    Object.assign(chart, { title, description, changed: true });
    if (found && found.kind === kind && found.series.length === series.length) {
      chart.series = series.map((each, i) => {
        const { colour, pointColours, trendLine } = found.series[i];
        const sameBars = pointColours.length === each.pointColours.length;
        return { ...each, colour, trendLine, pointColours: sameBars ? pointColours : each.pointColours };
      });
    } else Object.assign(chart, { labels: undefined }, looks, { kind, series });
  }
}

function seriesOf(series: ChartSeries, addressOf: AddressOf): BookSeries {
  const { name, values, against, colour, pointColours = [], trendLine = false } = series;
  return {
    name,
    values: addressOf(values) ?? "",
    against: addressOf(against) ?? "",
    colour,
    pointColours: [...pointColours],
    trendLine,
  };
}
