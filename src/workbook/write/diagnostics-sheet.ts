import { area } from "../../base/address";
import { part, type Gradual } from "../../base/gradual";
import { indicatorStatistics, type Diagnosis, type NodePair } from "../../engine/index";
import { fill } from "../../messages/say";
import type { SheetDocument } from "../document";
import { putCharts } from "./charts/band";
import { diagnosticsCharts } from "./charts/diagnostics-charts";
import { nodeHeader, type SheetContext } from "./context";
import { addCorrelationMap, addCovariates } from "./correlation-map";
import { addSection, addTable, finish, newDraft, textWidth, type Draft } from "./draft";
import { colours } from "./look";
import { coefficient, names, numbers, share, whole } from "./statistics-columns";
import { addUnits } from "./unit-strengths";

/** More pairs than this are not listed: the flagged ones come first. */
const mostPairs = 400;

/**
 * Diagnostics: statistics of every indicator as measured and as treated, how the index goes with covariates, what each
 * node weighs and what it matters, how nodes hang together, which go together too well or not at all, and how unequal the
 * groups are.
 */
export function* diagnosticsSheet(context: SheetContext): Gradual<SheetDocument> {
  const { diagnosis, words } = context;
  const draft = newDraft(
    fill(words.diagnostics.title, { index: context.index }),
    context.subtitle,
    words.diagnostics.statistics,
  );
  addStatistics(draft, context);
  yield 0.2;
  addImportance(draft, context, diagnosis);
  addStructure(draft, context, diagnosis);
  addCorrelationMap(draft, context);
  addPairs(draft, context, diagnosis);
  if (diagnosis.relations.length > 0) addRelations(draft, context, diagnosis);
  if (diagnosis.inequalities.length > 0) addInequalities(draft, context, diagnosis);
  yield 0.3;
  yield* part(0.3, 0.9, addUnits(draft, context, diagnosis));
  yield 0.9;
  addCovariates(draft, context);
  putCharts(draft, diagnosticsCharts(draft, context));
  return finish(draft, { kind: "diagnostics", name: words.names.diagnostics, freezeColumns: 1 });
}

function addStatistics(draft: Draft, { result, words }: SheetContext): void {
  const { indicators } = result.study;
  const statistics = indicatorStatistics(result);
  const d = words.diagnostics;
  addTable(draft, "IndicatorStatistics", [
    names(
      words.common.indicator,
      indicators.map((indicator) => indicator.name),
    ),
    { header: words.common.code, width: 10, cells: indicators.map((indicator) => indicator.code || null) },
    numbers(
      d.present,
      statistics.map((each) => each.n),
      whole,
    ),
    {
      ...numbers(
        d.imputed,
        statistics.map((each) => each.imputed),
        whole,
      ),
      key: "imputed",
    },
    {
      ...numbers(
        d.treated,
        statistics.map((each) => each.treated),
        whole,
      ),
      key: "treated",
    },
    numbers(
      d.min,
      statistics.map((each) => each.min),
    ),
    numbers(
      d.max,
      statistics.map((each) => each.max),
    ),
    numbers(
      d.mean,
      statistics.map((each) => each.mean),
    ),
    numbers(
      d.median,
      statistics.map((each) => each.median),
    ),
    numbers(
      d.sd,
      statistics.map((each) => each.sd),
    ),
    numbers(
      d.skewness,
      statistics.map((each) => each.skewness),
      coefficient,
    ),
    numbers(
      d.kurtosis,
      statistics.map((each) => each.kurtosis),
      coefficient,
    ),
    numbers(
      d.skewnessAfter,
      statistics.map((each) => each.skewnessAfter),
      coefficient,
    ),
    numbers(
      d.kurtosisAfter,
      statistics.map((each) => each.kurtosisAfter),
      coefficient,
    ),
  ]);
}

function addImportance(draft: Draft, context: SheetContext, { importances }: Diagnosis): void {
  const { words } = context;
  const d = words.diagnostics;
  addSection(draft, d.importance);
  const body = addTable(draft, "Importance", [
    names(
      words.common.node,
      importances.map((each) => nodeHeader(context, each.node)),
    ),
    numbers(
      words.common.level,
      importances.map((each) => context.result.study.nodes[each.node].level),
      whole,
    ),
    numbers(
      words.weights.effective,
      importances.map((each) => each.effectiveWeight),
      share,
    ),
    numbers(
      d.correlation,
      importances.map((each) => each.correlation),
      coefficient,
    ),
    numbers(
      d.ratio,
      importances.map((each) => each.ratio),
      coefficient,
    ),
    numbers(
      d.share,
      importances.map((each) => each.share),
      share,
    ),
  ]);
  draft.conditionalFormats.push({
    kind: "data-bar",
    colour: colours.bar,
    min: 0,
    ...area(body.top, 5, body.bottom, 5),
  });
}

function addStructure(draft: Draft, context: SheetContext, { structures }: Diagnosis): void {
  const { words } = context;
  const d = words.diagnostics;
  addSection(draft, d.structure);
  addTable(draft, "Structure", [
    names(
      words.common.node,
      structures.map((each) => nodeHeader(context, each.node)),
    ),
    numbers(
      d.children,
      structures.map((each) => each.children.length),
      whole,
    ),
    numbers(
      d.alpha,
      structures.map((each) => each.alpha.raw),
      coefficient,
    ),
    numbers(
      d.alphaStandardised,
      structures.map((each) => each.alpha.standardised),
      coefficient,
    ),
    numbers(
      d.eigenvalue,
      structures.map((each) => each.eigenvalues[0] ?? NaN),
      coefficient,
    ),
    numbers(
      d.explained,
      structures.map((each) => each.explained[0] ?? NaN),
      share,
    ),
    numbers(
      d.kmo,
      structures.map((each) => each.adequacy?.kmo ?? NaN),
      coefficient,
    ),
    numbers(
      d.bartlett,
      structures.map((each) => each.adequacy?.chiSquared ?? NaN),
    ),
    numbers(
      d.bartlettP,
      structures.map((each) => each.adequacy?.p ?? NaN),
      coefficient,
    ),
  ]);
}

/** Pairs of siblings and of parents with children, the flagged ones first. */
function addPairs(draft: Draft, context: SheetContext, { siblings, withParent }: Diagnosis): void {
  const { words } = context;
  const d = words.diagnostics;
  const labelled = [
    ...siblings.map((pair) => ({ pair, kind: d.siblings })),
    ...withParent.map((pair) => ({ pair, kind: d.withParent })),
  ];
  const rows = [...labelled].sort((a, b) => weight(b.pair) - weight(a.pair)).slice(0, mostPairs);
  addSection(draft, d.pairs);
  const flags = { high: d.high, negative: d.negative } as const;
  const others = rows.map(({ pair }) => nodeHeader(context, pair.other));
  const body = addTable(draft, "Correlations", [
    names(
      words.common.node,
      rows.map(({ pair }) => nodeHeader(context, pair.one)),
    ),
    { header: d.other, width: textWidth(others, 24, 60), cells: others },
    { header: d.kind, width: 14, cells: rows.map(({ kind }) => kind) },
    numbers(
      d.pairsN,
      rows.map(({ pair }) => pair.n),
      whole,
    ),
    numbers(
      d.pearson,
      rows.map(({ pair }) => pair.r),
      coefficient,
    ),
    numbers(
      d.p,
      rows.map(({ pair }) => pair.p),
      coefficient,
    ),
    { header: d.flag, width: 20, cells: rows.map(({ pair }) => (pair.flag ? flags[pair.flag] : null)) },
  ]);
  draft.conditionalFormats.push({
    kind: "colour-scale",
    low: colours.heatLow,
    middle: colours.heatMiddle,
    high: colours.heatHigh,
    ...area(body.top, 4, body.bottom, 4),
  });
}

/** Flagged pairs before others, then the strongest. */
function weight(pair: NodePair): number {
  return (pair.flag ? 10 : 0) + (Number.isNaN(pair.r) ? -1 : Math.abs(pair.r));
}

function addRelations(draft: Draft, { words, index }: SheetContext, { relations }: Diagnosis): void {
  const d = words.diagnostics;
  addSection(draft, fill(d.relations, { index }));
  addTable(draft, "Covariates", [
    names(
      words.groups.covariate,
      relations.map((each) => each.column),
    ),
    numbers(
      d.pairsN,
      relations.map((each) => each.n),
      whole,
    ),
    numbers(
      d.pearson,
      relations.map((each) => each.pearson.r),
      coefficient,
    ),
    numbers(
      `${d.pearson} ${d.p}`,
      relations.map((each) => each.pearson.p),
      coefficient,
    ),
    numbers(
      d.spearman,
      relations.map((each) => each.spearman.r),
      coefficient,
    ),
    numbers(
      `${d.spearman} ${d.p}`,
      relations.map((each) => each.spearman.p),
      coefficient,
    ),
    numbers(
      d.kendall,
      relations.map((each) => each.kendall.r),
      coefficient,
    ),
    numbers(
      `${d.kendall} ${d.p}`,
      relations.map((each) => each.kendall.p),
      coefficient,
    ),
  ]);
}

function addInequalities(draft: Draft, { words }: SheetContext, { inequalities }: Diagnosis): void {
  const d = words.diagnostics;
  addSection(draft, d.inequality);
  addTable(draft, "Inequality", [
    names(
      words.common.column,
      inequalities.map((each) => each.column),
    ),
    numbers(
      d.present,
      inequalities.map((each) => each.n),
      whole,
    ),
    numbers(
      d.gini,
      inequalities.map((each) => each.gini),
      coefficient,
    ),
    numbers(
      d.theil,
      inequalities.map((each) => each.theil.total),
      coefficient,
    ),
    numbers(
      d.theilWithin,
      inequalities.map((each) => each.theil.within),
      coefficient,
    ),
    numbers(
      d.theilBetween,
      inequalities.map((each) => each.theil.between),
      coefficient,
    ),
    numbers(
      d.dagum,
      inequalities.map((each) => each.dagum.total),
      coefficient,
    ),
    numbers(
      d.dagumWithin,
      inequalities.map((each) => each.dagum.within),
      coefficient,
    ),
    numbers(
      d.dagumBetween,
      inequalities.map((each) => each.dagum.netBetween),
      coefficient,
    ),
    numbers(
      d.dagumTransvariation,
      inequalities.map((each) => each.dagum.transvariation),
      coefficient,
    ),
  ]);
}
