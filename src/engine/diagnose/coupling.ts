import type { Label } from "../../base/label";
import { atLevel } from "../recipe";
import type { Result } from "../result";
import { couplingCoordination, withinHundredths, type Coupling } from "../stats/coupling";
import { rowOf } from "../study";

interface Level {
  /** Upper bound, inclusive. */
  readonly upTo: number;
  readonly label: Label;
}

/** Levels of the degree of coordination D, each (lower, upper]. Source: 廖重斌 (1999), 热带地理 19(2), 171–177. */
export const coordinationLevels: readonly Level[] = [
  { upTo: 0.1, label: { en: "Extreme imbalance", "zh-CN": "极度失调" } },
  { upTo: 0.2, label: { en: "Severe imbalance", "zh-CN": "严重失调" } },
  { upTo: 0.3, label: { en: "Moderate imbalance", "zh-CN": "中度失调" } },
  { upTo: 0.4, label: { en: "Mild imbalance", "zh-CN": "轻度失调" } },
  { upTo: 0.5, label: { en: "Near imbalance", "zh-CN": "濒临失调" } },
  { upTo: 0.6, label: { en: "Bare coordination", "zh-CN": "勉强协调" } },
  { upTo: 0.7, label: { en: "Primary coordination", "zh-CN": "初级协调" } },
  { upTo: 0.8, label: { en: "Intermediate coordination", "zh-CN": "中级协调" } },
  { upTo: 0.9, label: { en: "Good coordination", "zh-CN": "良好协调" } },
  { upTo: 1, label: { en: "Superior coordination", "zh-CN": "优质协调" } },
];

/** Levels of the degree of coupling C, each (lower, upper]. */
export const couplingLevels: readonly Level[] = [
  { upTo: 0.3, label: { en: "Low coupling", "zh-CN": "低水平耦合" } },
  { upTo: 0.5, label: { en: "Antagonism", "zh-CN": "拮抗" } },
  { upTo: 0.8, label: { en: "Running-in", "zh-CN": "磨合" } },
  { upTo: 1, label: { en: "High coupling", "zh-CN": "高水平耦合" } },
];

/** Index of a degree's level, −1 for a missing one. A degree within 1e-9 of an upper bound is on it. */
export function levelOf(levels: readonly Level[], degree: number): number {
  if (degree !== degree) return -1;
  const found = levels.findIndex(({ upTo }) => degree <= upTo + 1e-9);
  return found < 0 ? levels.length - 1 : found;
}

export interface NodeCoupling extends Coupling {
  readonly node: number;
}

/** C, T and D of every node that is aggregated by coupling coordination, as it was; NaN for units without a score there. */
export function nodeCouplings(result: Result): NodeCoupling[] {
  const { study, recipe, stages, weights } = result;
  const [low, high] = recipe.scale;
  const units = study.units.length;
  return study.nodes.flatMap(({ children, aggregation, level }, node) => {
    const { key, parameters } = aggregation ?? atLevel(recipe.aggregation, level);
    if (children.length === 0 || key !== "coupling-coordination") return [];
    const scores = rowOf(stages.aggregated, node, units);
    const columns = children.map((child) => {
      const column = rowOf(stages.aggregated, child, units);
      const shares = parameters.rescale
        ? withinHundredths(column)
        : column.map((value) => (value - low) / (high - low));
      return shares.map((share, i) => (scores[i] === scores[i] ? share : NaN));
    });
    const own = Float64Array.from(children, (child) => weights[child]);
    return [{ node, ...couplingCoordination(columns, own) }];
  });
}
