import type { Issue } from "../../base/issue";
import { choose, type MethodChoice } from "../method";
import type { Recipe } from "../recipe";
import { spearman } from "../stats/correlation";
import type { Study } from "../study";
import { variantOf, type Evaluator } from "./evaluator";
import { variedMethods } from "./plan";
import type { Alternative, Mover } from "./robustness";
import { shiftOf } from "./shift";

type Change = Pick<Alternative, "method" | "choice">;

/** Set beside every recipe, whatever else the plan names. */
const customary: readonly Change[] = [
  { method: "weights", choice: choose("equal") },
  { method: "normalisation", choice: choose("min-max") },
  { method: "normalisation", choice: choose("z-score") },
  { method: "normalisation", choice: choose("percentile-rank") },
  { method: "aggregation", choice: choose("arithmetic") },
  { method: "aggregation", choice: choose("geometric") },
];

/** The changes of one method that are set beside a recipe: the plan's, then the customary ones that change something. */
export function changesOf({ recipe, plan }: Evaluator["job"]): Change[] {
  const planned = variedMethods.flatMap((method) => plan[method].map((choice) => ({ method, choice })));
  const own: Readonly<Record<Alternative["method"], MethodChoice>> = {
    ...recipe,
    weights: recipe.weights.general,
    aggregation: recipe.aggregation.general,
  };
  const found: Change[] = [];
  for (const change of [...planned, ...customary]) {
    const same = (one: MethodChoice) => JSON.stringify(one) === JSON.stringify(change.choice);
    if (same(own[change.method])) continue;
    if (!found.some(({ method, choice }) => method === change.method && same(choice))) found.push(change);
  }
  return found;
}

/**
 * The same study by recipes that differ in one method. Equal weights are so at every node, other methods leave those that
 * the framework gives to single indicators and nodes.
 */
export function alternative(
  evaluator: Evaluator,
  { method, choice }: Change,
): Alternative & { issues: readonly Issue[] } {
  const { job, nominal, weights, ranks, scores } = evaluator;
  const recipe: Recipe = {
    ...job.recipe,
    ...(method === "weights" && { firstLevelWeights: null }),
    [method]: method === "weights" || method === "aggregation" ? { general: choice, levels: {} } : choice,
  };
  const study: Study =
    method === "weights"
      ? { ...job.study, nodes: job.study.nodes.map((node) => ({ ...node, weighting: null })) }
      : job.study;
  const other = variantOf(
    { ...job, study },
    recipe,
    method === "aggregation" ? choice : null,
    method === "normalisation",
  );
  weights.set(other.weights);
  evaluator.run(other, false);
  const { mean, largest } = shiftOf(nominal.ranks, ranks, nominal.order);
  return {
    method,
    choice,
    rankCorrelation: spearman(nominal.scores, scores),
    meanShift: mean,
    largestShift: largest,
    movers: moversOf(nominal.ranks, ranks, nominal.order),
    rank: ranks.slice(),
    issues: other.issues,
  };
}

const moversShown = 5;

function moversOf(before: Int32Array, after: Int32Array, order: Int32Array): Mover[] {
  const moved = Array.from(order).filter(
    (unit) => before[unit] > 0 && after[unit] > 0 && before[unit] !== after[unit],
  );
  return moved
    .sort((a, b) => Math.abs(after[b] - before[b]) - Math.abs(after[a] - before[a]))
    .slice(0, moversShown)
    .map((unit) => ({ unit, rank: after[unit] }));
}
