import type { Method, Parameters, Values } from "../method";

export interface WeightSettings<P extends Parameters> {
  readonly parameters: Values<P>;
  /** The framework's weights of the siblings, in its own convention; NaN where not given. */
  readonly given: Float64Array;
  /** The siblings' normalised or aggregated scores, one column each. */
  readonly columns: readonly Float64Array[];
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
