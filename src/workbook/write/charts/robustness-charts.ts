import type { Robustness } from "../../../engine/index";
import { fill, texts } from "../../../messages/say";
import { chartName } from "../../mark";
import type { SheetContext } from "../context";
import type { Draft } from "../draft";
import { chartLook, colours } from "../look";
import type { LooseChart } from "./band";
import { cellsOf } from "./cells";

/** More names cannot be read side by side. */
const shownUnits = 40;

/** On Robustness: the rank intervals of the leading units. */
export function robustnessCharts(draft: Draft, context: SheetContext, found: Robustness): LooseChart[] {
  const { result, locale } = context;
  const units = Array.from(result.order)
    .filter((unit) => found.scoredRuns[unit] > 0)
    .slice(0, shownUnits);
  if (units.length < 2) return [];
  const { chart, ranks } = texts(locale).robustness;
  const width = (unit: number) => found.rankUpper[unit] - found.rankLower[unit];
  const least = units.reduce((widest, unit) => (width(unit) > width(widest) ? unit : widest), units[0]);
  const params = {
    count: units.length,
    unit: result.study.units[least].name,
    rank: result.rank[least],
    lower: Math.round(found.rankLower[least]),
    upper: Math.round(found.rankUpper[least]),
    runs: found.plan.runs,
  };
  const series = (key: string, name: string, colour: string) => ({
    name,
    values: cellsOf(draft, "RankIntervals", key, 0, units.length),
    against: cellsOf(draft, "RankIntervals", "unit", 0, units.length),
    colour,
  });
  return [
    {
      name: chartName("rank intervals"),
      kind: "interval",
      title: fill(chart.title, params),
      description: fill(chart.description, params),
      series: [
        series("upper", ranks.upper, chartLook.quiet),
        series("lower", ranks.lower, chartLook.quiet),
        series("rank", context.words.common.rank, colours.header),
      ],
      valueAxis: { title: context.words.common.rank, numberFormat: "0", reversed: true, min: 0 },
      categoryAxis: {},
      legend: "none",
    },
  ];
}
