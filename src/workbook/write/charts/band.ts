import type { Area } from "../../../base/address";
import { area } from "../../../base/address";
import type { DocumentArea, DocumentChart } from "../../document";
import { addStyle, headRows, pagesWide, type Draft } from "../draft";
import { looks } from "../look";

/** A chart that is still to be given its place. */
export type LooseChart = Omit<DocumentChart, "place">;

/** Height of a chart in rows of the usual height, and about how many characters wide it is. */
const chartRows = 17;
const chartWidth = 62;
/** Width of a column that nobody gave one. */
const plainWidth = 10;

/**
 * Puts charts side by side above the sheet's tables, over rows made blank for them, and what each says in a row below: not
 * every host can tell it to those who do not see the chart. Everything below moves down.
 */
export function putCharts(draft: Draft, charts: readonly LooseChart[], titleColumns = 0): void {
  if (!charts.length) return;
  const count = chartRows + charts.length + 1;
  const moved = moveDown(draft, headRows, count);
  const follow = (where: DocumentArea) => (where.kind === undefined ? moved(where) : where);
  const captions = charts.map(({ description }) => [description]);
  draft.rows.splice(headRows, 0, ...Array.from({ length: chartRows }, () => []), ...captions, []);
  addStyle(draft, area(headRows + chartRows, 0, headRows + chartRows + charts.length - 1), looks.legend);
  // Columns that are repeated on every page would take their part of a chart along.
  let left = pagesWide(draft.widths.map((width = plainWidth) => ({ width }))) > 1 ? titleColumns : 0;
  for (const chart of charts) {
    const right = columnAfter(draft, left);
    draft.charts.push({
      ...chart,
      series: chart.series.map((each) => ({
        ...each,
        values: follow(each.values),
        against: follow(each.against),
      })),
      place: area(headRows, left, headRows + chartRows - 1, right),
    });
    left = right + 1;
  }
}

/** The last column of a chart that begins at a column. */
function columnAfter(draft: Draft, left: number): number {
  let width = 0;
  let column = left;
  for (; width < chartWidth; column += 1) width += draft.widths[column] ?? plainWidth;
  return column - 1;
}

/** Moves everything from a row on, and gives what moves an area likewise. */
function moveDown(draft: Draft, from: number, count: number): <T extends Area>(place: T) => T {
  const moved = <T extends Area>(place: T): T =>
    place.top < from ? place : { ...place, top: place.top + count, bottom: place.bottom + count };
  const moveAll = <T extends Area>(places: T[]) => void places.splice(0, places.length, ...places.map(moved));
  const moveRows = <T extends { readonly row: number }>(lines: T[]) =>
    void lines.splice(
      0,
      lines.length,
      ...lines.map((line) => (line.row < from ? line : { ...line, row: line.row + count })),
    );
  moveAll(draft.styles);
  moveAll(draft.tables);
  moveAll(draft.conditionalFormats);
  moveAll(draft.validations);
  moveRows(draft.links);
  moveRows(draft.heights);
  return moved;
}
