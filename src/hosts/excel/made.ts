import { isChartName } from "../../workbook/mark";
import { supports } from "./requirement";

/** A chart that stands on a sheet. */
export interface KnownChart {
  readonly name: string;
  readonly type: string;
  readonly series: number;
}
/** A column's filter: its header, and what it lets through as Excel tells it. */
export interface KnownFilter {
  readonly header: string;
  readonly criteria: Excel.FilterCriteria;
}
/** What stands on a sheet of ours beside its cells, and what a user has set there. */
export interface Made {
  /** Charts of ours. */
  readonly charts: readonly KnownChart[];
  /** By the table's name. */
  readonly filters: ReadonlyMap<string, readonly KnownFilter[]>;
}
export const nothingMade: Made = { charts: [], filters: new Map() };

/** A sheet, and the tables of ours that stand there; null for a new one. */
interface Refreshed {
  readonly sheet: string;
  readonly before: { readonly tables: readonly string[] } | null;
}

/** Asks what stands on the sheets that are refreshed. A request of its own: without the answer, figures are written all the same. */
export async function readMade<T extends Refreshed>(
  context: Excel.RequestContext,
  places: readonly T[],
): Promise<(T & { readonly made: Made })[]> {
  const asked = places.map((place) => {
    if (!place.before) return { place, sheet: null, tables: [] };
    const sheet = context.workbook.worksheets.getItem(place.sheet);
    if (supports("1.7")) sheet.charts.load("items/name");
    const tables = place.before.tables.map((name) => {
      const { columns } = sheet.tables.getItem(name);
      columns.load("items/name,items/filter/criteria");
      return { name, columns };
    });
    return { place, sheet, tables };
  });
  await context.sync();
  // Only our own charts are asked further: some kinds of a user's answer to nothing.
  const ours = asked.map(({ sheet }) =>
    supports("1.7") ? (sheet?.charts.items ?? []).filter(({ name }) => isChartName(name)) : [],
  );
  for (const chart of ours.flat()) chart.load("name,chartType,series/count");
  if (ours.some(({ length }) => length > 0)) await context.sync();
  return asked.map(({ place, tables }, i) => ({
    ...place,
    made: {
      charts: ours[i].map(({ name, chartType, series }) => ({ name, type: chartType, series: series.count })),
      filters: new Map(
        tables.map(({ name, columns }) => [
          name,
          columns.items.flatMap(({ name: header, filter }) =>
            filter.criteria?.filterOn ? [{ header, criteria: filter.criteria }] : [],
          ),
        ]),
      ),
    },
  }));
}
