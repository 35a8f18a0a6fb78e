import type { Method, Parameters, Values } from "../method";

/** Tames outliers of one indicator in place. NaN stays NaN. */
export interface Treatment<P extends Parameters = Parameters> extends Method<P> {
  treat(column: Float64Array, parameters: Values<P>): void;
}

export function treatment<const P extends Parameters>(declaration: Treatment<P>): Treatment<P> {
  return declaration;
}
