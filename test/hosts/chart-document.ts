import { area } from "../../src/base/address";
import type { ChartKind, DocumentChart, SheetDocument } from "../../src/workbook/document";
import { chartName } from "../../src/workbook/mark";
import { scoresDocument } from "./contract";

const body = (column: number, rows: number) => area(3, column, rows + 2, column);

/** A chart of each kind over the columns of a small result: `Unit` against columns 2 to 5. */
export function chartsOf(rows: number): DocumentChart[] {
  const series = (column: number, colour: string) => ({
    name: `Series <${column}>`,
    values: body(column, rows),
    against: body(1, rows),
    colour,
  });
  const one = [series(2, "#0B5C5C")];
  const two = [...one, series(3, "#E69F00")];
  const chart = (kind: ChartKind, place: number, more: Partial<DocumentChart>): DocumentChart => ({
    name: chartName(kind),
    kind,
    title: `The ${kind} & its <message>`,
    description: `What a ${kind} says to "someone" who does not see it`,
    place: area(rows + 6 + 12 * place, 0, rows + 16 + 12 * place, 5),
    series: one,
    valueAxis: {},
    categoryAxis: {},
    legend: "none",
    ...more,
  });
  return [
    chart("bar", 0, {
      series: [{ ...one[0], pointColours: ["#A9D8D1", undefined, "#E8BDA4"] }],
      categoryAxis: { reversed: true },
      valueAxis: { max: 100, numberFormat: "0" },
      labels: "0.0",
    }),
    chart("column", 1, { series: two, legend: "bottom", valueAxis: { title: "Score" } }),
    chart("scatter", 2, {
      series: [{ ...two[1], against: body(2, rows), trendLine: true }],
      categoryAxis: { title: "Score", min: 80 },
      valueAxis: { title: "Node" },
    }),
    chart("radar", 3, { series: two, legend: "right" }),
    chart("interval", 4, {
      series: [series(4, "#0B5C5C"), series(3, "#0B5C5C"), series(5, "#0B5C5C")],
      valueAxis: { reversed: true, min: 0 },
    }),
    chart("line", 6, { series: two, legend: "bottom" }),
    chart("box", 5, {
      series: [series(3, "#8CC5BF"), series(5, "#8CC5BF"), series(2, "#8CC5BF"), series(4, "#8CC5BF")],
    }),
  ];
}

export function chartDocument(rows = 5): SheetDocument {
  return { ...scoresDocument(rows, 6), charts: chartsOf(rows) };
}
