import { area, type Area } from "../../../base/address";
import { fill } from "../../../messages/say";
import { chartName } from "../../mark";
import { chartLook, seriesColours } from "../look";
import { columns } from "./page";
import type { ProfileSources } from "./sources";

/** The first chart stands beside the drop-down, the second below it. */
const firstRow = 4;
const rowsOfRadar = 18;

/** Radar and bars of the nodes at a glance, to the right of the figures. */
export function profileCharts(
  { draft, context, words }: ProfileSources,
  {
    top,
    bottom,
    nodes,
  }: { readonly top: number; readonly bottom: number; readonly nodes: readonly number[] },
): void {
  const { scoreFormat, words: sheet, result } = context;
  const params = {
    nodes: nodes.map((node) => result.study.nodes[node].name).join(sheet.common.separator),
    glance: words.glance,
  };
  const column = (c: number): Area => area(top, c, bottom, c);
  const place = (row: number, rows: number) =>
    area(row, columns.chartLeft, row + rows - 1, columns.chartRight);
  const against = column(0);
  const bars = firstRow + rowsOfRadar + 1;
  draft.charts.push(
    {
      name: chartName("profile radar"),
      kind: "radar",
      title: words.radarTitle,
      description: fill(words.radarDescription, params),
      place: place(firstRow, rowsOfRadar),
      series: [
        { name: words.all, values: column(2), against, colour: seriesColours[1] },
        { name: words.choose, values: column(1), against, colour: seriesColours[0] },
      ],
      valueAxis: { numberFormat: scoreFormat },
      categoryAxis: {},
      legend: "none",
    },
    {
      name: chartName("profile bars"),
      kind: "bar",
      title: words.barTitle,
      description: fill(words.barDescription, params),
      place: place(bars, Math.max(12, nodes.length + 7)),
      series: [{ name: words.fromAll, values: column(3), against, colour: chartLook.quiet }],
      valueAxis: { numberFormat: scoreFormat },
      categoryAxis: { reversed: true },
      labels: `+${scoreFormat};-${scoreFormat};${scoreFormat}`,
      legend: "none",
    },
  );
}
