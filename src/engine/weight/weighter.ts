import type { Issue } from "../../base/issue";
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

/** Weights scaled to add up to 1; equal weights where they add up to nothing. */
export function shares(weights: Float64Array): Float64Array {
  let total = 0;
  for (const weight of weights) total += weight;
  return total > 0 && Number.isFinite(total)
    ? weights.map((weight) => weight / total)
    : new Float64Array(weights.length).fill(1 / weights.length);
}
