import { fill, texts } from "../../../messages/say";
import { chartName } from "../../mark";
import type { SheetContext } from "../context";
import type { Draft } from "../draft";
import { chartLook, tierInks } from "../look";
import type { LooseChart } from "./band";
import { barsFrom, cellsOf } from "./cells";

/** How many units the chart of the leading ones shows. */
const leading = 20;

/** On Tiers: the mean of each tier over all units, and the leading units in the colours of their tiers. */
export function tierCharts(draft: Draft, context: SheetContext): LooseChart[] {
  return [...tierMeans(draft, context), ...leadingUnits(draft, context)];
}

function tierMeans(draft: Draft, context: SheetContext): LooseChart[] {
  const { result, locale, index, scoreFormat } = context;
  const tiers = result.tiers.filter((tier) => tier.group === null);
  const best = tiers.find((tier) => tier.count > 0);
  if (tiers.length < 2 || !best) return [];
  const words = texts(locale).charts.tierMeans;
  const params = {
    index,
    tier: best.label,
    count: best.count,
    units: tiers.reduce((sum, tier) => sum + tier.count, 0),
    mean: shown(context, best.mean),
  };
  return [
    {
      name: chartName("tier means"),
      kind: "column",
      title: fill(words.title, params),
      description: fill(words.description, {
        ...params,
        tiers: tiers
          .map(
            (tier) =>
              `${tier.label} ${tier.count ? shown(context, tier.mean) : context.words.common.none} (${tier.count})`,
          )
          .join(context.words.common.separator),
      }),
      series: [
        {
          name: context.words.tiers.mean,
          values: cellsOf(draft, "Tiers", "mean", 0, tiers.length),
          against: cellsOf(draft, "Tiers", "tier", 0, tiers.length),
          colour: chartLook.quiet,
          pointColours: tierInks(tiers.length),
        },
      ],
      valueAxis: { ...barsFrom(tiers.map((tier) => tier.mean)), numberFormat: scoreFormat },
      categoryAxis: {},
      labels: scoreFormat,
      legend: "none",
    },
  ];
}

function leadingUnits(draft: Draft, context: SheetContext): LooseChart[] {
  const { result, locale, index, scoreFormat } = context;
  const units = Array.from(result.order)
    .filter((unit) => result.tierOf[unit] >= 0)
    .slice(0, leading);
  if (units.length < 2) return [];
  const words = texts(locale).charts.leading;
  const last = units[units.length - 1];
  const params = {
    index,
    count: units.length,
    first: result.study.units[units[0]].name,
    firstScore: shown(context, result.score[units[0]]),
    last: result.study.units[last].name,
    lastScore: shown(context, result.score[last]),
  };
  const inks = tierInks(result.tierLabels.length);
  return [
    {
      name: chartName("leading units"),
      kind: "bar",
      title: fill(words.title, params),
      description: fill(words.description, params),
      series: [
        {
          name: context.words.common.score,
          values: cellsOf(draft, "Distances", "score", 0, units.length),
          against: cellsOf(draft, "Distances", "unit", 0, units.length),
          colour: inks[0],
          pointColours: units.map((unit) => inks[result.tierOf[unit]]),
        },
      ],
      valueAxis: { ...barsFrom(units.map((unit) => result.score[unit])), numberFormat: scoreFormat },
      categoryAxis: { reversed: true },
      labels: scoreFormat,
      legend: "none",
    },
  ];
}

export function shown({ result }: SheetContext, value: number): string {
  return value.toFixed(result.recipe.decimals);
}
