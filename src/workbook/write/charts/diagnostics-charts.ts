import { fill, texts } from "../../../messages/say";
import { chartName } from "../../mark";
import type { SheetContext } from "../context";
import type { Draft } from "../draft";
import { colours } from "../look";
import type { LooseChart } from "./band";
import { cellsOf } from "./cells";

/** Coefficients nearer to zero than this are not called a connection. */
const weak = 0.2;

/** On Diagnostics: the index against the first covariate. */
export function diagnosticsCharts(draft: Draft, context: SheetContext): LooseChart[] {
  const { result, diagnosis, locale, index, scoreFormat } = context;
  const relation = diagnosis.relations[0];
  if (!relation || relation.n < 3 || Number.isNaN(relation.pearson.r)) return [];
  const words = texts(locale).charts.scatter;
  const { r } = relation.pearson;
  const params = { index, covariate: relation.column, r: r.toFixed(3), n: relation.n };
  return [
    {
      name: chartName("covariate"),
      kind: "scatter",
      title: fill(Math.abs(r) < weak ? words.unrelated : r > 0 ? words.rises : words.falls, params),
      description: fill(words.description, params),
      series: [
        {
          name: index,
          values: cellsOf(draft, "IndexAndCovariates", "score", 0, result.study.units.length),
          against: cellsOf(draft, "IndexAndCovariates", `covariate ${relation.column}`),
          colour: colours.header,
          trendLine: true,
        },
      ],
      valueAxis: { title: index, numberFormat: scoreFormat },
      categoryAxis: { title: relation.column },
      legend: "none",
    },
  ];
}
