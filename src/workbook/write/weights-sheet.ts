import { area } from "../../base/address";
import { aggregators, atLevel, rowOf } from "../../engine/index";
import { fill } from "../../messages/say";
import type { DocumentCell, SheetDocument } from "../document";
import { labelOf, nodeHeader, nodeWidth, shown, type SheetContext } from "./context";
import { addStyle, addTable, finish, newDraft, type TableColumn } from "./draft";
import type { LivePlan } from "./live/live-plan";
import { reachOf, type LiveScale } from "./live/live-scale";
import { colours, looks, shareFormat, wholeFormat } from "./look";

/** Weights: every node of the tree with its weight as given, inside its parent and in the index. */
export function weightsSheet(context: SheetContext): SheetDocument {
  const { result, words, locale } = context;
  const { study, recipe } = result;
  const { nodes, indicators } = study;
  const draft = newDraft(fill(words.weights.title, { index: context.index }), context.subtitle, "");
  const importance = new Map(context.diagnosis.importances.map((each) => [each.node, each.share]));
  const cells = (cell: (k: number) => DocumentCell) => nodes.map((_, k) => cell(k));
  const share = { numberFormat: shareFormat, align: "right" } as const;
  const body = addTable(draft, "Weights", [
    {
      header: words.common.level,
      key: "level",
      width: 7,
      style: { numberFormat: wholeFormat, align: "center" },
      cells: cells((k) => nodes[k].level),
    },
    {
      header: words.common.node,
      key: "node",
      width: nodeWidth(context),
      cells: cells((k) => nodeHeader(context, k)),
    },
    { header: words.common.code, width: 12, cells: cells((k) => nodes[k].code) },
    {
      header: words.weights.parent,
      width: 22,
      cells: cells((k) => (nodes[k].parent < 0 ? null : nodeHeader(context, nodes[k].parent))),
    },
    {
      header: words.weights.given,
      key: "given",
      width: 10,
      style: { numberFormat: "General", align: "right" },
      cells: cells((k) => shown(nodes[k].weight)),
    },
    {
      header: words.weights.nominal,
      key: "nominal",
      width: 12,
      style: share,
      cells: cells((k) => result.weights[k]),
    },
    {
      header: words.weights.effective,
      key: "effective",
      width: 12,
      style: { ...share, bold: true },
      cells: cells((k) => result.effectiveWeights[k]),
    },
    {
      header: words.weights.importance,
      width: 12,
      style: share,
      cells: cells((k) => shown(importance.get(k) ?? NaN)),
    },
    {
      header: words.weights.direction,
      key: "direction",
      width: 11,
      style: { align: "center" },
      cells: cells((k) =>
        nodes[k].indicator < 0 ? null : words.directions[indicators[nodes[k].indicator].direction],
      ),
    },
    {
      header: words.weights.aggregation,
      width: 24,
      cells: cells((k) =>
        nodes[k].indicator >= 0
          ? ""
          : labelOf(aggregators, nodes[k].aggregation ?? atLevel(recipe.aggregation, nodes[k].level), locale),
      ),
    },
    ...(context.live ? scaleColumns(context, context.live) : []),
  ]);
  // Rows that look the same one after the other: Excel is told of them in one call.
  const rowsAt = (fits: (level: number) => boolean) =>
    nodes.flatMap((node, k) => (fits(node.level) ? [body.top + k] : []));
  const depth = Math.max(...nodes.map((node) => node.level));
  for (let level = 2; level <= depth; level += 1) {
    for (const row of rowsAt((each) => each === level))
      addStyle(draft, area(row, 1), { indent: Math.min(2 * (level - 1), 14) });
  }
  for (const row of rowsAt((level) => level <= 1)) addStyle(draft, area(row, 1), looks.bold);
  for (const row of rowsAt((level) => level === 1))
    addStyle(draft, area(row, 0, row, body.right), looks.tint);
  draft.conditionalFormats.push({
    kind: "data-bar",
    colour: colours.bar,
    min: 0,
    ...area(body.top + 1, 6, body.bottom, 6),
  });
  return finish(draft, {
    kind: "weights",
    name: words.names.weights,
    freezeColumns: 2,
  });
}

/** The ends of each indicator's scale: what value earns what score. */
function scaleColumns({ result, words }: SheetContext, live: LivePlan): TableColumn[] {
  const { nodes } = result.study;
  const scaleOf = (k: number) => (nodes[k].indicator < 0 ? null : live.scales[nodes[k].indicator]);
  const style = { numberFormat: "General", align: "right" } as const;
  const column = (
    key: string,
    header: string,
    cell: (scale: LiveScale, indicator: number) => DocumentCell,
  ): TableColumn => ({
    header,
    key,
    width: 16,
    style,
    cells: nodes.map((node, k) => {
      const scale = scaleOf(k);
      return scale ? cell(scale, node.indicator) : null;
    }),
  });
  const reach = ({ ideal }: LiveScale, j: number) => {
    if (!ideal) return null;
    const values = rowOf(result.stages.treated, j, result.study.units.length).filter(
      (value) => value === value,
    );
    return reachOf(values, ideal);
  };
  return [
    column("from", words.live.from, ({ from }) => from.value),
    column("score from", words.live.scoreFrom, ({ scoreFrom }) => scoreFrom),
    column("to", words.live.to, ({ to }) => to.value),
    column("score to", words.live.scoreTo, ({ scoreTo }) => scoreTo),
    ...(live.scales.some((scale) => scale?.ideal) ? [column("reach", words.live.reach, reach)] : []),
  ];
}
