import type { Method, Parameters, Values } from "../method";

/**
 * Divides scores into tiers. `cuts` gets the present scores in ascending order and gives the lower bounds of all tiers
 * but the last, highest first; a bound belongs to the tier above it.
 */
export interface Tiering<P extends Parameters = Parameters> extends Method<P> {
  cuts(ascending: Float64Array, parameters: Values<P>): readonly number[];
}

export function tiering<const P extends Parameters>(declaration: Tiering<P>): Tiering<P> {
  return declaration;
}
