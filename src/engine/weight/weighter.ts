import { issue, type Issue } from "../../base/issue";
import type { Label } from "../../base/label";
import type { Method, Parameters, Values } from "../method";

export interface WeightSettings<P extends Parameters> {
  readonly parameters: Values<P>;
  /** The framework's weights of the siblings, in its own convention; NaN where not given. */
  readonly given: Float64Array;
  /** Mean of the experts' points; NaN where not given. */
  readonly points: Float64Array;
  /** The experts' pairwise judgements of these siblings, siblings × siblings, row by row; empty when there are none. */
  readonly judgements: readonly { readonly expert: string; readonly matrix: Float64Array }[];
  /** The siblings' normalised or aggregated scores, one column each; larger is better. */
  readonly columns: readonly Float64Array[];
  /** The siblings' indicators before normalisation, turned so that larger is better; null above the lowest level. */
  readonly directed: () => readonly Float64Array[] | null;
  /** What to call things in an issue, and what the issue is about. */
  readonly names: readonly string[];
  readonly parent: { readonly node: number; readonly name: string };
  /** Where to say what the user should know. */
  readonly issues: Issue[];
}

/** Weighs the children of one parent: non-negative, adding up to 1. */
export interface Weighter<P extends Parameters = Parameters> extends Method<P> {
  weigh(settings: WeightSettings<P>): Float64Array;
}

export function weighter<const P extends Parameters>(declaration: Weighter<P>): Weighter<P> {
  return declaration;
}

/**
 * Weights scaled to add up to 1; equal weights where they add up to nothing, or where one is missing. Sums too great or
 * too small for a number are taken in units of the greatest, so that 1e308 and 1e-308 neither overflow nor vanish.
 */
export function shares(weights: Float64Array): Float64Array {
  let total = 0;
  let most = 0;
  for (const weight of weights) {
    total += weight;
    most = Math.max(most, weight);
  }
  if (!(most > 0 && most < Infinity)) return equalShares(weights.length);
  return total > 1e-290 && total < Infinity
    ? weights.map((weight) => weight / total)
    : shares(weights.map((weight) => weight / most));
}

/** 1/k for each of k siblings. */
export function equalShares(siblings: number): Float64Array {
  return new Float64Array(siblings).fill(1 / siblings);
}

/** Which of the siblings' columns a method is computed on. */
export function basis<const B extends "scores" | "measured">(
  fallback: B,
): {
  readonly kind: "choice";
  readonly label: Label;
  readonly fallback: B;
  readonly options: Readonly<Record<"scores" | "measured", Label>>;
} {
  return {
    kind: "choice",
    label: { en: "Computed on", "zh-CN": "计算依据" },
    fallback,
    options: {
      scores: { en: "Scores", "zh-CN": "标准化后的得分" },
      measured: { en: "Measured values", "zh-CN": "原始数据" },
    },
  };
}

/** The columns of a basis. Above the lowest level nothing was measured, and the scores are all there is. */
export function columnsOn(
  { columns, directed }: Pick<WeightSettings<Parameters>, "columns" | "directed">,
  on: string,
): readonly Float64Array[] {
  return (on === "measured" ? directed() : null) ?? columns;
}

/** Says of each sibling without spread that its weight is zero. */
export function noteNoSpread(
  { names, parent, issues }: Pick<WeightSettings<Parameters>, "names" | "parent" | "issues">,
  without: readonly number[],
): void {
  for (const child of without) {
    const params = { parent: parent.name, child: names[child] };
    issues.push(issue("warning", "weight.no-spread", params, { node: parent.node }));
  }
}

/** What becomes of a negative loading, which can be no weight. */
export function negativeLoadings<const F extends "zero" | "size">(
  fallback: F,
): {
  readonly kind: "choice";
  readonly label: Label;
  readonly fallback: F;
  readonly options: Readonly<Record<"zero" | "size", Label>>;
} {
  return {
    kind: "choice",
    label: { en: "A negative loading counts", "zh-CN": "负载荷的处理" },
    fallback,
    options: {
      zero: { en: "As zero", "zh-CN": "按零计" },
      size: { en: "By its size, without the sign", "zh-CN": "按绝对值计" },
    },
  };
}

/** Names the siblings whose loadings are negative; loadings as near to zero as noise are none. */
export function noteNegative(
  { names, parent, issues }: Pick<WeightSettings<Parameters>, "names" | "parent" | "issues">,
  loadings: ReadonlyMap<number, number>,
  option: string,
): void {
  const negative = [...loadings].filter(([, loading]) => loading < -1e-9);
  if (negative.length === 0) return;
  const children = negative.map(([child, loading]) => `${names[child]} (${loading.toFixed(3)})`).join(", ");
  const params = { parent: parent.name, children, option };
  issues.push(issue("warning", "weight.negative-loading", params, { node: parent.node }));
}
