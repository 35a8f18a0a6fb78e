import type { Method, Parameters, Values } from "../method";
import type { TierRegression } from "../result";

/**
 * Divides scores into tiers. `cuts` gets the present scores in ascending order and gives the lower bounds of all tiers
 * but the last, highest first; a bound belongs to the tier above it.
 */
export interface Tiering<P extends Parameters = Parameters> extends Method<P> {
  /** True where the bounds do not hang on the scores. */
  readonly fixed?: boolean;
  cuts(ascending: Float64Array, parameters: Values<P>): readonly number[];
  /** The regression that the cuts come from, where they do; null when there were too few scores for one. */
  regression?(ascending: Float64Array, parameters: Values<P>): TierRegression | null;
}

export function tiering<const P extends Parameters>(declaration: Tiering<P>): Tiering<P> {
  return declaration;
}

/** How many tiers, as most methods ask. */
export function tierNumber(fallback: number): {
  readonly kind: "number";
  readonly label: { readonly en: string; readonly "zh-CN": string };
  readonly fallback: number;
  readonly min: number;
  readonly max: number;
} {
  return {
    kind: "number",
    label: { en: "Number of tiers", "zh-CN": "档数" },
    fallback,
    min: 2,
    max: 100,
  };
}

/** Cuts from high to low, each once. */
export function falling(cuts: readonly number[]): number[] {
  const ordered = [...cuts].sort((a, b) => b - a);
  return ordered.filter((cut, i) => i === 0 || cut < ordered[i - 1]);
}
