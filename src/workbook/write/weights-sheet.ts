import { area } from "../../base/address";
import { aggregators, atLevel } from "../../engine/index";
import { fill } from "../../messages/say";
import type { DocumentCell, SheetDocument } from "../document";
import { labelOf, nodeHeader, shown, type SheetContext } from "./context";
import { addStyle, addTable, finish, newDraft } from "./draft";
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
      width: 7,
      style: { numberFormat: wholeFormat, align: "center" },
      cells: cells((k) => nodes[k].level),
    },
    { header: words.common.node, width: 34, cells: cells((k) => nodeHeader(context, k)) },
    { header: words.common.code, width: 12, cells: cells((k) => nodes[k].code) },
    {
      header: words.weights.parent,
      width: 22,
      cells: cells((k) => (nodes[k].parent < 0 ? null : nodeHeader(context, nodes[k].parent))),
    },
    {
      header: words.weights.given,
      width: 10,
      style: { numberFormat: "General", align: "right" },
      cells: cells((k) => shown(nodes[k].weight)),
    },
    { header: words.weights.nominal, width: 12, style: share, cells: cells((k) => result.weights[k]) },
    {
      header: words.weights.effective,
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
  ]);
  nodes.forEach((node, k) => {
    const row = body.top + k;
    if (node.level > 0) addStyle(draft, area(row, 1), { indent: Math.min(2 * (node.level - 1), 14) });
    if (node.level <= 1) addStyle(draft, area(row, 1), looks.bold);
    if (node.level === 1) addStyle(draft, area(row, 0, row, body.right), looks.tint);
  });
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
