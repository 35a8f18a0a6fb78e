import { drawGamma, drawIndex, stream, type Stream } from "../stats/random";
import type { Study } from "../study";
import {
  uncertainChoices,
  variedMethods,
  type RobustnessPlan,
  type UncertainChoice,
  type VariedMethod,
  type WeightVariation,
} from "./plan";

/** Which of the recipe's and the plan's methods a run takes: 0 the recipe's own, then the plan's in their order. */
export type MethodsTaken = Readonly<Record<VariedMethod, number>>;
export const ownMethods: MethodsTaken = { imputation: 0, treatment: 0, normalisation: 0, aggregation: 0 };

/** One run: a way through every uncertain choice. */
export interface Draw {
  readonly methods: MethodsTaken;
  /** The node of the indicator that is left out; -1 for none. */
  readonly leftOut: number;
  /** Where the weights' noise comes from; null leaves them as they are. */
  readonly weights: Stream | null;
}

/** Where a choice's number comes from: Monte Carlo runs, and the two matrices of the sensitivity analysis. */
export type Source = "monte-carlo" | "matrix-a" | "matrix-b";
const sources: Readonly<Record<Source, number>> = { "monte-carlo": 1, "matrix-a": 2, "matrix-b": 3 };
const choiceOrder: readonly UncertainChoice[] = ["weights", ...variedMethods, "leave-one-out"];

/** Draws run `run`; `sourceOf` says for each choice where from. Every choice of every run has a stream of its own. */
export function draw(
  study: Study,
  plan: RobustnessPlan,
  run: number,
  sourceOf: (choice: UncertainChoice) => Source,
): Draw {
  const varying = uncertainChoices(plan);
  const own = (choice: UncertainChoice) =>
    stream(plan.seed, sources[sourceOf(choice)], choiceOrder.indexOf(choice), run);
  const taken = (method: VariedMethod) =>
    varying.includes(method) ? drawIndex(own(method), plan[method].length + 1) : 0;
  return {
    methods: {
      imputation: taken("imputation"),
      treatment: taken("treatment"),
      normalisation: taken("normalisation"),
      aggregation: taken("aggregation"),
    },
    leftOut: varying.includes("leave-one-out")
      ? leafOf(study, drawIndex(own("leave-one-out"), study.indicators.length + 1) - 1)
      : -1,
    weights: varying.includes("weights") ? own("weights") : null,
  };
}

function leafOf({ nodes }: Study, indicator: number): number {
  return indicator < 0 ? -1 : nodes.findIndex((node) => node.indicator === indicator);
}

/** A Dirichlet spread below this is none: no number would show it. */
const leastSpread = 1e-6;

/**
 * Draws weights around `base` (per node, inside its parent) into `weights`; siblings add up to 1 again. Where a Dirichlet
 * draw is too extreme for numbers (all siblings come out as zero), the siblings keep their base.
 */
export function varyWeights(
  { nodes }: Study,
  base: Float64Array,
  variation: WeightVariation,
  next: Stream,
  weights: Float64Array,
): void {
  const { method, spread: general, levels } = variation;
  for (let k = 1; k < nodes.length; k += 1) {
    const spread = levels[nodes[k].level] ?? general;
    const weight = base[k];
    if (weight === 0 || spread === 0) weights[k] = weight;
    else if (method === "noise") weights[k] = weight * (1 + spread * (2 * next() - 1));
    else
      weights[k] =
        spread < leastSpread ? weight : drawGamma(next, Math.max(1e-9, (1 / (spread * spread) - 1) * weight));
  }
  if (method === "dirichlet") {
    for (const { children } of nodes)
      if (children.every((child) => weights[child] === 0))
        for (const child of children) weights[child] = base[child];
  }
  shareOut(nodes, weights);
}

/** Leaves a node and all below it without weight; the others under its parent take its place in their proportions. */
export function leaveOut({ nodes }: Pick<Study, "nodes">, node: number, weights: Float64Array): void {
  weights[node] = 0;
  const { parent } = nodes[node];
  if (parent > 0 && nodes[parent].children.every((child) => weights[child] === 0))
    leaveOut({ nodes }, parent, weights);
}

/** Scales siblings to add up to 1; where all are zero they stay so. */
export function shareOut(nodes: Study["nodes"], weights: Float64Array): void {
  weights[0] = 1;
  for (let k = 0; k < nodes.length; k += 1) {
    const { children } = nodes[k];
    let total = 0;
    for (let c = 0; c < children.length; c += 1) total += weights[children[c]];
    if (total > 0) for (let c = 0; c < children.length; c += 1) weights[children[c]] /= total;
  }
}
