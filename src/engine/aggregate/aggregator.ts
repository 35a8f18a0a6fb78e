import type { Method, Parameters, Values } from "../method";

/**
 * Makes a parent's scores from its children's. `columns` are one a child, of equal length; `weights` add up to 1. A
 * missing child is left out and the weights of the others scaled up; a unit with no child present gets NaN.
 */
export interface Aggregator<P extends Parameters = Parameters> extends Method<P> {
  /** `positive`: defined for values above zero only; units with others get NaN and an issue before this is called. */
  readonly domain: "any" | "positive";
  aggregate(
    columns: readonly Float64Array[],
    weights: Float64Array,
    out: Float64Array,
    parameters: Values<P>,
  ): void;
}

export function aggregator<const P extends Parameters>(declaration: Aggregator<P>): Aggregator<P> {
  return declaration;
}

/**
 * The weighted quasi-arithmetic mean inverse(Σ w·forward(x) / Σ w) over the present children, one pass a child.
 */
export function meanOf(
  forward: (value: number) => number,
  inverse: (mean: number) => number,
): (columns: readonly Float64Array[], weights: Float64Array, out: Float64Array) => void {
  return (columns, weights, out) => {
    const present = new Float64Array(out.length);
    out.fill(0);
    columns.forEach((column, child) => {
      const weight = weights[child];
      if (weight === 0) return;
      for (let i = 0; i < column.length; i += 1) {
        if (column[i] !== column[i]) continue;
        out[i] += weight * forward(column[i]);
        present[i] += weight;
      }
    });
    for (let i = 0; i < out.length; i += 1) out[i] = present[i] > 0 ? inverse(out[i] / present[i]) : NaN;
  };
}
