import { part, type Gradual } from "../../../base/gradual";
import type { DocumentCell, SheetDocument, SheetKind } from "../../document";
import type { SheetContext } from "../context";
import { putIndicatorFormulas } from "./indicator-formulas";
import { tableCells, type TableCells } from "../table-cells";
import { putScoreFormulas } from "./score-formulas";
import { boundCells, putGroupFormulas, putTierFormulas } from "./tier-formulas";
import { putWeightFormulas } from "./weight-formulas";

/**
 * The result sheets with formulas where the plan has them, each with the value that the engine found; without a plan, the
 * sheets as they are. From the input sheets' cells the way goes through Indicator scores (values, scores), Weights (ends
 * of scales, shares) and Scores (nodes, ranks, tiers) to Tiers and Groups.
 */
export function* withFormulas(
  documents: readonly SheetDocument[],
  context: SheetContext,
): Gradual<SheetDocument[]> {
  const { live, result } = context;
  if (!live) return [...documents];
  const changed = new Map<SheetKind, DocumentCell[][]>();
  const table = (kind: SheetKind, name: string): TableCells => {
    const document = documents.find((each) => each.kind === kind)!;
    const rows = changed.get(kind) ?? document.rows.map((row) => [...row]);
    changed.set(kind, rows);
    return tableCells(document, rows, name);
  };
  const scores = table("scores", "Scores");
  const indicators = table("indicator-scores", "IndicatorScores");
  const weights = table("weights", "Weights");
  const tiers = table("tiers", "Tiers");
  const groups = table("groups", "GroupMeans");
  const leaf = result.study.indicators.map((_, j) =>
    result.study.nodes.findIndex((node) => node.indicator === j),
  );
  const weightRow = (j: number) => weights.top + leaf[j];
  yield* part(0, 0.5, putIndicatorFormulas(context, live, indicators, weights, weightRow));
  putWeightFormulas(context, live, weights, indicators);
  const bounds = boundCells(live, tiers);
  yield* part(0.5, 0.9, putScoreFormulas(context, live, scores, indicators, weights, bounds));
  putTierFormulas(context, live, tiers, scores);
  yield 0.95;
  putGroupFormulas(context, groups, scores);
  return documents.map((document) => {
    const rows = changed.get(document.kind);
    return rows ? { ...document, rows } : document;
  });
}
