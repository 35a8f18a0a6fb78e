import { rowOf } from "../../../engine/index";
import type { SheetContext } from "../context";
import { choice } from "./choice";

/** The unit that Profile shows as written: the one that the user chose on it before, else the leading one. */
export function chosenUnit({ result, reading, words }: SheetContext): number {
  const at = { sheet: words.names.profile, top: choice.row, left: choice.column };
  const before = reading.held({ ...at, bottom: choice.row, right: choice.column });
  const found = result.study.units.findIndex(({ name }) => name === before);
  return found >= 0 ? found : result.order[0];
}

/** The group column that a unit is compared inside; null when there is none. */
export function comparedColumn({ result }: SheetContext): string | null {
  return result.groupRanks[0]?.column ?? null;
}

/** The nodes that a profile shows at a glance: the first level with three to a dozen of them, else the first level. */
export function glanceNodes({ result }: SheetContext): number[] {
  const { nodes } = result.study;
  const levels = [...new Set(nodes.map(({ level }) => level))]
    .filter((level) => level > 0)
    .sort((a, b) => a - b);
  const at = (level: number) => nodes.flatMap((node, k) => (node.level === level ? [k] : []));
  const fit = levels.find((level) => at(level).length >= 3 && at(level).length <= 12);
  return at(fit ?? levels[0] ?? 0);
}

/** Rank of a unit at a node: one more than there are better ones, by more than rounding is; NaN without a score. */
export function rankAt({ result }: SheetContext, node: number, unit: number): number {
  const scores = rowOf(result.stages.aggregated, node, result.study.units.length);
  const own = scores[unit];
  if (Number.isNaN(own)) return NaN;
  let better = 0;
  for (let i = 0; i < scores.length; i += 1) if (scores[i] > own + 1e-9) better += 1;
  return better + 1;
}
