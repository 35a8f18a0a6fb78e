import type { GroupSummary } from "../../../engine/index";
import { fill, texts } from "../../../messages/say";
import { chartName } from "../../mark";
import type { SheetContext } from "../context";
import type { Draft } from "../draft";
import { colours, seriesColours } from "../look";
import type { LooseChart } from "./band";
import { barsFrom, cellsOf } from "./cells";
import { shown } from "./tier-charts";

/** A chart of more groups than this cannot be read. */
const mostGroups = 12;

/** On Groups: the means of the first level by group, and how the index spreads inside the groups of one column. */
export function groupCharts(draft: Draft, context: SheetContext): LooseChart[] {
  const column = chartedColumn(context);
  if (column === null) return [];
  const sets = context.result.groups.filter((summary) => summary.node === 0);
  const first = sets.findIndex((set) => set.column === column);
  const own = sets.filter((set) => set.column === column);
  // A last group without a score would be an empty place.
  while (own.length > 2 && own[own.length - 1].n === 0) own.pop();
  return [groupMeans(draft, context, column, own, first), groupSpread(draft, context, column, own, first)];
}

/** The first column of which two to a dozen groups can be compared; null when there is none. */
function chartedColumn({ result }: SheetContext): string | null {
  const found = result.study.groups.find(({ name, labels }) => {
    const scored = result.groups.filter(({ node, column, n }) => node === 0 && column === name && n > 0);
    return scored.length >= 2 && labels.length <= mostGroups;
  });
  return found?.name ?? null;
}

const best = (sets: readonly GroupSummary[], of: (set: GroupSummary) => number) =>
  sets.reduce((most, set) => (of(set) > of(most) || Number.isNaN(of(most)) ? set : most));

function groupMeans(
  draft: Draft,
  context: SheetContext,
  column: string,
  sets: readonly GroupSummary[],
  first: number,
): LooseChart {
  const { result, locale, index, scoreFormat } = context;
  const words = texts(locale).charts.groupMeans;
  const level = result.study.nodes.flatMap((node, k) => (node.level === 1 ? [k] : []));
  const nodes = level.length >= 2 && level.length <= seriesColours.length ? level : [0];
  const high = best(sets, (set) => set.mean);
  const low = best(sets, (set) => -set.mean);
  const params = {
    index,
    column,
    high: high.value ?? "",
    highMean: shown(context, high.mean),
    low: low.value ?? "",
    lowMean: shown(context, low.mean),
    nodes: nodes.map((k) => result.study.nodes[k].name).join(context.words.common.separator),
  };
  const means = result.groups.filter((each) => each.column === column && nodes.includes(each.node));
  return {
    name: chartName("group means"),
    kind: "column",
    title: fill(words.title, params),
    description: fill(words.description, params),
    series: nodes.map((k, i) => ({
      name: result.study.nodes[k].name,
      values: cellsOf(draft, "GroupMeans", `node ${k}`, first, sets.length),
      against: cellsOf(draft, "GroupMeans", "group", first, sets.length),
      colour: seriesColours[i],
    })),
    valueAxis: { ...barsFrom(means.map(({ mean }) => mean)), numberFormat: scoreFormat },
    categoryAxis: {},
    legend: nodes.length > 1 ? "bottom" : "none",
    ...(nodes.length === 1 && { labels: scoreFormat }),
  };
}

function groupSpread(
  draft: Draft,
  context: SheetContext,
  column: string,
  sets: readonly GroupSummary[],
  first: number,
): LooseChart {
  const { locale, index, scoreFormat } = context;
  const words = texts(locale).charts.groupSpread;
  const wide = best(sets, (set) => set.upperQuartile - set.lowerQuartile);
  const params = {
    index,
    column,
    group: wide.value ?? "",
    from: shown(context, wide.lowerQuartile),
    to: shown(context, wide.upperQuartile),
  };
  const series = (key: string, name: string) => ({
    name,
    values: cellsOf(draft, "Spread", key, first, sets.length),
    against: cellsOf(draft, "Spread", "group", first, sets.length),
    colour: colours.bar,
  });
  const { q1, max, min, q3 } = context.words.groups;
  return {
    name: chartName("group spread"),
    kind: "box",
    title: fill(words.title, params),
    description: fill(words.description, params),
    series: [series("q1", q1), series("max", max), series("min", min), series("q3", q3)],
    valueAxis: { numberFormat: scoreFormat },
    categoryAxis: {},
    legend: "none",
  };
}
